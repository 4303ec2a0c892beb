import "server-only";
import { inTransaction } from "#lib/platform/transaction.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";

/**
 * Judges what is planned again where the ledger now says stop, and holds it. It asks the ledger rather than the import, so that it can be
 * repeated; until it has run, the database itself refuses the touch and the judges do at its hour.
 */
export async function holdStopped(orgId: string, now: Date): Promise<void> {
  const stopped = await inTransaction(
    {},
    ({ tx }) => tx.$queryRaw<{ prospectId: string }[]>`
      SELECT DISTINCT f."prospectId" FROM "FollowUp" f
       WHERE f."orgId" = ${orgId}::uuid AND f.state = 'scheduled' AND stop_in_force(f."orgId", f."prospectId", f.channel, f.at) IS NOT NULL`,
  );
  for (const { prospectId } of stopped) {
    await inTransaction({}, async ({ tx }) => {
      await tx.$executeRaw`SELECT 1 FROM "Prospect" WHERE "orgId" = ${orgId}::uuid AND id = ${prospectId}::uuid FOR UPDATE`;
      await rejudge({ tx, orgId, actorId: null, now }, prospectId, "preference");
    });
  }
}
