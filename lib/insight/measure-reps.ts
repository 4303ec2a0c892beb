import "server-only";
import type { Persistence } from "#lib/cadence/persistence.ts";
import { findWorked } from "#lib/insight/measure-queries.ts";
import { keepMeasurement } from "#lib/insight/store.ts";
import type { Tx } from "#lib/platform/db.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { measurePersistence } from "#lib/scoring/measure-persistence.ts";
import { readDossiers } from "#lib/scoring/queries.ts";

/** What is added up of a rep's prospects. */
export type Measurement = { people: number; push: number; neglect: number; abandoned: number; stoppedShort: number };

/** Prospects read at a time. */
const batch = 500;

/**
 * Measures how persistent each rep of an organisation is, over all prospects somebody worked on lately (D3, P2). Nothing is written until all are
 * measured, so that a measurement that is cut short leaves the last one standing.
 */
export async function measureReps(orgId: string, now: Date): Promise<void> {
  const reps = new Map<string, Measurement>();
  for (let after: string | null = null, done = false; !done;) {
    const last = await inTransaction({ orgId, now }, (context) => measureBatch(context, after, reps));
    done = last === null;
    after = last;
  }
  await inTransaction({ orgId, now }, (context) => keepMeasurement(context, reps));
}

async function measureBatch(
  { tx, orgId, now }: { tx: Tx; orgId: string; now: Date },
  after: string | null,
  reps: Map<string, Measurement>,
): Promise<string | null> {
  const policy = await readPolicy(tx, orgId);
  const owners = new Map((await findWorked(tx, orgId, { after, limit: batch, now })).map(({ id, ownerId }) => [id, ownerId]));
  let last: string | null = null;
  for await (const [id, dossier] of readDossiers(tx, orgId, [...owners.keys()], now)) {
    add(reps, owners.get(id)!, measurePersistence(dossier, policy, now));
    last = id;
  }
  return last;
}

function add(reps: Map<string, Measurement>, ownerId: string, { push, neglect, abandoned, stoppedShort }: Persistence): void {
  const sum = reps.get(ownerId) ?? { people: 0, push: 0, neglect: 0, abandoned: 0, stoppedShort: 0 };
  reps.set(ownerId, {
    people: sum.people + 1,
    push: sum.push + push,
    neglect: sum.neglect + neglect,
    abandoned: sum.abandoned + (abandoned ? 1 : 0),
    stoppedShort: sum.stoppedShort + (stoppedShort ? 1 : 0),
  });
}
