import { Finding } from "#components/balance/finding.tsx";
import { drawStrip, type Mark, type Strip } from "#components/balance/strip.ts";
import { type Tone, verdictTone } from "#components/balance/tones.ts";
import { Icon } from "#components/icon.tsx";
import type { IconName } from "#components/icons.ts";
import { sayDay } from "#lib/follow-up/local-time.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

const fits: Record<Verdict["cadence"]["fit"], { tone: Tone; icon: IconName; word: string }> = {
  "too-soon": { tone: "soon", icon: "clock", word: "too soon" },
  early: { tone: "welcome", icon: "yes", word: "a little early, fine" },
  right: { tone: "welcome", icon: "yes", word: "in rhythm" },
  late: { tone: "welcome", icon: "yes", word: "rather late, fine" },
  overdue: { tone: "more", icon: "clock", word: "too late already" },
};

// where what they chose keeps the day closed, our own rhythm has no say
const theirTerms = { tone: "soon", icon: "clock", word: "what they chose sets the day" } as const;

const windowTone = { soon: "none", right: "welcome", late: "more" } as const;
const windowWord = { soon: "too soon", right: "right", late: "too late" } as const;
const markClass: Record<Mark["kind"], string> = {
  gave: "ev",
  asked: "ev ask",
  wrote: "ev reply after",
  plan: "ev plan",
  ghost: "ev ghost",
};

type Props = { verdict: Verdict; dossier: Dossier; policy: Policy; now: Date; zone: string };

/** Past touches, the pressure they left, what there is room for, the windows that are right, and the planned dot. The table says the same in words. */
export function RhythmStrip({ verdict, dossier, policy, now, zone }: Props) {
  const strip = drawStrip(verdict, dossier, policy, now, zone);
  const fit = verdict.consent.passes === "later" ? theirTerms : fits[verdict.cadence.fit];
  const { tone } = verdictTone[verdict.kind];
  return (
    <section className="b-part">
      <div className="head">
        <h4 className="label">Rhythm</h4>
        <Finding tone={fit.tone} icon={fit.icon}>
          {fit.word}
        </Finding>
      </div>
      <div className={`rhythm t-${tone}`} role="img" aria-label={strip.words}>
        <div className="r-top">
          <span style={at(0)}>as much as they have room for</span>
          <span className={strip.now > 60 ? "to-left" : "to-right"} style={at(strip.now)}>
            today
          </span>
        </div>
        <div className="r-plot">
          <svg viewBox="0 0 1000 100" preserveAspectRatio="none">
            <path className="area" d={strip.area} />
            <path className="line" d={strip.line} />
            <path className="would" d={strip.would} />
          </svg>
          <span className="r-cap" style={{ "--y": `${strip.capacity}%` } as React.CSSProperties} />
          <span className="r-now" style={at(strip.now)} />
        </div>
        <Lane strip={strip} tone={tone} />
      </div>
      <StripTable strip={strip} verdict={verdict} zone={zone} />
    </section>
  );
}

const at = (x: number) => ({ "--x": `${x}%` }) as React.CSSProperties;

function Lane({ strip, tone }: { strip: Strip; tone: Tone }) {
  return (
    <>
      <div className="r-lane">
        {strip.marks.map(({ key, x, kind }) => (
          <i key={key} className={kind === "plan" ? `${markClass.plan} t-${tone}` : markClass[kind]} style={at(x)}>
            {kind === "wrote" && <Icon name="reply" />}
          </i>
        ))}
      </div>
      <div className="r-windows">
        {strip.windows.map(({ kind, x, width }) => (
          <span key={kind} className={`win ${kind} t-${windowTone[kind]}`} style={{ ...at(x), "--w": `${width}%` } as React.CSSProperties}>
            {width > 12 && <b>{windowWord[kind]}</b>}
          </span>
        ))}
      </div>
      <div className="r-axis">
        {strip.months.map(({ x, name }) => (
          <span key={name} style={at(x)}>
            {name}
          </span>
        ))}
      </div>
    </>
  );
}

function StripTable({ strip, verdict, zone }: { strip: Strip; verdict: Verdict; zone: string }) {
  const { cadence, nextAllowedAt } = verdict;
  return (
    <details className="r-table">
      <summary>
        <span className="r-key">
          <span>
            <i className="ev" />
            gave
          </span>
          <span>
            <i className="ev ask" />
            asked
          </span>
          <span>
            <i className="ev reply t-welcome">
              <Icon name="reply" />
            </i>
            they wrote
          </span>
          <span>as a list</span>
        </span>
      </summary>
      <ul>
        {strip.marks.map(({ key, label }) => (
          <li key={key}>{label}</li>
        ))}
        <li>
          Asked of them: {cadence.pressure.toFixed(1)} of {cadence.capacity} they have room for; this adds {cadence.weight.toFixed(1)}.
        </li>
        <li>
          Attempts without an answer: {cadence.budget.used} of {cadence.budget.of}.
        </li>
        {nextAllowedAt && <li>Open from {sayDay(zone, nextAllowedAt)}.</li>}
      </ul>
    </details>
  );
}
