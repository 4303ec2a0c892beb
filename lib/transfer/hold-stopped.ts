import "server-only";
import { hashAddressSql } from "#lib/consent/hash-address.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import { Prisma } from "#prisma/generated/client.ts";

const hash = hashAddressSql(Prisma.sql`o."hashSalt"`, Prisma.sql`c.kind`, Prisma.sql`c.normalised`);

/**
 * Judges what is planned again where the ledger now says stop or an address of theirs is suppressed, and holds it. It asks these rather than the import, so that it can be
 * repeated; until it has run, the database itself refuses the touch and the judges do at its hour.
 */
export async function holdStopped(orgId: string, now: Date): Promise<void> {
  const stopped = await inTransaction(
    {},
    ({ tx }) => tx.$queryRaw<{ prospectId: string }[]>`
      SELECT DISTINCT f."prospectId" FROM "FollowUp" f
       WHERE f."orgId" = ${orgId}::uuid AND f.state = 'scheduled' AND (
         stop_in_force(f."orgId", f."prospectId", f.channel, f.at) IS NOT NULL
         OR EXISTS (SELECT FROM "ContactPoint" c JOIN "Organisation" o ON o.id = c."orgId"
                      JOIN "Suppression" s ON s."orgId" = c."orgId" AND s.hash = ${hash} AND s."liftedAt" IS NULL AND s.channel IN (f.channel, 'any')
                     WHERE c."orgId" = f."orgId" AND c."prospectId" = f."prospectId" AND c.kind IN ('email', 'phone')))`,
  );
  for (const { prospectId } of stopped) {
    await inTransaction({}, async ({ tx }) => {
      await tx.$executeRaw`SELECT 1 FROM "Prospect" WHERE "orgId" = ${orgId}::uuid AND id = ${prospectId}::uuid FOR NO KEY UPDATE`;
      await rejudge({ tx, orgId, actorId: null, now }, prospectId, "preference");
    });
  }
}
