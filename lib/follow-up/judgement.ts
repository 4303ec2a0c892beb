import type { Reason } from "#lib/follow-up/reason.ts";

/** A limit in time: at an instant it is open, or it says when it opens next (null: not in sight). It never opens earlier than asked. */
export type Limit = {
  opens(at: Date): Date | null;
  /** Why it is closed at `at`; it may offer the time it opens as a remedy. */
  reason(at: Date, opens: Date | null): Reason;
};

/** The reasons of all limits that are closed at an instant. */
export function closedAt(limits: Limit[], at: Date): Reason[] {
  return limits.flatMap((limit) => {
    const opens = limit.opens(at);
    return opens?.getTime() === at.getTime() ? [] : [limit.reason(at, opens)];
  });
}

/** The earliest instant from `from` on, within `days`, at which every limit is open; null if there is none. Each limit's answer is earliest, so the limit reached is, too. */
export function firstOpen(limits: Limit[], from: Date, days = 400): Date | null {
  const end = from.getTime() + days * 86_400_000;
  let at = from;
  for (let steps = 0; steps < 500; steps += 1) {
    let latest = at;
    for (const limit of limits) {
      const opens = limit.opens(at);
      if (!opens || opens.getTime() > end) return null;
      if (opens > latest) latest = opens;
    }
    if (latest.getTime() === at.getTime()) return at;
    at = latest;
  }
  return null;
}
