import { tzOffset } from "@date-fns/tz";

/** A calendar day as days since 1 January 1970: no zone, no clock, exact arithmetic. */
export type Day = number;

export const minute = 60_000;
export const dayLength = 24 * 60 * minute;

/** The wall clock of a zone, on instants in milliseconds since 1970. */
export type Clock = {
  zone: string;
  /** The day it is there. */
  day(at: number): Day;
  /** Minutes since midnight, by the clock on their wall. */
  minutes(at: number): number;
  /** The first instant at which the wall shows that day and time; in a spring gap, the first instant after it; in an autumn fold, the earlier of the two. */
  instant(day: Day, minutes?: number): number;
};

const clocks = new Map<string, Clock>();
const spellings = 2_000;

/** The clock of a zone however its name is spelt: there are as many as the platform has zones, not as many as anybody can write. */
export function clockOf(zone: string): Clock {
  let clock = clocks.get(zone);
  if (clock) return clock;
  if (clocks.size > spellings) clocks.clear();
  const name = new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  clock = clocks.get(name) ?? makeClock(name);
  clocks.set(name, clock).set(zone, clock);
  return clock;
}

function makeClock(zone: string): Clock {
  const offset = offsetsOf(zone);
  const instant = (day: Day, minutes = 0): number => {
    const wall = day * dayLength + minutes * minute;
    const before = wall - offset(wall - dayLength);
    const after = wall - offset(wall + dayLength);
    const low = Math.min(before, after);
    if (low + offset(low) === wall) return low;
    const high = Math.max(before, after);
    return high + offset(high) === wall ? high : afterGap(offset, low, high);
  };
  return {
    zone,
    day: (at) => Math.floor((at + offset(at)) / dayLength),
    minutes: (at) => {
      const local = at + offset(at);
      return Math.floor((local - Math.floor(local / dayLength) * dayLength) / minute);
    },
    instant,
  };
}

/** The wall clock jumps over the wanted time somewhere between the two instants: that jump is the answer. */
function afterGap(offset: (at: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  const start = offset(low);
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / 2 / minute) * minute;
    if (offset(middle) === start) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * A zone's offset in milliseconds at an instant. Asking the platform is slow, so an answer is kept a UTC day – where its two ends agree, as on all but
 * two days a year – in a table that a newer day of the same slot overwrites.
 */
function offsetsOf(zone: string): (at: number) => number {
  const slots = 1024;
  const days = new Int32Array(slots).fill(-1);
  const offsets = new Float64Array(slots);
  const ask = (at: number) => Math.round(tzOffset(zone, new Date(at)) * minute);
  return (at) => {
    const day = Math.floor(at / dayLength);
    const slot = day & (slots - 1);
    if (days[slot] !== day) {
      const start = ask(day * dayLength);
      offsets[slot] = start === ask((day + 1) * dayLength - 1) ? start : NaN;
      days[slot] = day;
    }
    const known = offsets[slot]!;
    // offsets change at whole minutes
    return known === known ? known : ask(Math.floor(at / minute) * minute);
  };
}
