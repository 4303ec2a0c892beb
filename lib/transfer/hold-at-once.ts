import "server-only";
import type { PoolClient } from "pg";

import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { sqlOver } from "#lib/platform/transaction.ts";
import { rejudgeMany } from "#lib/schedule/rejudge.ts";

/**
 * Judges what is planned again where the ledger now says stop or an address is suppressed, holds it and tells whose it is – in the transaction of the
 * import that said so (C4). It asks the ledger rather than the import, so that namesakes whose address was named are held, too.
 */
export async function holdAtOnce(client: PoolClient, orgId: string, now: Date): Promise<void> {
  const writer = { tx: sqlOver(client), orgId, actorId: null, now };
  const stopped = await writer.tx.$queryRaw<{ prospectId: string }[]>`
    SELECT DISTINCT f."prospectId" FROM "FollowUp" f
     WHERE f."orgId" = ${orgId}::uuid AND f.state = 'scheduled'
       AND (stop_in_force(f."orgId", f."prospectId", f.channel, f.at) IS NOT NULL OR is_suppressed(f."orgId", f."prospectId", f.channel))`;
  const ids = stopped.map(({ prospectId }) => prospectId);
  if (ids.length === 0) return;
  await writer.tx
    .$queryRaw`SELECT FROM "Prospect" WHERE "orgId" = ${orgId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  await rejudgeMany(writer, ids, "preference");
  for (const prospectId of ids) await tellConcerned(writer, { kind: "stopped", prospectId, by: "import", always: false });
}
