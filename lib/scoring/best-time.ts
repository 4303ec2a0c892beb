import { placeInRhythm } from "#lib/cadence/fit.ts";
import type { Pace } from "#lib/cadence/rhythm.ts";
import type { Clock, Day } from "#lib/follow-up/clock.ts";
import type { Contact } from "#lib/follow-up/history.ts";
import { firstOpen, isOpen, type Limit, never } from "#lib/follow-up/judgement.ts";
import { weekday } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";

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
  let best: { at: number; points: number } | null = null;
  for (let day = today; day <= today + horizon; day += 1) {
    const points = dayPoints(day, contacts, pace, clock);
    if (best && points <= best.points) continue;
    const at = hourOn(day, [planned, morning], limits, clock, from);
    if (at !== null) best = { at, points };
    if (best?.points === most) break;
  }
  return best && new Date(best.at);
}

const morning = 10 * 60;
const most = 101;

/** A weekend is worth a point less than the business day beside it. */
const dayPoints = (day: Day, contacts: readonly Contact[], pace: Pace, clock: Clock) =>
  placeInRhythm(clock.instant(day, 12 * 60), contacts, pace, clock).points + (weekday(day) <= 5 ? 1 : 0);

function hourOn(day: Day, hours: readonly number[], limits: readonly Limit[], clock: Clock, from: number): number | null {
  for (const minutes of hours) {
    const at = clock.instant(day, minutes);
    if (at >= from && isOpen(limits, at)) return at;
  }
  const first = firstOpen(limits, Math.max(from, clock.instant(day)), 1);
  return first !== never && clock.day(first) === day ? first : null;
}
