import type { Clock, Day } from "#lib/follow-up/clock.ts";
import { type Limit, never } from "#lib/follow-up/judgement.ts";
import { dayOf, sayCalendarDay, weekday } from "#lib/follow-up/local-time.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";

/**
 * The days on which one turns to them of one's own accord: Monday to Friday without the public holidays where they are. What they said themselves goes
 * before that: the days of the week they chose, a day they named, a day that was agreed on (C2, C7, G1).
 */
export function workingDays({ terms, agreedDays, holidays }: Pick<Dossier, "terms" | "agreedDays" | "holidays">): (day: Day) => boolean {
  const off = new Set(holidays.map(({ on }) => dayOf(on)));
  const named = new Set([...agreedDays, ...(terms?.callBackOn ? [terms.callBackOn] : [])].map(dayOf));
  const chosen = terms?.days ?? [];
  const isUsual = (day: Day) => (chosen.length > 0 ? chosen.includes(weekday(day)) : weekday(day) <= 5);
  return (day) => named.has(day) || (isUsual(day) && !off.has(day));
}

/** Days to look through for the next working day: no run of holidays and days off is longer. */
const longestBreak = 60;

/** Open on their working days alone. It narrows what is proposed; a rep may choose any day that the judges let pass. */
export function onWorkingDays(dossier: Dossier, clock: Clock): Limit {
  const works = workingDays(dossier);
  const opens = (at: number): number => {
    const today = clock.day(at);
    for (let day = today; day <= today + longestBreak; day += 1) if (works(day)) return day === today ? at : clock.instant(day);
    return never;
  };
  const sentence = (at: number) => `${sayCalendarDay(clock.day(at))} is no working day of theirs.`;
  return { opens, reason: (at) => ({ rule: "C2", severity: "reschedule", sentence: sentence(at) }) };
}
