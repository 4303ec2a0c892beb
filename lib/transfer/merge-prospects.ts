import "server-only";
import type { PoolClient } from "pg";

import { basisEnds, statusOfBasis } from "#lib/consent/law.ts";
import { suppressStated } from "#lib/consent/suppress-stated.ts";
import { newId } from "#lib/platform/ids.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import { insertCompanies } from "#lib/transfer/match-companies.ts";
import type { ImportBasis } from "#lib/transfer/fields.ts";
import { noticeGrowth } from "#lib/transfer/stage.ts";
import { assignments, needsBasis } from "#lib/transfer/weigh-prospects.ts";

export type Merge = {
  orgId: string;
  actorId: string;
  importId: string;
  now: Date;
  fileName: string;
  overwrite: boolean;
  basis: ImportBasis;
};

/**
 * Writes the staged people in sets. The one place that writes other rooms' tables past their use cases: row by row, 10,000 people would
 * take minutes. It keeps their promises: tenancy, ids, an appended ledger, searchText, the pulse, an event.
 */
export async function mergeProspects(client: PoolClient, merge: Merge): Promise<void> {
  const { orgId, now } = merge;
  await insertCompanies(client, orgId, now, "SELECT company FROM import_row WHERE outcome IN ('new', 'update')");
  await lockTouched(client, orgId);
  // first the records that are here: the planner's idea of the table is right before thousands of rows join it
  const touched = await client.query<{ id: string }>("SELECT match AS id FROM import_row WHERE outcome = 'update'");
  const ids = touched.rows.map(({ id }) => id);
  if (ids.length > 0) await updateProspects(client, merge, ids);
  const { rowCount } = await client.query(
    `INSERT INTO "Prospect" ("orgId", id, "ownerId", "teamId", "companyId", name, "givenName", "familyName", "jobTitle", "timeZone", country, region, language,
                             "subscriberKind", source, relationship, "externalKey", "searchText", "createdAt", "primaryEmail", "stoppedAt")
     SELECT $1, r.new_id, r.owner_id, r.team_id, k.company_id, r.name, r.given, r.family, r.job, r.zone, r.country, r.region, r.language,
            coalesce(r.kind, 'unknown'), r.source, r.relationship, r.external, r.search, coalesce(r.created_at, $2),
            (SELECT i.value FROM import_point i WHERE i.line = r.line AND i.kind = 'email' ORDER BY i.nr LIMIT 1),
            (SELECT $2::timestamptz FROM import_stop s WHERE s.line = r.line AND s.channel = 'any')
       FROM import_row r LEFT JOIN import_company k ON k.key = r.company WHERE r.outcome = 'new' ORDER BY r.line`,
    [orgId, now],
  );
  await noticeGrowth(client, "Prospect", rowCount ?? 0);
  await insertPoints(client, merge);
  await insertKnowledge(client, merge);
  await insertConsent(client, merge);
  if (ids.length > 0) await refresh(client, orgId, ids);
}

/** All records it will write, in the order in which others lock several, so that neither waits for the other. One that was merged meanwhile gives its row to the one kept. */
async function lockTouched(client: PoolClient, orgId: string): Promise<void> {
  await client.query(
    `SELECT FROM "Prospect" WHERE "orgId" = $1 AND id = ANY(ARRAY(
       SELECT match FROM import_row WHERE outcome = 'update' UNION SELECT person FROM import_stop WHERE person IS NOT NULL))
      ORDER BY id FOR NO KEY UPDATE`,
    [orgId],
  );
  const kept = (column: string) =>
    `${column} = p."mergedIntoId" FROM "Prospect" p WHERE p."orgId" = $1 AND p.id = r.${column} AND p."mergedIntoId" IS NOT NULL`;
  await client.query(`UPDATE import_row r SET ${kept("match")}`, [orgId]);
  await client.query(`UPDATE import_stop r SET ${kept("person")}`, [orgId]);
}

async function updateProspects(client: PoolClient, { orgId, overwrite }: Merge, ids: string[]): Promise<void> {
  const set = assignments(overwrite).map(([column, value]) => `"${column}" = ${value}`);
  await client.query(
    `UPDATE "Prospect" p SET ${set.join(", ")}, version = p.version + 1
       FROM import_row r LEFT JOIN import_company k ON k.key = r.company
      WHERE r.outcome = 'update' AND p."orgId" = $1 AND p.id = ANY($2::uuid[]) AND p.id = r.match`,
    [orgId, ids],
  );
}

async function insertPoints(client: PoolClient, { orgId, now }: Merge): Promise<void> {
  await client.query(
    `INSERT INTO "ContactPoint" ("orgId", id, "prospectId", kind, value, normalised, "isPrimary", "createdAt")
     SELECT $1, i.id, coalesce(r.match, r.new_id), i.kind, i.value, i.normalised,
            i.nr = min(i.nr) OVER (PARTITION BY i.line, i.kind) AND NOT EXISTS (
              SELECT FROM "ContactPoint" c WHERE c."orgId" = $1 AND c."prospectId" = r.match AND c.kind = i.kind AND c."isPrimary"), $2
       FROM import_point i JOIN import_row r ON r.line = i.line
     ON CONFLICT DO NOTHING`,
    [orgId, now],
  );
}

async function insertKnowledge(client: PoolClient, { orgId, actorId, importId, now, fileName }: Merge): Promise<void> {
  await client.query(
    `INSERT INTO "Fact" ("orgId", id, "prospectId", label, value, origin, "originNote", "recordedById", "recordedAt")
     SELECT $1, f.id, coalesce(r.match, r.new_id), f.label, f.value, 'third_party', $2, $3, $4
       FROM import_fact f JOIN import_row r ON r.line = f.line ORDER BY f.line`,
    [orgId, `imported from ${fileName}`, actorId, now],
  );
  await client.query(
    `INSERT INTO "Event" ("orgId", id, kind, "prospectId", "subjectId", "actorId", at, data)
     SELECT $1, r.event_id, CASE r.outcome WHEN 'new' THEN 'prospect.imported' ELSE 'prospect.completed_by_import' END,
            coalesce(r.match, r.new_id), $2, $3, $4, jsonb_build_object('fileName', $5::text, 'line', r.line)
       FROM import_row r WHERE r.outcome IN ('new', 'update')`,
    [orgId, importId, actorId, now, fileName],
  );
}

async function insertConsent(client: PoolClient, { orgId, actorId, now, fileName, basis }: Merge): Promise<void> {
  const columns = `"ConsentEvent" ("orgId", id, "prospectId", channel, status, basis, "saidBy", method, evidence, "collectedById", "effectiveFrom", "recordedAt", "effectiveTo")`;
  if (basis !== "unknown") {
    await client.query(
      `INSERT INTO ${columns}
       SELECT $1, r.basis_id, coalesce(r.match, r.new_id), 'any', $5, $6, 'import', 'import', $2, $3, $4, $4, $7::timestamptz
         FROM import_row r WHERE r.outcome IN ('new', 'update') AND ${needsBasis(basis)}`,
      [orgId, fileName, actorId, now, statusOfBasis[basis], basis, basisEnds(basis, now)],
    );
  }
  const { rows: stops } = await client.query<Stop>(
    `SELECT DISTINCT ON (coalesce(s.person, r.new_id), s.channel) coalesce(s.person, r.new_id) AS "prospectId", s.channel, s.evidence, s.address IS NULL AS stated
       FROM import_stop s LEFT JOIN import_row r ON r.line = s.line ORDER BY coalesce(s.person, r.new_id), s.channel, s.address IS NOT NULL`,
  );
  await client.query(
    `INSERT INTO ${columns}
     SELECT $1, s.id, s.person, s.channel, 'objected', NULL, 'import', 'import', s.evidence, $2, $3, $3, NULL
       FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[]) AS s(id, person, channel, evidence)`,
    [
      ...[orgId, actorId, now, stops.map(() => newId(now)), stops.map(({ prospectId }) => prospectId)],
      ...[stops.map(({ channel }) => channel), stops.map(({ evidence }) => evidence)],
    ],
  );
  await client.query(
    `UPDATE "Prospect" p SET "stoppedAt" = $2 WHERE p."orgId" = $1 AND p."stoppedAt" IS NULL
        AND p.id = ANY(ARRAY(SELECT s.person FROM import_stop s WHERE s.channel = 'any'))`,
    [orgId, now],
  );
  // what follows from a suppressed address spreads to no other address
  const stated = stops.filter((stop) => stop.stated);
  await suppressStated(client, { orgId, now, reason: "An imported file said stop" }, stated);
}

type Stop = { prospectId: string; channel: string; evidence: string; stated: boolean };

/** The first e-mail address of records that changed, and what they are found by. */
async function refresh(client: PoolClient, orgId: string, ids: string[]): Promise<void> {
  await client.query(
    `UPDATE "Prospect" p SET "primaryEmail" = found.email FROM unnest($2::uuid[]) AS touched(id)
      CROSS JOIN LATERAL (SELECT c.value AS email FROM "ContactPoint" c WHERE c."orgId" = $1 AND c."prospectId" = touched.id AND c.kind = 'email'
                             AND c."invalidAt" IS NULL ORDER BY c."isPrimary" DESC, c.id LIMIT 1) found
      WHERE p."orgId" = $1 AND p.id = touched.id AND p."primaryEmail" IS NULL`,
    [orgId, ids],
  );
  const { rows } = await client.query<{ id: string; name: string; company: string | null; emails: string[] }>(
    `SELECT p.id, p.name, co.name AS company, array(SELECT c.value FROM "ContactPoint" c
             WHERE c."orgId" = $1 AND c."prospectId" = p.id AND c.kind = 'email' ORDER BY c."isPrimary" DESC, c.id) AS emails
       FROM "Prospect" p LEFT JOIN "Company" co ON co."orgId" = $1 AND co.id = p."companyId"
      WHERE p."orgId" = $1 AND p.id = ANY($2::uuid[])`,
    [orgId, ids],
  );
  const texts = rows.map(({ name, company, emails }) => foldForSearch(name, company, ...emails));
  await client.query(
    `UPDATE "Prospect" p SET "searchText" = folded.text FROM unnest($2::uuid[], $3::text[]) AS folded(id, text)
      WHERE p."orgId" = $1 AND p.id = folded.id AND p."searchText" <> folded.text`,
    [orgId, rows.map(({ id }) => id), texts],
  );
}
