import "server-only";
import type { PoolClient } from "pg";

import { insertCompanies, type Reach } from "#lib/transfer/match-companies.ts";
import { noticeGrowth } from "#lib/transfer/stage.ts";
import type { Merge } from "#lib/transfer/merge-prospects.ts";
import { isTypoOf } from "#lib/transfer/typo.ts";

/** Joins names that nobody has to companies that differ by a slip of the pen ("GTXPro" and "GTX Pro"); each such row says so. */
export async function forgiveTypos(client: PoolClient, { orgId, teamId }: Reach): Promise<void> {
  const { rows } = await client.query<{ key: number; name: string; id: string; candidate: string }>(
    `SELECT k.key, k.name, c.id, c.name AS candidate FROM import_company k
       CROSS JOIN LATERAL (
         SELECT c.id, c.name FROM "Company" c
          WHERE c."orgId" = $1 AND c."archivedAt" IS NULL AND ($2::uuid IS NULL OR c."teamId" = $2) AND c."searchText" % k.search
          ORDER BY similarity(c."searchText", k.search) DESC, c.id LIMIT 5) c
      WHERE k.match IS NULL`,
    [orgId, teamId],
  );
  for (const { key, name, id, candidate } of rows) {
    if (!isTypoOf(name, candidate)) continue;
    await client.query("UPDATE import_company SET match = $2, company_id = $2, taken_for = $3 WHERE key = $1 AND match IS NULL", [
      key,
      id,
      candidate,
    ]);
  }
}

/** Finds each deal's person and whether the deal is here already, and says what is left to do. */
export async function matchDeals(client: PoolClient, reach: Reach, overwrite: boolean): Promise<void> {
  await forgiveTypos(client, reach);
  const params = [reach.orgId, reach.teamId];
  const people = `"Prospect" p WHERE p."orgId" = $1 AND p."archivedAt" IS NULL AND ($2::uuid IS NULL OR p."teamId" = $2)`;
  const ways = [
    `SELECT DISTINCT ON (d.line) d.line, p.id FROM import_deal d JOIN "ContactPoint" c ON c."orgId" = $1 AND c.kind = 'email' AND c.normalised = d.contact_email,
       ${people} AND p.id = c."prospectId" ORDER BY d.line, p.id`,
    `SELECT DISTINCT ON (d.line) d.line, p.id FROM import_deal d, ${people} AND p.id IN (SELECT coalesce(k."mergedIntoId", k.id) FROM "Prospect" k WHERE k."orgId" = $1 AND k."externalKey" = d.contact_key) ORDER BY d.line, p.id`,
    `SELECT DISTINCT ON (d.line) d.line, p.id FROM import_deal d JOIN import_company k ON k.key = d.company, ${people}
        AND p."companyId" = k.match AND lower(p.name) = lower(d.contact) ORDER BY d.line, p.id`,
  ];
  for (const found of ways) {
    await client.query(
      `UPDATE import_deal d SET prospect_id = found.id FROM (${found}) found WHERE found.line = d.line AND d.prospect_id IS NULL`,
      params,
    );
  }
  await client.query(`
    UPDATE import_deal SET rejected = 'Nobody here is the person this row names, and it names no company.'
     WHERE rejected IS NULL AND company IS NULL AND prospect_id IS NULL;
    UPDATE import_deal d SET notes = d.notes || jsonb_build_array(jsonb_build_object('text', format('“%s” is taken for the company “%s”.', k.name, k.taken_for)))
      FROM import_company k WHERE k.key = d.company AND k.taken_for IS NOT NULL;
    UPDATE import_deal d SET notes = d.notes || jsonb_build_array(jsonb_build_object('text', format('The company “%s” is not here yet; it is added.', k.name)))
      FROM import_company k WHERE k.key = d.company AND k.match IS NULL;
    UPDATE import_deal SET notes = notes || '[{"text": "The person named is not here; the deal is kept with the company."}]'
     WHERE rejected IS NULL AND prospect_id IS NULL AND coalesce(contact, contact_email, contact_key) IS NOT NULL`);
  await matchKnown(client, reach, overwrite);
}

async function matchKnown(client: PoolClient, { orgId, teamId }: Reach, overwrite: boolean): Promise<void> {
  await client.query(
    `UPDATE import_deal d SET match = e.id FROM "Deal" e WHERE e."orgId" = $1 AND e."externalKey" = d.external AND d.rejected IS NULL AND d.leader IS NULL`,
    [orgId],
  );
  await client.query(
    `UPDATE import_deal d SET match = found.id FROM (
       SELECT DISTINCT ON (d.line) d.line, e.id FROM import_deal d LEFT JOIN import_company k ON k.key = d.company
         JOIN "Deal" e ON e."orgId" = $1 AND lower(e.title) = lower(d.title) AND e."companyId" IS NOT DISTINCT FROM k.match
          AND e."prospectId" IS NOT DISTINCT FROM d.prospect_id AND (e."externalKey" IS NULL OR d.external IS NULL)
        ORDER BY d.line, e.id) found
      WHERE found.line = d.line AND d.match IS NULL AND d.rejected IS NULL AND d.leader IS NULL`,
    [orgId],
  );
  await client.query(
    `UPDATE import_deal d SET match = NULL, rejected = 'A colleague''s team already works on this deal.'
       FROM "Deal" e WHERE e."orgId" = $1 AND e.id = d.match AND $2::uuid IS NOT NULL AND e."teamId" <> $2`,
    [orgId, teamId],
  );
  await client.query(
    `UPDATE import_deal d SET outcome = CASE WHEN d.rejected IS NOT NULL THEN 'rejected' WHEN d.leader IS NOT NULL THEN 'duplicate' WHEN d.match IS NULL THEN 'new'
        WHEN EXISTS (SELECT FROM "Deal" e WHERE e."orgId" = $1 AND e.id = d.match AND (
               (d.amount IS NOT NULL AND e.amount <> d.amount AND ($2 OR e.amount = 0)) OR (d.close_on IS NOT NULL AND e."closeOn" IS DISTINCT FROM d.close_on AND ($2 OR e."closeOn" IS NULL))
               OR ($2 AND e."stageId" <> d.stage_id))) THEN 'update' ELSE 'unchanged' END`,
    [orgId, overwrite],
  );
  await client.query("ANALYZE import_deal");
}

/** Writes the staged deals in sets. Stages from elsewhere are hopes until the prospect agrees here (G1). */
export async function mergeDeals(client: PoolClient, { orgId, actorId, importId, now, fileName, overwrite }: Merge): Promise<void> {
  await insertCompanies(client, orgId, now, "SELECT company FROM import_deal WHERE outcome = 'new'");
  const { rowCount } = await client.query(
    `INSERT INTO "Deal" ("orgId", id, "ownerId", "teamId", "companyId", "prospectId", "stageId", title, amount, currency, "closeOn", "externalKey", "stageSince", "createdAt")
     SELECT $1, d.new_id, d.owner_id, d.team_id, k.company_id, d.prospect_id, d.stage_id, d.title, coalesce(d.amount, 0), d.currency, d.close_on, d.external, $2, coalesce(d.created_at, $2)
       FROM import_deal d LEFT JOIN import_company k ON k.key = d.company WHERE d.outcome = 'new'`,
    [orgId, now],
  );
  await noticeGrowth(client, "Deal", rowCount ?? 0);
  await client.query(
    `INSERT INTO "StageChange" ("orgId", id, "dealId", "stageId", agreed, agreement, at, "byId")
     SELECT $1, d.change_id, coalesce(d.match, d.new_id), d.stage_id, false, $4, $2, $3 FROM import_deal d
      WHERE d.outcome = 'new' OR (d.outcome = 'update' AND $5 AND EXISTS (SELECT FROM "Deal" e WHERE e."orgId" = $1 AND e.id = d.match AND e."stageId" <> d.stage_id))`,
    [orgId, now, actorId, `imported from ${fileName}`, overwrite],
  );
  await client.query(
    `UPDATE "Deal" e SET amount = CASE WHEN d.amount IS NOT NULL AND ($3 OR e.amount = 0) THEN d.amount ELSE e.amount END,
            "closeOn" = CASE WHEN $3 THEN coalesce(d.close_on, e."closeOn") ELSE coalesce(e."closeOn", d.close_on) END,
            "closeOnFrom" = CASE WHEN $3 AND d.close_on <> e."closeOn" THEN NULL ELSE e."closeOnFrom" END,
            agreed = CASE WHEN $3 AND e."stageId" <> d.stage_id THEN false ELSE e.agreed END,
            "stageSince" = CASE WHEN $3 AND e."stageId" <> d.stage_id THEN $2 ELSE e."stageSince" END,
            "stageId" = CASE WHEN $3 THEN d.stage_id ELSE e."stageId" END, version = e.version + 1
       FROM import_deal d WHERE d.outcome = 'update' AND e."orgId" = $1 AND e.id = d.match AND e.id = ANY(ARRAY(SELECT match FROM import_deal WHERE outcome = 'update'))`,
    [orgId, now, overwrite],
  );
  await client.query(
    `INSERT INTO "Event" ("orgId", id, kind, "prospectId", "subjectId", "actorId", at, data)
     SELECT $1, d.change_id, 'deal.imported', d.prospect_id, coalesce(d.match, d.new_id), $2, $3, jsonb_build_object('importId', $4::text) FROM import_deal d WHERE d.outcome = 'new'`,
    [orgId, actorId, now, importId],
  );
}
