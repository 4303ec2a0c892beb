import { Finding } from "#components/balance/finding.tsx";
import type { Tone } from "#components/balance/tones.ts";
import type { IconName } from "#components/icons.ts";
import { Rule } from "#components/rule.tsx";
import type { Persistence, PersistencePart } from "#lib/cadence/persistence.ts";

type Zone = { name: "neglected" | "calm" | "pushy"; word: string; tone: Tone; icon: IconName };

// as the manager's band is drawn
const edge = 0.4;

function zoneOf(index: number): Zone {
  if (index < -edge) return { name: "neglected", word: "left alone", tone: "more", icon: "clock" };
  if (index > edge) return { name: "pushy", word: "too much", tone: "never", icon: "plus" };
  return { name: "calm", word: "in balance", tone: "welcome", icon: "yes" };
}

/** Too much or too little of one person: −1 is left alone, +1 too much, and both parts stay in sight, for one can hide the other (D3, P2). */
export function PersistenceMeter({ persistence }: { persistence: Persistence }) {
  const { index, push, neglect, parts, effort, stoppedShort } = persistence;
  const { name, word, tone, icon } = zoneOf(index);
  const place = (share: number) => ({ "--x": `${50 + share * 50}%`, "--w": `${Math.abs(share) * 50}%` }) as React.CSSProperties;
  return (
    <section className="persistence">
      <div className="head">
        <h2>Persistence</h2>
        <Finding tone={tone} icon={icon}>
          {word}, {signed(index)}
        </Finding>
      </div>
      <div className="p-band" role="img" aria-label={`${signed(index)} on a scale from −1, left alone, to +1, too much`}>
        <b className="little" style={place(-neglect)} />
        <b className="much" style={place(push)} />
        <i className={name} style={place(index)} />
      </div>
      <div className="p-ends" aria-hidden="true">
        <span>left alone</span>
        <span>too much</span>
      </div>
      {push === 0 && neglect === 0 && <p className="soft">Neither pressed nor left alone.</p>}
      <Part share={push} word="too much" parts={parts.push} />
      <Part share={neglect} word="left alone" parts={parts.neglect} />
      {stoppedShort && <p className="stopped-short">{effort.made === 1 ? "Stopped after one attempt." : "Stopped at two."}</p>}
      {effort.made > 0 && effort.floor > 0 && (
        <p className="soft">
          {effort.made < effort.floor
            ? `${effort.made} of ${effort.floor} attempts that are an effort`
            : `${effort.made} attempts without an answer: an effort was made`}{" "}
          <Rule id="D3" />
        </p>
      )}
    </section>
  );
}

function Part({ share, word, parts }: { share: number; word: string; parts: PersistencePart[] }) {
  if (parts.length === 0) return null;
  return (
    <p className="soft">
      <b>
        {share.toFixed(1)} {word}:
      </b>{" "}
      {parts.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1)).join(", ")}
    </p>
  );
}

/** With a true minus, so that it reads as one. */
const signed = (index: number) => `${index < 0 ? "−" : index > 0 ? "+" : ""}${Math.abs(index).toFixed(1)}`;
