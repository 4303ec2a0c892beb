import { dayLength, minute } from "#lib/follow-up/clock.ts";
import type { Reason } from "#lib/follow-up/reason.ts";

/** An instant that is not in sight. */
export const never = Infinity;

/** A limit in time, on instants in milliseconds: at an instant it is open, or it says when it opens next (`never`: not in sight, or not to be waited for). It never opens earlier than asked. */
export type Limit = {
  opens(at: number): number;
  /** Why it is closed at `at`; it may offer the time it opens as a remedy. */
  reason(at: number, opens: number): Reason;
};

/** The reasons of all limits that are closed at an instant. */
export function closedAt(limits: readonly Limit[], at: number): Reason[] {
  const reasons: Reason[] = [];
  for (const limit of limits) {
    const opens = limit.opens(at);
    if (opens !== at) reasons.push(limit.reason(at, opens));
  }
  return reasons;
}

export const isOpen = (limits: readonly Limit[], at: number): boolean => limits.every((limit) => limit.opens(at) === at);

/** The earliest instant from `from` on, within `days`, at which every limit is open, or `never`. Each limit's answer is earliest, so the limit reached is, too. */
export function firstOpen(limits: readonly Limit[], from: number, days = 400): number {
  const end = from + days * dayLength;
  let at = from;
  for (let steps = 0; steps < 500; steps += 1) {
    let latest = at;
    for (const limit of limits) latest = Math.max(latest, limit.opens(at));
    if (latest === at) return at;
    if (latest > end) return never;
    at = latest;
  }
  return never;
}

/** To the same weekday again: their days and hours only finish the way. */
const week = 7 * dayLength;

/** Which limit names the day of `firstOpen`: of those that push the time on, the last to do so by more than a week, else the first. */
export function whatHolds(limits: readonly Limit[], from: number): Reason | null {
  let at = from;
  let holds: Reason | null = null;
  for (let steps = 0; steps < 500 && at !== never; steps += 1) {
    let latest = at;
    let by: Limit | null = null;
    for (const limit of limits) {
      const opens = limit.opens(at);
      if (opens <= latest) continue;
      latest = opens;
      by = limit;
    }
    if (!by) break;
    if (!holds || latest - at > week) holds = by.reason(at, latest);
    at = latest;
  }
  return holds;
}

export type Wording = (opens: number) => Omit<Reason, "severity" | "remedy">;

/** A reason to come later, with the time it opens as its remedy. */
export function laterReason(wording: Wording): Limit["reason"] {
  return (_at, opens) => ({
    severity: "reschedule",
    ...wording(opens),
    ...(opens !== never && { remedy: { do: "move", at: new Date(opens) } }),
  });
}

/** Closed until a fixed instant. */
export const closedUntil = (until: number, wording: Wording): Limit => ({
  opens: (at) => Math.max(at, until),
  reason: laterReason(wording),
});

/** The same, but open from one instant until before another, whatever it says – as far as `unless` lets it, if given: then only where both are closed it is. */
export function openDuring(limit: Limit, from: number, until: number, unless?: Limit): Limit {
  const opens = (at: number): number => {
    if (at >= until) return limit.opens(at);
    if (at < from) return Math.min(limit.opens(at), from);
    return unless ? Math.min(limit.opens(at), unless.opens(at)) : at;
  };
  return { ...limit, opens };
}

type Timed = { at: number };

/** No span of `days` that holds this touch may hold more than `cap` of these contacts, soonest first; null: nowhere do so many stand so close that it could bind. */
export function windowCap(contacts: readonly Timed[], cap: number, days: number, wording: Wording): Limit | null {
  const width = days * dayLength;
  if (!everFull(contacts, cap, width)) return null;
  const opens = (at: number): number => {
    if (cap === 0) return never;
    let from = at;
    for (;;) {
      const full = fullSpan(contacts, cap, width, from);
      if (full < 0) return from;
      from = Math.max(from + minute, contacts[full]!.at + width);
    }
  };
  return { opens, reason: laterReason(wording) };
}

function everFull(contacts: readonly Timed[], cap: number, width: number): boolean {
  if (cap === 0) return true;
  for (let last = cap - 1; last < contacts.length; last += 1) if (contacts[last]!.at - contacts[last - cap + 1]!.at < width) return true;
  return false;
}

/** Where `cap` of the contacts begin that share a span with `at`, or -1. */
function fullSpan(contacts: readonly Timed[], cap: number, width: number, at: number): number {
  for (let first = contacts.length - cap; first >= 0; first -= 1) {
    const start = contacts[first]!.at;
    if (at - start >= width) return -1;
    if (Math.max(contacts[first + cap - 1]!.at, at) - Math.min(start, at) < width) return first;
  }
  return -1;
}
