import "server-only";
import type { PoolClient } from "pg";

import { hashAddressSql } from "#lib/consent/hash-address.ts";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { sqlOver } from "#lib/platform/transaction.ts";
import { rejudgeMany } from "#lib/schedule/rejudge.ts";
import { Prisma } from "#prisma/generated/client.ts";

const hash = hashAddressSql(Prisma.sql`o."hashSalt"`, Prisma.sql`c.kind`, Prisma.sql`c.normalised`);

/**
 * Judges what is planned again where the ledger now says stop or an address is suppressed, holds it and tells whose it is – in the transaction of the
 * import that said so (C4). It asks the ledger rather than the import, so that namesakes whose address was named are held, too.
 */
export async function holdAtOnce(client: PoolClient, orgId: string, now: Date): Promise<void> {
  const writer = { tx: sqlOver(client), orgId, actorId: null, now };
  const stopped = await writer.tx.$queryRaw<{ prospectId: string }[]>`
    SELECT DISTINCT f."prospectId" FROM "FollowUp" f
     WHERE f."orgId" = ${orgId}::uuid AND f.state = 'scheduled' AND (
       stop_in_force(f."orgId", f."prospectId", f.channel, f.at) IS NOT NULL
       OR EXISTS (SELECT FROM "ContactPoint" c JOIN "Organisation" o ON o.id = c."orgId"
                    JOIN "Suppression" s ON s."orgId" = c."orgId" AND s.hash = ${hash} AND s."liftedAt" IS NULL AND s.channel IN (f.channel, 'any')
                   WHERE c."orgId" = f."orgId" AND c."prospectId" = f."prospectId" AND c.kind IN ('email', 'phone')))`;
  const ids = stopped.map(({ prospectId }) => prospectId);
  if (ids.length === 0) return;
  await writer.tx
    .$queryRaw`SELECT FROM "Prospect" WHERE "orgId" = ${orgId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  await rejudgeMany(writer, ids, "preference");
  for (const prospectId of ids) await tellConcerned(writer, { kind: "stopped", prospectId, by: "import", always: false });
}
