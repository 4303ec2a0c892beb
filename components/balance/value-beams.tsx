import { Finding } from "#components/balance/finding.tsx";
import { tenths } from "#lib/scoring/bar.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

/** What it brings on the upper beam, what it must reach on the lower, and one notch through both (V1). When consent says no, value is not weighed. */
export function ValueBeams({ value, weighed }: { value: Verdict["value"]; weighed: boolean }) {
  const { points, parts, lost, bar, base, asked, reach, enough, askedFor } = value;
  const tone = !weighed ? "none" : enough ? "welcome" : "more";
  const gap = tenths(Math.abs(points - bar));
  const notch = <span className="notch" style={{ "--a": `${bar}%` } as React.CSSProperties} />;
  return (
    <section className="b-part">
      <div className="head">
        <h4 className="label">Value</h4>
        {!weighed ? (
          <Finding tone="none" icon="ban">
            not weighed
          </Finding>
        ) : (
          <Finding tone={tone} icon={enough ? "yes" : "plus"}>
            {askedFor ?? (enough ? `enough, ${gap} to spare` : `${gap} short`)}
          </Finding>
        )}
      </div>
      <div className={weighed ? `value t-${tone}` : "value unweighed t-none"}>
        <span className="parts">
          {parts.map(({ label, points: worth }) => (
            <span key={label}>
              {label} {tenths(worth)}
            </span>
          ))}
          {parts.length === 0 && <span>nothing new yet</span>}
          {lost > 0 && parts.length > 0 && <span className="lost">taken away {tenths(lost)}</span>}
        </span>
        <span className="v-name">Brings</span>
        <span className="beam brings" role="img" aria-label={`Brings ${tenths(points)} of 10`}>
          {segments(parts, points).map(({ label, from, width }, i) => (
            <i
              key={label}
              className={i % 2 ? "also" : undefined}
              style={{ "--a": `${from}%`, "--w": `${width}%` } as React.CSSProperties}
            />
          ))}
          {weighed && !enough && <i className="gap" style={{ "--a": `${points}%`, "--w": `${bar - points}%` } as React.CSSProperties} />}
          {notch}
        </span>
        <span className="v-num">{tenths(points)}</span>
        <span className="v-name">Must reach</span>
        <span className="beam reach" role="img" aria-label={`Must reach ${tenths(bar)} of 10`}>
          <i className="base" style={{ "--a": "0%", "--w": `${base}%` } as React.CSSProperties} />
          <i className="asked" style={{ "--a": `${base}%`, "--w": `${asked}%` } as React.CSSProperties} />
          {reach > 0 && <i className="beyond" style={{ "--a": `${base + asked}%`, "--w": `${reach}%` } as React.CSSProperties} />}
          {notch}
        </span>
        <span className="v-num">{tenths(bar)}</span>
        <span className="parts">
          <span>any touch {tenths(base)}</span>
          <span>asked of them lately {tenths(asked)}</span>
          {reach > 0 && <span>asks for more than they have come to {tenths(reach)}</span>}
        </span>
      </div>
    </section>
  );
}

/** The parts, shortened together to what is left after wording took its share. */
function segments(parts: Verdict["value"]["parts"], points: number) {
  const sum = parts.reduce((total, part) => total + part.points, 0);
  const scale = sum > 0 ? points / sum : 0;
  let from = 0;
  return parts.map(({ label, points: worth }) => {
    const width = worth * scale;
    const segment = { label, from, width };
    from += width;
    return segment;
  });
}
