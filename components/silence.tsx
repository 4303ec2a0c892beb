import { ActButton } from "#components/act-button.tsx";
import type { FormAction } from "#components/action-form.tsx";
import { Finding } from "#components/balance/finding.tsx";
import { Rule } from "#components/rule.tsx";
import { cares, Hypothesis } from "#lib/cadence/silence.ts";
import { sayDate } from "#lib/follow-up/say-when.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Moments } from "#lib/prospects/moments.ts";
import { sayCare, type Silence as Found } from "#lib/scoring/silence-evidence.ts";

type Props = {
  prospectId: string;
  silence: Found | null;
  reading: Moments["reading"];
  today: string;
  policy: Pick<Policy, "silence">;
  actions: Record<"read" | "end", FormAction>;
};

/** They answered once and went quiet: first patience, then why that may be, with what speaks for it (D5). */
export function Silence({ prospectId, silence, reading, today, policy, actions }: Props) {
  if (!silence) return null;
  if (reading) {
    const { name, advice } = cares[reading.hypothesis];
    return (
      <div className="step-gap">
        <p>
          <Finding tone="none" icon="wave">
            Quiet for {silence.days} days, read as: {lower(name)}, until {sayDate(reading.endsOn, today)}
          </Finding>{" "}
          <span className="soft">{advice}</span> <Rule id="D5" />
        </p>
        <ActButton className="remedy" action={actions.end} fields={{ prospectId }} done="The reading is taken back.">
          Read it anew
        </ActButton>
      </div>
    );
  }
  if (!silence.isDue) return null;
  return (
    <details className="silence">
      <summary>
        Quiet for {silence.days} days. Why might that be? <Rule id="D5" />
      </summary>
      <ul>
        {Hypothesis.options.map((hypothesis) => (
          <li key={hypothesis}>
            <div>
              <h3>{cares[hypothesis].name}</h3>
              {silence.evidence[hypothesis].map((line) => (
                <p key={line}>{line}</p>
              ))}
              <p className="soft">
                {cares[hypothesis].advice} Sets {sayCare(hypothesis, policy)}.
              </p>
            </div>
            <ActButton action={actions.read} fields={{ prospectId, hypothesis }} done={`Read as: ${lower(cares[hypothesis].name)}.`}>
              Take this<span className="sr">: {cares[hypothesis].name}</span>
            </ActButton>
          </li>
        ))}
      </ul>
    </details>
  );
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
