import type { Day } from "#lib/follow-up/clock.ts";
import { dayOf, sayCalendarDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";

/** The days from which and until before which a touch may come early, and what is said of it. */
export type Urgency = { days: { from: Day; until: Day } | null; reasons: Reason[] };

const calm: Urgency = { days: null, reasons: [] };

/** V9, the hole in the street: they lose something by a day of theirs, on evidence we may name; one touch may then come sooner than cadence allows. Never past consent. */
export function urgencyOf(plan: Plan, { facts, planned }: Dossier, day: Day, policy: Policy): Urgency {
  const id = plan.urgentFactId;
  if (!id) return calm;
  const fact = facts.find((each) => each.id === id);
  const fault = (sentence: string): Urgency => ({ days: null, reasons: [{ rule: "V9", severity: "note", sentence, evidence: id }] });
  if (!fact || fact.origin === "observed" || !fact.on)
    return fault("To come early, the record has to say what they lose and by which day, from a source we may name.");
  const loss = dayOf(fact.on);
  if (loss < day) return fault(`${fact.label} was on ${sayCalendarDay(loss)}: too late to warn of it.`);
  if (plan.offer.kind === "none") return fault("To come early, bring what keeps them from the loss.");
  if (fact.told || planned.some(({ urgentFactId }) => urgentFactId === id))
    return fault("They have been told of this once already; the usual rhythm holds.");
  const days = { from: loss - policy.urgentDays, until: loss + 1 };
  const isEarly = day < days.from;
  const sentence = isEarly
    ? `${fact.label} is on ${sayCalendarDay(loss)}: there is time to keep to their rhythm.`
    : `${fact.label}, ${sayCalendarDay(loss)}: they lose by not hearing, so this may come early, once.`;
  return { days, reasons: [{ rule: "V9", severity: isEarly ? "note" : "good", sentence, evidence: id }] };
}
