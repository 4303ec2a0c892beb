import { localDay, sayDayInFull } from "#lib/follow-up/local-time.ts";

/** The day of an instant by a clock, as the desk says it: "19 November 2026". */
export const sayDayOf = (zone: string, at: Date) => sayDayInFull(localDay(zone, at));
