import { type Permission, type Persistence, persistenceOf } from "#lib/cadence/persistence.ts";
import { stoppedAltogether } from "#lib/consent/standing.ts";
import { dayOf } from "#lib/follow-up/local-time.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { groundOf } from "#lib/scoring/ground.ts";

/** Too much and too little of one prospect, as the record stands (D3, P2). Whoever asked us to stop, to pause or to come back later is not neglected. */
export function measurePersistence(dossier: Dossier, policy: Policy, now: Date): Persistence {
  const ground = groundOf(dossier, policy, now);
  return persistenceOf(ground.cadence, permissionOf(dossier, ground.history.clock.day(now.getTime()), now), policy, now);
}

function permissionOf({ ledger, terms }: Dossier, today: number, now: Date): Permission {
  const stop = stoppedAltogether(ledger, now);
  const isQuiet = [terms?.pausedUntil, terms?.callBackOn].some((date) => date && dayOf(date) > today);
  return { mayContact: !stop && !terms?.stopped && !isQuiet, stoppedAt: stop?.effectiveFrom.getTime() ?? null };
}
