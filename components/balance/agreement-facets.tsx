import { Finding } from "#components/balance/finding.tsx";
import type { Tone } from "#components/balance/tones.ts";
import { Icon } from "#components/icon.tsx";
import type { IconName } from "#components/icons.ts";
import type { ConsentFacet } from "#lib/consent/facets.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

const states: Record<ConsentFacet["state"], { tone: Tone; icon: IconName }> = {
  good: { tone: "welcome", icon: "check" },
  later: { tone: "soon", icon: "clock" },
  ask: { tone: "confirm", icon: "ask" },
  no: { tone: "never", icon: "ban" },
};

const answers: Record<Verdict["consent"]["passes"], { tone: Tone; icon: IconName; word: string }> = {
  yes: { tone: "welcome", icon: "yes", word: "agreed, or lawful" },
  confirm: { tone: "confirm", icon: "ask", word: "one thing is open" },
  later: { tone: "soon", icon: "clock", word: "not at this time" },
  no: { tone: "never", icon: "ban", word: "they did not agree" },
};

/** May we, this way, then: each point of the agreement with its own answer. */
export function AgreementFacets({ consent }: { consent: Verdict["consent"] }) {
  const { tone, icon, word } = answers[consent.passes];
  return (
    <section className="b-part">
      <div className="head">
        <h4 className="label">Agreement</h4>
        <Finding tone={tone} icon={icon}>
          {word}
        </Finding>
      </div>
      <ul className="facets">
        {consent.facets.map(({ label, note, state }) => (
          <li key={label} className={`t-${states[state].tone}`}>
            <Icon name={states[state].icon} />
            <span>
              {label} <span>{note}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
