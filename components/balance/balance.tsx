import { AgreementFacets } from "#components/balance/agreement-facets.tsx";
import { Reasons } from "#components/balance/reasons.tsx";
import { RhythmStrip } from "#components/balance/rhythm-strip.tsx";
import { verdictTone } from "#components/balance/tones.ts";
import { ValueBeams } from "#components/balance/value-beams.tsx";
import type { Remedy } from "#lib/follow-up/reason.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

type Props = {
  verdict: Verdict;
  dossier: Dossier;
  policy: Policy;
  now: Date;
  zone: string;
  /** Applies a remedy to the plan in one press; without it the reasons stand alone. */
  onRemedy?: (remedy: Remedy) => void;
  /** What settles the verdict, below its sentence. */
  actions?: React.ReactNode;
};

/** The signature: what a touch brings against what it must reach, whether they agreed, and how it sits in their rhythm. */
export function Balance({ verdict, dossier, policy, now, zone, onRemedy, actions }: Props) {
  const { tone, seal } = verdictTone[verdict.kind];
  return (
    <section className="balance" aria-label={`Balance: ${verdict.headline}`}>
      <header className={`verdict t-${tone}`}>
        <svg className="seal" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="11" fill="currentColor" />
          <path d={seal} fill="none" stroke="var(--tint)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
        <h3>{verdict.headline}</h3>
        <p>{verdict.sentence}</p>
        {actions && <div className="do">{actions}</div>}
      </header>
      <ValueBeams value={verdict.value} weighed={verdict.consent.passes !== "no"} />
      <AgreementFacets consent={verdict.consent} />
      <RhythmStrip verdict={verdict} dossier={dossier} policy={policy} now={now} zone={zone} />
      <Reasons reasons={verdict.reasons} onRemedy={onRemedy} zone={zone} />
    </section>
  );
}
