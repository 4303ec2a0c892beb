import { tzOffset } from "@date-fns/tz";

/** A calendar day as days since 1 January 1970: no zone, no clock, exact arithmetic. */
export type Day = number;

const minute = 60_000;
const dayLength = 24 * 60 * minute;

export function isTimeZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The day it is in `zone` at an instant. */
export function localDay(zone: string, at: Date): Day {
  return Math.floor((at.getTime() + offset(zone, at.getTime())) / dayLength);
}

/** Minutes since local midnight, by the clock on their wall. */
export function localMinutes(zone: string, at: Date): number {
  const local = at.getTime() + offset(zone, at.getTime());
  return Math.floor((local - Math.floor(local / dayLength) * dayLength) / minute);
}

/** The first instant at which the wall clock in `zone` shows that day and time; in a spring gap, the first instant after it; in an autumn fold, the earlier of the two. */
export function instantAt(zone: string, day: Day, minutes = 0): Date {
  const wall = day * dayLength + minutes * minute;
  const before = wall - offset(zone, wall - dayLength);
  const after = wall - offset(zone, wall + dayLength);
  const candidates = [Math.min(before, after), Math.max(before, after)];
  const exact = candidates.find((at) => at + offset(zone, at) === wall);
  return new Date(exact ?? firstAfterGap(zone, candidates));
}

/** The wall clock jumps over the wanted time somewhere between the two candidates: that jump is the answer. */
function firstAfterGap(zone: string, [from, to]: number[]): number {
  let low = from!;
  let high = to!;
  const start = offset(zone, low);
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / 2 / minute) * minute;
    if (offset(zone, middle) === start) low = middle;
    else high = middle;
  }
  return high;
}

/** ISO weekday of a day: 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day) => ((((day + 3) % 7) + 7) % 7) + 1;

/** `count` business days (Monday to Friday) after `day`; 0 is the day itself. */
export function addBusinessDays(day: Day, count: number): Day {
  let result = day;
  for (let left = Math.round(count); left > 0;) {
    result += 1;
    if (weekday(result) <= 5) left -= 1;
  }
  return result;
}

/** Business days from one day to a later one, counting the later; 0 if it is not later. */
export function businessDaysBetween(from: Day, to: Day): number {
  const whole = Math.max(0, Math.floor((to - from) / 7));
  let count = whole * 5;
  for (let day = from + whole * 7 + 1; day <= to; day += 1) if (weekday(day) <= 5) count += 1;
  return count;
}

/** YYYY-MM-DD to a day and back. */
export const dayOf = (date: string): Day => Math.floor(Date.parse(`${date}T00:00:00Z`) / dayLength);
export const dateOf = (day: Day): string => new Date(day * dayLength).toISOString().slice(0, 10);

/** The same date `months` later, or the month's last day where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * dayLength);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const lastDate = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Math.floor(first / dayLength) + Math.min(date.getUTCDate(), lastDate) - 1;
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "Tue 24 Nov" in a zone. */
export function sayDay(zone: string, at: Date): string {
  const local = localDay(zone, at);
  const [, month, date] = dateOf(local).split("-").map(Number);
  return `${weekdays[weekday(local) - 1]} ${date} ${months[month! - 1]}`;
}

/** Zone offset in milliseconds. Offsets change at whole quarter hours, so one look-up serves a quarter hour. */
function offset(zone: string, at: number): number {
  const quarter = Math.floor(at / (15 * minute));
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map()));
  let found = known.get(quarter);
  if (found === undefined) {
    if (known.size > 10_000) known.clear();
    known.set(quarter, (found = Math.round(tzOffset(zone, new Date(at)) * minute)));
  }
  return found;
}

const offsets = new Map<string, Map<number, number>>();
