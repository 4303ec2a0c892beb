import "server-only";
import type { PoolClient } from "pg";

import { noticeGrowth } from "#lib/transfer/stage.ts";

/** Whose records a person's import may touch: a rep's team, or everyone's (`teamId` null). */
export type Reach = { orgId: string; teamId: string | null };

/** Finds the companies that are here already: by domain, else by name unless both have a domain and these differ. */
export async function matchCompanies(client: PoolClient, { orgId, teamId }: Reach): Promise<void> {
  const visible = `c."orgId" = $1 AND c."archivedAt" IS NULL AND ($2::uuid IS NULL OR c."teamId" = $2)`;
  await client.query(
    `UPDATE import_company k SET match = found.id FROM (
       SELECT DISTINCT ON (k.key) k.key, c.id FROM import_company k JOIN "Company" c ON ${visible} AND lower(c.domain) = k.domain
        ORDER BY k.key, c.id) found
      WHERE found.key = k.key`,
    [orgId, teamId],
  );
  await client.query(
    `UPDATE import_company k SET match = found.id FROM (
       SELECT DISTINCT ON (k.key) k.key, c.id FROM import_company k
         JOIN "Company" c ON ${visible} AND lower(c.name) = lower(k.name) AND (c.domain IS NULL OR k.domain IS NULL OR lower(c.domain) = k.domain)
        WHERE k.match IS NULL ORDER BY k.key, c.id) found
      WHERE found.key = k.key AND k.match IS NULL`,
    [orgId, teamId],
  );
  await client.query(`
    UPDATE import_company SET company_id = coalesce(match, new_id);
    CREATE INDEX ON import_company (match) WHERE match IS NOT NULL; ANALYZE import_company`);
}

/** Adds the companies that rows name and nobody has yet. `used` is a query for their keys. */
export async function insertCompanies(client: PoolClient, orgId: string, now: Date, used: string): Promise<void> {
  const { rowCount } = await client.query(
    `INSERT INTO "Company" ("orgId", id, "ownerId", "teamId", name, domain, country, "searchText", "createdAt")
     SELECT $1, new_id, owner_id, team_id, name, domain, country, search, $2 FROM import_company
      WHERE match IS NULL AND closed IS NULL AND key IN (${used})`,
    [orgId, now],
  );
  await noticeGrowth(client, "Company", rowCount ?? 0);
}
