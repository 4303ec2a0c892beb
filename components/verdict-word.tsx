import { Finding } from "#components/balance/finding.tsx";
import { verdictTone } from "#components/balance/tones.ts";
import { sayDay } from "#lib/follow-up/local-time.ts";
import type { VerdictKind } from "#lib/scoring/verdict.ts";

const words: Record<VerdictKind, string> = {
  allow: "Welcome",
  confirm: "Confirm one thing",
  rewrite: "Bring more",
  reschedule: "Too soon",
  block: "Not allowed",
};

type Props = { verdict: VerdictKind; value: number | null; bar: number | null; nextAllowedAt: Date | null; zone: string };

/** The balance at its smallest: the verdict's word, and a beam of what it brings with the notch it must reach. */
export function VerdictWord({ verdict, value, bar, nextAllowedAt, zone }: Props) {
  const { tone, icon } = verdictTone[verdict];
  const from = verdict === "reschedule" && nextAllowedAt ? ` – ${sayDay(zone, nextAllowedAt)}` : "";
  return (
    <span className={`mini t-${tone}`}>
      <Finding tone={tone} icon={icon}>
        {words[verdict]}
        {from}
      </Finding>
      {value !== null && bar !== null && (
        <span className="mini-g" role="img" aria-label={`brings ${(value / 10).toFixed(1)}, must reach ${(bar / 10).toFixed(1)}`}>
          <span
            className={value < bar ? "m-beam short" : "m-beam"}
            style={{ "--v": `${value}%`, "--bar": `${bar}%` } as React.CSSProperties}
          >
            <i />
            <b />
          </span>
        </span>
      )}
    </span>
  );
}
