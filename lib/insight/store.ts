import "server-only";
import type { Measurement } from "#lib/insight/measure-reps.ts";
import type { Tx } from "#lib/platform/db.ts";

/** Puts a measurement in the place of the last one; whoever has no prospects any more has no row. */
export async function keepMeasurement(
  { tx, orgId, now }: { tx: Tx; orgId: string; now: Date },
  reps: Map<string, Measurement>,
): Promise<void> {
  await tx.repPersistence.deleteMany({ where: { orgId } });
  await tx.repPersistence.createMany({
    data: Array.from(reps, ([userId, { people, push, neglect, ...counts }]) => ({
      ...{ orgId, userId, people, measuredAt: now },
      ...counts,
      push: push / people,
      neglect: neglect / people,
    })),
  });
}
