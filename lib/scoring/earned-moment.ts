import { dayLength } from "#lib/follow-up/clock.ts";
import { sayDay } from "#lib/follow-up/local-time.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { groundOf } from "#lib/scoring/ground.ts";

/** For how long what was welcomed makes a good moment, in days. */
const freshDays = 30;

/** P1: an introduction is asked for once something was of use to them or they became a customer, never while they rest or refuse. In a sentence, or null. */
export function earnedMoment(dossier: Dossier, won: boolean, policy: Policy, now: Date, zone: string): string | null {
  const { terms, touches, assets } = dossier;
  const { openNo, history, cadence } = groundOf(dossier, policy, now);
  const waits = terms && (terms.stopped || terms.pausedUntil !== null || terms.callBackOn !== null);
  if (openNo || waits || cadence.matter.silence || history.streak.count > 1) return null;
  const since = now.getTime() - freshDays * dayLength;
  const thanks = touches.findLast(({ at, disposition }) => disposition === "thanked" && at.getTime() > since);
  if (thanks) return `They thanked us on ${sayDay(zone, thanks.at)}.`;
  const used = assets.find(({ reaction, sharedAt }) => reaction === "useful" && sharedAt && sharedAt.getTime() > since);
  if (used) return `They found “${used.title}” useful.`;
  return won ? "They became a customer." : null;
}
