import pg from "pg";

import { db } from "#lib/platform/db.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { judgeAgain } from "#lib/schedule/judge-again.ts";
import { findScheduled } from "#lib/schedule/queries.ts";
import { readDossiers } from "#lib/scoring/queries.ts";
import type { Subject } from "./subject.ts";

type Misplaced = { id: string; at: Date | null };

/**
 * Leaves the generated plans as the judges would have left them: everyone planned for agreed to be reached that way, what does not fit where it was put
 * stands at the time that fits best, and what fits nowhere is cancelled. Past the triggers, which guard what people do.
 */
export async function settle(url: string, subject: Subject): Promise<{ moved: number; cancelled: number }> {
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
    const moved = await forMisplaced(subject, (misplaced) => move(client, misplaced));
    const cancelled = await forMisplaced(subject, (misplaced) => cancel(client, misplaced));
    await client.query("VACUUM (ANALYZE)");
    return { moved, cancelled };
  } finally {
    await client.end();
  }
}

async function move(client: pg.Client, misplaced: Misplaced[]): Promise<number> {
  const moves = misplaced.filter(({ at }) => at);
  await client.query(
    `WITH moved AS (
       UPDATE "FollowUp" f SET at = m.at FROM jsonb_to_recordset($1) AS m(id uuid, at timestamptz) WHERE f.id = m.id RETURNING f."orgId", f."decisionId", f."prospectId", f.at
     ), decided AS (UPDATE "GateDecision" d SET at = moved.at FROM moved WHERE d."orgId" = moved."orgId" AND d.id = moved."decisionId")
     UPDATE "Prospect" p SET "nextAt" = moved.at FROM moved WHERE p."orgId" = moved."orgId" AND p.id = moved."prospectId"`,
    [JSON.stringify(moves)],
  );
  return moves.length;
}

async function cancel(client: pg.Client, misplaced: Misplaced[]): Promise<number> {
  await client.query(
    `WITH gone AS (UPDATE "FollowUp" SET state = 'cancelled', "settledAt" = "createdAt" WHERE id = ANY($1) RETURNING "orgId", "prospectId")
     UPDATE "Prospect" p SET "nextAt" = NULL FROM gone WHERE p."orgId" = gone."orgId" AND p.id = gone."prospectId"`,
    [misplaced.map(({ id }) => id)],
  );
  return misplaced.length;
}

/** Works on what the judges would not leave where it is, a thousand prospects at a time; how many were worked on. */
async function forMisplaced({ rep: { orgId }, now }: Subject, work: (misplaced: Misplaced[]) => Promise<number>): Promise<number> {
  const policy = await readPolicy(db, orgId);
  let done = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const people = await db.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT "prospectId" AS id FROM "FollowUp" WHERE "orgId" = ${orgId}::uuid AND state = 'scheduled' AND "prospectId" > ${after}::uuid ORDER BY 1 LIMIT 1000`;
    const ids = people.map(({ id }) => id);
    if (ids.length === 0) return done;
    after = ids.at(-1)!;
    const rows = await findScheduled(db, orgId, ids);
    const misplaced: Misplaced[] = [];
    for await (const [prospectId, dossier] of readDossiers(db, orgId, ids, now)) {
      const theirs = rows.filter((row) => row.prospectId === prospectId);
      for (const { id, clearance, verdict } of judgeAgain(theirs, { dossier, policy, now, occasion: "policy" }))
        if (!clearance) misplaced.push({ id, at: verdict?.bestAt ?? null });
    }
    done += await work(misplaced);
  }
}
