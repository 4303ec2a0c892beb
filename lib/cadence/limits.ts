import type { Contact } from "#lib/cadence/contact.ts";
import { type PressureMatter, pressureAt } from "#lib/cadence/pressure.ts";
import { addBusinessDays, type Day, instantAt, localDay, sayDay } from "#lib/follow-up/local-time.ts";
import type { Limit } from "#lib/follow-up/judgement.ts";
import type { Reason, RuleId } from "#lib/follow-up/reason.ts";
import type { Policy } from "#lib/policy/policy.ts";

const day = 86_400_000;
const minute = 60_000;
const later = (a: Date, b: Date) => (a > b ? a : b);

type Wording = { zone: string; sentence: (opens: string) => string; rule?: RuleId };

function tooSoon({ zone, sentence, rule = "D1" }: Wording) {
  return (_at: Date, opens: Date | null): Reason => ({
    rule,
    severity: "reschedule",
    sentence: opens ? sentence(sayDay(zone, opens)) : "There is no room for this within the next year.",
    ...(opens && { remedy: { do: "move", at: opens } }),
  });
}

/** D1: at least `gap` business days between this and every other contact, before and after, in their calendar. Below one day the gap is in hours of an eight-hour day. */
export function minimumGap(contacts: Contact[], gap: number, wording: Wording): Limit {
  const { zone } = wording;
  const clearOf = (contact: Contact, at: Date): Date => {
    if (gap < 1) {
      const pause = gap * 8 * 60 * minute;
      return Math.abs(at.getTime() - contact.at.getTime()) >= pause ? at : new Date(contact.at.getTime() + pause);
    }
    const theirs = localDay(zone, contact.at);
    const ours = localDay(zone, at);
    if (ours >= addBusinessDays(theirs, gap) || addBusinessDays(ours, gap) <= theirs) return at;
    return instantAt(zone, addBusinessDays(theirs, gap));
  };
  return { opens: (at) => contacts.reduce((open, contact) => later(open, clearOf(contact, at)), at), reason: tooSoon(wording) };
}

/** D1: no span of `span` days that holds this touch may hold more than `cap` of them. */
export function windowCap(contacts: Contact[], cap: number, span: number, wording: Wording): Limit {
  const times = contacts.map(({ at }) => at.getTime()).toSorted((a, b) => a - b);
  const width = span * day;
  const opens = (at: Date): Date | null => {
    if (cap === 0) return null;
    let from = at.getTime();
    for (;;) {
      const end = times.findIndex((time, first) => {
        const last = times[first + cap - 1];
        return last !== undefined && Math.max(last, from) - Math.min(time, from) < width;
      });
      if (end < 0) return new Date(from);
      from = Math.max(from + minute, times[end]! + width);
    }
  };
  return { opens, reason: tooSoon(wording) };
}

/** The law in one line: what is felt already plus this must fit what the person has room for. Solved by the half-life, rounded up to the minute. */
export function capacityLimit(matter: PressureMatter, weight: number, policy: Policy, wording: Wording): Limit {
  const capacity = policy.pressure.capacity[matter.state];
  const halfLife = policy.pressure.halfLife[matter.state];
  const opens = (at: Date): Date | null => {
    if (weight >= capacity) return null;
    let from = at;
    for (let steps = 0; steps <= matter.contacts.length + matter.company.length + 1; steps += 1) {
      const felt = pressureAt(from, matter, policy);
      if (felt + weight <= capacity) return from;
      const wait = halfLife * Math.log2(felt / (capacity - weight)) * day;
      const next = from.getTime() + Math.max(minute, Math.ceil(wait / minute) * minute);
      from = new Date(Math.ceil(next / minute) * minute);
    }
    return from;
  };
  return { opens, reason: tooSoon(wording) };
}

/** Closed until a fixed instant. */
export function closedUntil(until: Date, wording: Wording): Limit {
  return { opens: (at) => later(at, until), reason: tooSoon(wording) };
}

/** Whatever the rhythm says, a day they named themselves is open. */
export function openOnDays(limit: Limit, days: Day[], zone: string): Limit {
  const opens = (at: Date): Date | null => {
    const today = localDay(zone, at);
    if (days.includes(today)) return at;
    const next = Math.min(...days.filter((day) => day > today));
    const usual = limit.opens(at);
    if (next === Infinity) return usual;
    const named = instantAt(zone, next);
    return !usual || named < usual ? named : usual;
  };
  return { ...limit, opens };
}
