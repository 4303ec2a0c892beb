import { type Persistence, persistenceOf } from "#lib/cadence/persistence.ts";
import { paceOf } from "#lib/cadence/rhythm.ts";
import { stoppedAltogether } from "#lib/consent/standing.ts";
import { dayLength } from "#lib/follow-up/clock.ts";
import { dayOf } from "#lib/follow-up/local-time.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { type Ground, groundOf } from "#lib/scoring/ground.ts";

/** Too much and too little of one prospect, as the record stands (D3, P2). Whoever is to be left in peace is not neglected. */
export function measurePersistence(dossier: Dossier, policy: Policy, now: Date): Persistence {
  const ground = groundOf(dossier, policy, now);
  const stop = stoppedAltogether(dossier.ledger, now);
  const mayContact = !stop && !dossier.terms?.stopped && !isLeftInPeace(dossier, ground, policy, now);
  return persistenceOf(ground.cadence, { mayContact, stoppedAt: stop?.effectiveFrom.getTime() ?? null }, policy, now);
}

/** They asked for quiet or for later, said a no that rests, or the attempts are used and it rests (C3, C5–C7, D6). */
function isLeftInPeace({ terms }: Dossier, { history, openNo, cadence }: Ground, policy: Policy, now: Date): boolean {
  const { clock, streak, lastLater, lastWarm } = history;
  const today = clock.day(now.getTime());
  const isWithin = (from: number, days: number) => now.getTime() < from + days * dayLength;
  const isQuiet = [terms?.pausedUntil, terms?.callBackOn].some((date) => date && dayOf(date) > today);
  const isLater = lastLater > lastWarm && isWithin(lastLater, policy.noes.laterRestDays);
  const restsAfterNo = openNo !== null && isWithin(openNo.at, openNo.kind === "final" ? policy.noes.finalRestDays : policy.noes.restDays);
  const isSpent = streak.count >= paceOf(cadence, "email", policy).budget && isWithin(streak.lastAt, policy.budgetRestDays);
  return isQuiet || isLater || restsAfterNo || isSpent;
}
