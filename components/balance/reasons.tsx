import { severityTone } from "#components/balance/tones.ts";
import { Icon } from "#components/icon.tsx";
import { Rule } from "#components/rule.tsx";
import { askedFor, channelNames } from "#lib/follow-up/vocabulary.ts";
import { sayDay } from "#lib/follow-up/local-time.ts";
import type { Reason, Remedy } from "#lib/follow-up/reason.ts";
import { sayClock } from "#lib/follow-up/say-when.ts";

type Props = { reasons: Reason[]; zone: string; onRemedy?: ((remedy: Remedy) => void) | undefined };

/** All reasons, worst first, each with its rule and, where there is one, its remedy in one press. */
export function Reasons({ reasons, zone, onRemedy }: Props) {
  if (reasons.length === 0) return null;
  return (
    <ul className="reasons">
      {reasons.map(({ rule, severity, sentence, remedy }) => (
        <li key={rule + sentence} className={`t-${severityTone[severity].tone}`}>
          <Icon name={severityTone[severity].icon} />
          <span>
            {sentence}{" "}
            {remedy && onRemedy && (
              <button type="button" className="remedy" onClick={() => onRemedy(remedy)}>
                {remedyWords(remedy, zone)}
              </button>
            )}
          </span>
          <Rule id={rule} />
        </li>
      ))}
    </ul>
  );
}

/** The shortest verb that mends it. */
export function remedyWords(remedy: Remedy, zone: string): string {
  switch (remedy.do) {
    case "move":
      return `Move to ${sayDay(zone, remedy.at)}, ${sayClock(zone, remedy.at)} their time`;
    case "change-channel":
      return `Use ${channelNames[remedy.channel].toLowerCase()}`;
    case "attach":
      return `Bring “${remedy.title}”`;
    case "bring-something":
      return "Bring something";
    case "ask-nothing":
      return "Ask nothing";
    case "ask-less":
      return `Ask for ${askedFor[remedy.ask]}`;
    case "say-why-it-helps":
      return "Say why";
    case "state-basis":
      return "State why we may";
    case "answer-objection":
      return "Answer it";
    case "fill-in":
      return remedy.field ? `Fill in {{${remedy.field}}}` : "Mend it";
    case "cut":
      return "Cut it";
  }
}
