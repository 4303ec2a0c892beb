import { instantAt, localDay, weekday } from "#lib/follow-up/local-time.ts";

/** What a manager's numbers cover: the week of the reader's calendar (Monday to Sunday), the last seven and the last thirty days to the minute. */
export type Periods = { weekStart: Date; weekEnd: Date; sevenDaysAgo: Date; thirtyDaysAgo: Date };

const day = 24 * 60 * 60 * 1000;

export function periodsAt(timeZone: string, now: Date): Periods {
  const today = localDay(timeZone, now);
  const monday = today - weekday(today) + 1;
  return {
    weekStart: instantAt(timeZone, monday),
    weekEnd: instantAt(timeZone, monday + 7),
    sevenDaysAgo: new Date(now.getTime() - 7 * day),
    thirtyDaysAgo: new Date(now.getTime() - 30 * day),
  };
}
