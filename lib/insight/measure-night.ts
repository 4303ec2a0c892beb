import "server-only";
import { findOrganisations } from "#lib/insight/measure-queries.ts";
import { measureReps } from "#lib/insight/measure-reps.ts";
import { countReceptions } from "#lib/value/count-receptions.ts";

/** What is counted once a night for every organisation: how persistent its reps are, and how its library was received. */
export async function measureNight(now: Date): Promise<void> {
  for (const orgId of await findOrganisations()) {
    await countReceptions(orgId);
    await measureReps(orgId, now);
  }
}
