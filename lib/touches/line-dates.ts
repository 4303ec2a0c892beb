import { GB } from "chrono-node/en";

import { dateOf, type Day, dayOf, localDay, localMinutes } from "#lib/follow-up/local-time.ts";

/** A day and perhaps a time of it that a text names, by the wall clock it was read with. */
export type SpokenTime = { from: number; to: number; day: Day; minutes: number | null };

export type Clockwork = { now: Date; zone: string };

/** Longer than any day one would name; what is longer is not looked at. */
const mostDate = 80;
const farYears = 20;

/** The first day or time named in a text, as of `now` on the wall in `zone`: the coming one, or the past one where `isPast`. */
export function spokenTime(text: string, { now, zone }: Clockwork, isPast = false): SpokenTime | null {
  const today = localDay(zone, now);
  const [nowYear, nowMonth, nowDate] = dateOf(today).split("-").map(Number) as [number, number, number];
  // their wall clock as if it were the machine's own, by which the reader compares: what is read is a wall clock again, wherever that stands
  const wall = new Date(nowYear, nowMonth - 1, nowDate, 0, localMinutes(zone, now));
  const found = GB.parse(text.slice(0, mostDate), wall, { forwardDate: !isPast })[0];
  if (!found) return null;
  const { start, index: from } = found;
  const [year, month, date] = [start.get("year")!, start.get("month")!, start.get("day")!];
  if (!(year > 1970 && year < 9_999)) return null;
  let day = dayOf(`${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`);
  if (isPast && day > today && start.isCertain("weekday") && !start.isCertain("day")) day -= 7;
  if (Math.abs(day - today) > farYears * 366) return null;
  return { from, to: from + found.text.length, day, minutes: minutesOf(found.text.toLowerCase(), start) };
}

type Parsed = NonNullable<ReturnType<typeof GB.parse>[number]>["start"];

const partsOfDay: [RegExp, number][] = [
  [/morning/, 9 * 60],
  [/afternoon/, 15 * 60],
  [/evening|tonight/, 18 * 60],
];

/** The time of day that is named; "at 3" is in the afternoon, as nobody is called at night. */
function minutesOf(text: string, start: Parsed): number | null {
  if (!start.isCertain("hour")) return partsOfDay.find(([named]) => named.test(text))?.[1] ?? null;
  const hour = start.get("hour")!;
  const isBare = !start.isCertain("meridiem") && hour > 0 && hour < 7 && !/\b0\d/.test(text) && !/\bin\b/.test(text);
  return (isBare ? hour + 12 : hour) * 60 + (start.get("minute") ?? 0);
}

const two = (number: number) => String(number).padStart(2, "0");

/** "2026-12-01T10:00", as a form's field holds it. */
export const wallTime = (day: Day, minutes: number): string => `${dateOf(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
