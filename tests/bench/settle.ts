import pg from "pg";

import { db } from "#lib/platform/db.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { judgeAgain } from "#lib/schedule/judge-again.ts";
import { findScheduled } from "#lib/schedule/queries.ts";
import { readDossiers } from "#lib/scoring/queries.ts";
import type { Subject } from "./subject.ts";

type Move = { id: string; at: Date };

/**
 * Leaves the generated plans as the judges would have left them: everyone planned for agreed to be reached that way, and what does not fit where it was
 * put stands at the time that fits best. Past the triggers, which guard what people do.
 */
export async function settle(url: string, subject: Subject): Promise<{ moved: number }> {
  const client = new pg.Client({ connectionString: url, application_name: "tactful-bench" });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica; SET synchronous_commit = off");
    await client.query(
      `INSERT INTO "ConsentEvent" ("orgId", id, "prospectId", channel, status, "saidBy", method, basis, "effectiveFrom", "recordedAt")
       SELECT "orgId", gen_random_uuid(), "prospectId", channel, 'express', 'person', 'preference_link', 'consent', created, created
         FROM (SELECT *, $1::timestamptz - interval '400 days' AS created FROM "FollowUp" WHERE state = 'scheduled') planned`,
      [subject.now],
    );
    await client.query(`UPDATE "CommunicationPreference" SET channels = '{email,phone}' WHERE channels = '{email}'`);
    await client.query("ANALYZE");
    let moved = 0;
    for await (const moves of misplaced(subject)) {
      await client.query(
        `WITH moved AS (
           UPDATE "FollowUp" f SET at = m.at FROM jsonb_to_recordset($1) AS m(id uuid, at timestamptz) WHERE f.id = m.id RETURNING f."orgId", f."decisionId", f."prospectId", f.at
         ), decided AS (UPDATE "GateDecision" d SET at = moved.at FROM moved WHERE d."orgId" = moved."orgId" AND d.id = moved."decisionId")
         UPDATE "Prospect" p SET "nextAt" = moved.at FROM moved WHERE p."orgId" = moved."orgId" AND p.id = moved."prospectId"`,
        [JSON.stringify(moves)],
      );
      moved += moves.length;
    }
    await client.query("VACUUM (ANALYZE)");
    return { moved };
  } finally {
    await client.end();
  }
}

/** What the judges would rather see elsewhere, a thousand prospects at a time. */
async function* misplaced({ rep: { orgId }, now }: Subject): AsyncGenerator<Move[]> {
  const policy = await readPolicy(db, orgId);
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const people = await db.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT "prospectId" AS id FROM "FollowUp" WHERE "orgId" = ${orgId}::uuid AND state = 'scheduled' AND "prospectId" > ${after}::uuid ORDER BY 1 LIMIT 1000`;
    const ids = people.map(({ id }) => id);
    if (ids.length === 0) return;
    after = ids.at(-1)!;
    const rows = await findScheduled(db, orgId, ids);
    const moves: Move[] = [];
    for await (const [prospectId, dossier] of readDossiers(db, orgId, ids, now))
      for (const { id, clearance, verdict } of judgeAgain(
        rows.filter((row) => row.prospectId === prospectId),
        { dossier, policy, now, occasion: "policy" },
      ))
        if (!clearance && verdict?.bestAt) moves.push({ id, at: verdict.bestAt });
    yield moves;
  }
}
