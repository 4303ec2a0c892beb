import "server-only";
import type { PoolClient } from "pg";

import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { sqlOver } from "#lib/platform/transaction.ts";
import { rejudgeMany } from "#lib/schedule/rejudge.ts";

/**
 * Judges what is planned with the people an import touched, and with whoever shares an address with them, again where the ledger now says stop or an
 * address is suppressed; holds it and tells whose it is – in the transaction of the import (C4). Reads the stage of an import of people.
 */
export async function holdAtOnce(client: PoolClient, orgId: string, now: Date): Promise<void> {
  const writer = { tx: sqlOver(client), orgId, actorId: null, now };
  const stopped = await writer.tx.$queryRaw<{ prospectId: string }[]>`
    WITH touched AS (
      SELECT coalesce(s.person, r.new_id) AS id FROM import_stop s LEFT JOIN import_row r ON r.line = s.line
      UNION SELECT match FROM import_row WHERE outcome = 'update'
    ), people AS (
      SELECT id FROM touched
      UNION SELECT other."prospectId" FROM touched JOIN "ContactPoint" own ON own."orgId" = ${orgId}::uuid AND own."prospectId" = touched.id
        JOIN "ContactPoint" other ON other."orgId" = own."orgId" AND other.kind = own.kind AND other.normalised = own.normalised)
    SELECT DISTINCT f."prospectId" FROM people JOIN "FollowUp" f ON f."prospectId" = people.id
     WHERE f."orgId" = ${orgId}::uuid AND f.state = 'scheduled'
       AND (stop_in_force(f."orgId", f."prospectId", f.channel, f.at) IS NOT NULL OR is_suppressed(f."orgId", f."prospectId", f.channel))`;
  const ids = stopped.map(({ prospectId }) => prospectId);
  if (ids.length === 0) return;
  await writer.tx
    .$queryRaw`SELECT FROM "Prospect" WHERE "orgId" = ${orgId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  await rejudgeMany(writer, ids, "preference");
  for (const prospectId of ids) await tellConcerned(writer, { kind: "stopped", prospectId, by: "import", always: false });
}
