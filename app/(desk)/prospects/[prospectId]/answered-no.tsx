import { Icon } from "#components/icon.tsx";
import { Rule } from "#components/rule.tsx";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { mustAnswer, type ObjectionKind } from "#lib/touches/objection.ts";

/** Their no beside the letter that answers it, and what the answer has to bring (C5, C6). */
export function AnsweredNo({ plan, objections }: { plan: Plan; objections: Dossier["objections"] }) {
  const no = objections.find(({ id }) => id === plan.answersObjectionId);
  if (!no) return null;
  return (
    <section className="answered-no" aria-label="The no this answers">
      <Icon name="no" />
      <div>
        <p className="quote">“{no.words}”</p>
        <p className="soft">
          {mustAnswer[no.kind as ObjectionKind]} <Rule id="C6" />
        </p>
      </div>
    </section>
  );
}
