import { fitPoints } from "#lib/cadence/fit.ts";
import type { Pace } from "#lib/cadence/rhythm.ts";
import { type Clock, type Day, minute } from "#lib/follow-up/clock.ts";
import type { Contact } from "#lib/follow-up/history.ts";
import { firstOpen, isOpen, type Limit, never } from "#lib/follow-up/judgement.ts";
import { businessDaysBetween, weekday } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";

/** What it takes to get a touch ready, in milliseconds: a time that passes while one reads of it helps nobody. */
export const readiness = 60 * minute;

/** How far ahead a best time is looked for, in days. */
export const horizon = 30;

type Search = { plan: Plan; limits: readonly Limit[]; contacts: readonly Contact[]; pace: Pace; clock: Clock; from: number };

/**
 * The open time of the next thirty days on the day that fits their rhythm best; of equal days the soonest business day. On that day the hour that was
 * planned, else mid-morning (the hour hardly matters; source: time-of-day statistics), else the first that is open. Null: no day is open.
 */
export function bestTime({ plan, limits, contacts, pace, clock, from }: Search): Date | null {
  const planned = clock.minutes(plan.at.getTime());
  const today = clock.day(from);
  let best = -1;
  let bestAt: number | null = null;
  let next = 0;
  let last: Day | null = null;
  let opens = today;
  for (let day = today; day <= today + horizon && best < most; day += 1) {
    for (; next < contacts.length && contacts[next]!.day <= day; next += 1) last = contacts[next]!.day;
    const points = (last === null ? 100 : fitPoints(businessDaysBetween(last, day), pace)) + (weekday(day) <= 5 ? 1 : 0);
    if (points <= best || day < opens) continue;
    const first = firstOpen(limits, Math.max(from, clock.instant(day)), horizon);
    if (first === never) break;
    opens = clock.day(first);
    if (opens > day) continue;
    best = points;
    bestAt = goodHour(day, [planned, morning], limits, clock, first);
  }
  return bestAt === null ? null : new Date(bestAt);
}

const morning = 10 * 60;
/** Full points, and one more for a business day over the weekend beside it. */
const most = 101;

function goodHour(day: Day, hours: readonly number[], limits: readonly Limit[], clock: Clock, first: number): number {
  for (const minutes of hours) {
    const at = clock.instant(day, minutes);
    if (at >= first && isOpen(limits, at)) return at;
  }
  return first;
}
