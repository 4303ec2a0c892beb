import { readiness } from "#lib/scoring/best-time.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

/** The best time, where it fits their rhythm better than the plan's and one can still get ready for it; null where a reason moves the plan there already. */
export function betterTime({ plan, bestAt, cadence, reasons }: Verdict, now: Date): Date | null {
  if (!bestAt || cadence.points === 100 || bestAt.getTime() === plan.at.getTime()) return null;
  if (bestAt.getTime() < now.getTime() + readiness) return null;
  const isOffered = reasons.some(({ remedy }) => remedy?.do === "move" && remedy.at.getTime() === bestAt.getTime());
  return isOffered ? null : bestAt;
}
