import type { Pace } from "#lib/cadence/rhythm.ts";
import type { Clock, Day } from "#lib/follow-up/clock.ts";
import type { Contact } from "#lib/follow-up/history.ts";
import { addBusinessDays, businessDaysBetween } from "#lib/follow-up/local-time.ts";

export type Fit = "early" | "right" | "late" | "overdue";

/** Days after the last contact: from `right` it is in rhythm, after `late` too late. */
export type Windows = { last: Day; soonUntil: Day; right: Day; late: Day };

/** Where an instant falls in the rhythm since the last contact up to its day; without one, any day is right. */
export function placeInRhythm(
  at: number,
  contacts: readonly Contact[],
  pace: Pace,
  clock: Clock,
): { fit: Fit; points: number; windows: Windows | null } {
  const day = clock.day(at);
  let latest = contacts.length - 1;
  while (latest >= 0 && contacts[latest]!.day > day) latest -= 1;
  if (latest < 0) return { fit: "right", points: 100, windows: null };
  const last = contacts[latest]!.day;
  const gap = businessDaysBetween(last, day);
  return { fit: fitOf(gap, pace), points: fitPoints(gap, pace), windows: windowsAfter(last, pace) };
}

const latestGap = ({ target, channel }: Pace) => Math.max(target, channel.max);

function windowsAfter(last: Day, pace: Pace): Windows {
  return {
    last,
    soonUntil: addBusinessDays(last, pace.channel.min),
    right: addBusinessDays(last, Math.max(pace.channel.min, pace.target * 0.8)),
    late: addBusinessDays(last, latestGap(pace)),
  };
}

/** A gap in business days: early below the target, right up to a quarter beyond it, late until the longest that is good. */
export function fitOf(gap: number, pace: Pace): Fit {
  if (gap < pace.target) return "early";
  if (gap <= 1.25 * pace.target) return "right";
  return gap <= latestGap(pace) ? "late" : "overdue";
}

/** 0–100 for a gap: full where it is right, fewer before and after; lateness costs points and never blocks. Source: scoring model, "too-long gaps harm less than too-short". */
export function fitPoints(gap: number, pace: Pace): number {
  const { target } = pace;
  const { min } = pace.channel;
  const max = latestGap(pace);
  if (gap < target) return Math.round(60 + (40 * Math.max(0, gap - min)) / Math.max(1, target - min));
  if (gap <= 1.25 * target) return 100;
  if (gap <= max) return Math.round(100 - (50 * (gap - 1.25 * target)) / Math.max(1, max - 1.25 * target));
  return Math.round(Math.max(0, 50 - (50 * (gap - max)) / Math.max(1, max)));
}
