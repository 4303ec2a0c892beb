import { Field } from "./field.tsx";
import type { Plan } from "#lib/follow-up/plan.ts";
import { sayDate } from "#lib/follow-up/say-when.ts";
import type { KnownFact } from "#lib/value/known.ts";

type Props = { plan: Plan; facts: KnownFact[]; today: string; onChange: (part: Partial<Plan>) => void };

/** What they stand to lose, and by which day of theirs: it lets one touch come early (V9). There only while such a day is on record. */
export function UrgentField({ plan: { urgentFactId }, facts, today, onChange }: Props) {
  const coming = comingLosses(facts, today);
  const isGone = urgentFactId !== null && !coming.some(({ id }) => id === urgentFactId);
  if (coming.length === 0 && !isGone) return null;
  return (
    <Field name="They lose by not hearing" htmlFor="plan-urgent">
      <select id="plan-urgent" value={urgentFactId ?? ""} onChange={(event) => onChange({ urgentFactId: event.target.value || null })}>
        <option value="">Nothing</option>
        {coming.map(({ id, label, value, on }) => (
          <option key={id} value={id}>
            {sayDate(on, today)}: {`${label}, ${value}`.slice(0, 80)}
          </option>
        ))}
        {isGone && <option value={urgentFactId}>A day that is over, or no longer on record</option>}
      </select>
    </Field>
  );
}

/** Facts that name a day still to come and that we may speak of; what was merely observed is none (C8). */
export function comingLosses(facts: KnownFact[], today: string): (KnownFact & { on: string })[] {
  return facts
    .flatMap((fact) => (fact.on !== null && fact.on >= today && fact.origin !== "observed" ? [{ ...fact, on: fact.on }] : []))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
