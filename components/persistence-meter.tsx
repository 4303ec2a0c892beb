import { Finding } from "#components/balance/finding.tsx";
import type { Tone } from "#components/balance/tones.ts";
import type { IconName } from "#components/icons.ts";
import { Rule } from "#components/rule.tsx";
import type { Persistence, PersistencePart } from "#lib/cadence/persistence.ts";
import { sayPersistence } from "#lib/cadence/say-persistence.ts";

type Zone = { name: "neglected" | "calm" | "pushy"; tone: Tone; icon: IconName };

// as the manager's band is drawn
const edge = 0.4;

function zoneOf(index: number): Zone {
  if (index < -edge) return { name: "neglected", tone: "more", icon: "clock" };
  if (index > edge) return { name: "pushy", tone: "never", icon: "plus" };
  return { name: "calm", tone: "welcome", icon: "yes" };
}

/** Too much or too little of one person: −1 is left alone, +1 too much, and both parts stay in sight, for one can hide the other (D3, P2). */
export function PersistenceMeter({ persistence }: { persistence: Persistence }) {
  const { index, push, neglect, parts, effort, stoppedShort } = persistence;
  const { name, tone, icon } = zoneOf(index);
  const said = sayPersistence(index);
  const isBoth = push > 0 && neglect > 0;
  const inBalance = index === 0 || isBoth ? "in balance" : `${said}, in balance`;
  const place = (share: number) => ({ "--x": `${50 + share * 50}%`, "--w": `${Math.abs(share) * 50}%` }) as React.CSSProperties;
  return (
    <section className="persistence">
      <div className="head">
        <h2>Persistence</h2>
        <Finding tone={tone} icon={icon}>
          {name === "calm" ? inBalance : isBoth ? `${said} on balance` : said}
        </Finding>
      </div>
      <div className="p-band" role="img" aria-label={`${said}, on a scale from left alone, −1, to too much, +1`}>
        <b className="little" style={place(-neglect)} />
        <b className="much" style={place(push)} />
        <i className={name} style={place(index)} />
      </div>
      <div className="p-ends" aria-hidden="true">
        <span>left alone</span>
        <span>too much</span>
      </div>
      {push === 0 && neglect === 0 && <p className="soft">Neither pressed nor left alone.</p>}
      <Part share={push} parts={parts.push} />
      <Part share={-neglect} parts={parts.neglect} />
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

function Part({ share, parts }: { share: number; parts: PersistencePart[] }) {
  if (parts.length === 0) return null;
  return (
    <p className="soft">
      <b>{sayPersistence(share)}:</b> {parts.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1)).join(", ")}
    </p>
  );
}
