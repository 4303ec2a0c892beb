import { type Burden, pressureAt } from "#lib/cadence/pressure.ts";
import { type Clock, type Day, dayLength, minute } from "#lib/follow-up/clock.ts";
import type { Contact } from "#lib/follow-up/history.ts";
import { laterReason, type Limit, type Wording } from "#lib/follow-up/judgement.ts";
import { addBusinessDays } from "#lib/follow-up/local-time.ts";

/** D1: at least `gap` business days between this and every other contact, before and after, in their calendar. Below one day the gap is in hours of an eight-hour day. */
export function minimumGap(contacts: readonly Contact[], gap: number, clock: Clock, wording: Wording): Limit {
  const clear = gap < 1 ? clearOfHours(contacts, gap * 8 * 60 * minute) : clearOfDays(contacts, gap, clock);
  return { opens: clear, reason: laterReason(wording) };
}

function clearOfHours(contacts: readonly Contact[], pause: number): Limit["opens"] {
  return (at) => {
    let open = at;
    for (const contact of contacts) if (Math.abs(at - contact.at) < pause) open = Math.max(open, contact.at + pause);
    return open;
  };
}

function clearOfDays(contacts: readonly Contact[], gap: number, clock: Clock): Limit["opens"] {
  // more days than any `gap` business days take, so that most contacts need no calendar
  const far = 2 * gap + 4;
  return (at) => {
    const ours = clock.day(at);
    let blocked: Day | null = null;
    // soonest first: from the end, the first one far enough behind us ends the search
    for (let i = contacts.length - 1; i >= 0; i -= 1) {
      const theirs = contacts[i]!.day;
      if (ours - theirs > far) break;
      if (theirs > ours && theirs >= addBusinessDays(ours, gap)) continue;
      const clear = addBusinessDays(theirs, gap);
      if (ours >= clear) break;
      blocked = Math.max(blocked ?? clear, clear);
    }
    return blocked === null ? at : Math.max(at, clock.instant(blocked));
  };
}

/** However heavy a touch, somebody who was left in peace has room for one: so much of what they have room for may still be felt. */
const peace = 0.05;

/** The law in one line: what is felt already plus this must fit what the person has room for. Solved by the half-life, rounded up to the minute. */
export function capacityLimit(burden: Burden, weight: number, capacity: number, wording: Wording): Limit {
  const room = Math.max(capacity - weight, peace * capacity);
  const opens = (at: number): number => {
    let from = at;
    for (let steps = burden.own.times.length + burden.company.times.length + 1; steps >= 0; steps -= 1) {
      const felt = pressureAt(from, burden);
      if (felt <= room) return from;
      const wait = burden.halfLife * Math.log2(felt / room) * dayLength;
      from = Math.ceil((from + Math.max(minute, wait)) / minute) * minute;
    }
    return from;
  };
  return { opens, reason: laterReason(wording) };
}

/** Whatever the rhythm says, a day they named themselves is open. */
export function openOnDays(limit: Limit, days: readonly Day[], clock: Clock): Limit {
  const opens = (at: number): number => {
    const today = clock.day(at);
    if (days.includes(today)) return at;
    const next = Math.min(...days.filter((day) => day > today));
    const usual = limit.opens(at);
    return next === Infinity ? usual : Math.min(usual, clock.instant(next));
  };
  return { ...limit, opens };
}
