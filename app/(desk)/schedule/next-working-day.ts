import { addBusinessDays, instantAt, localDay, localMinutes } from "#lib/follow-up/local-time.ts";

export { sayDay } from "#lib/follow-up/local-time.ts";

/** The next business day after today or the planned day, whichever is later, at the same hour of theirs. */
export function nextWorkingDay(at: Date, zone: string): Date {
  const from = Math.max(localDay(zone, at), localDay(zone, new Date()));
  return instantAt(zone, addBusinessDays(from, 1), localMinutes(zone, at));
}
