import "server-only";
import HolidayCalendar from "date-holidays";

import type { Dossier } from "#lib/scoring/dossier.ts";

type Holiday = Dossier["holidays"][number];

const calendars = new Map<string, HolidayCalendar | null>();
const years = new Map<string, Holiday[]>();

/** Public holidays where a person is, from the year of ninety days back to that of four hundred on; none where the place is not known. */
export function holidaysAt(country: string | null, region: string | null, now: Date): Holiday[] {
  if (!country) return [];
  const first = new Date(now.getTime() - 90 * 86_400_000).getUTCFullYear();
  const last = new Date(now.getTime() + 400 * 86_400_000).getUTCFullYear();
  return Array.from({ length: last - first + 1 }, (_, i) => holidaysOf(country, region, first + i)).flat();
}

function holidaysOf(country: string, region: string | null, year: number): Holiday[] {
  const key = `${country} ${region ?? ""} ${year}`;
  let known = years.get(key);
  if (!known) {
    const found = calendarOf(country, region)?.getHolidays(year) ?? [];
    known = found.filter(({ type }) => type === "public").map(({ date, name }) => ({ on: date.slice(0, 10), name }));
    if (years.size > 2_000) years.clear();
    years.set(key, known);
  }
  return known;
}

/** A region the library does not know is read as the whole country. */
function calendarOf(country: string, region: string | null): HolidayCalendar | null {
  const key = `${country} ${region ?? ""}`;
  let calendar = calendars.get(key);
  if (calendar === undefined) {
    const whole = new HolidayCalendar();
    const isKnown = region !== null && region in (whole.getStates(country) ?? {});
    calendar = country in whole.getCountries() ? new HolidayCalendar(country, isKnown ? region : "") : null;
    if (calendars.size > 2_000) calendars.clear();
    calendars.set(key, calendar);
  }
  return calendar;
}
