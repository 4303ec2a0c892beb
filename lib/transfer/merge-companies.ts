import "server-only";
import type { PoolClient } from "pg";

import { newId } from "#lib/platform/ids.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import { CompanyRegister } from "#lib/transfer/group-companies.ts";
import { insertCompanies } from "#lib/transfer/match-companies.ts";
import type { Merge } from "#lib/transfer/merge-prospects.ts";
import { domainOf } from "#lib/transfer/read-prospect.ts";
import { readCountry } from "#lib/transfer/read-country.ts";
import { Cells, type Owner } from "#lib/transfer/read-row.ts";
import { copyInto, stageColumns, type Value } from "#lib/transfer/stage.ts";
import type { Line, Staging } from "#lib/transfer/stage-prospects.ts";

/** Reads companies into the stage: each row points at its company, the first row of a company is the one that adds it. */
export async function stageCompanies({ client, now, reader }: Staging, batches: AsyncIterable<Line[]>): Promise<void> {
  const register = new CompanyRegister();
  const owners: Owner[] = [];
  for await (const lines of batches) {
    const staged = lines.map(({ line, cells: values }): Value[] => {
      const cells = new Cells(reader, values);
      const domain = domainOf(cells.text("website", 500));
      const name = cells.text("name") ?? domain;
      const named = cells.text("country");
      const country = named && readCountry(named);
      if (named && !country) cells.note(`“${named.slice(0, 60)}” is not a country that is known here; it is left out.`);
      const owner = cells.owner();
      const rejected = name ? null : "The row names no company.";
      const key = name ? register.add(line, name, domain, country) : null;
      if (key !== null) owners[key] ??= owner;
      const first = key === null ? line : register.companies[key]!.line;
      return [
        line,
        first === line ? null : first,
        rejected,
        newId(now),
        name ?? "",
        false,
        key,
        owner.userId,
        owner.teamId,
        JSON.stringify(cells.notes),
      ];
    });
    await copyInto(client, "import_row (line, leader, rejected, new_id, name, stand_in, company, owner_id, team_id, notes)", staged);
  }
  const companies = register.companies.map(({ key, line, name, domain, country }): Value[] => {
    const { userId, teamId } = owners[key]!;
    return [key, line, newId(now), name, domain, country, userId, teamId, foldForSearch(name, domain)];
  });
  await copyInto(client, stageColumns.company, companies);
}

const changes = `(k.domain IS NOT NULL AND c.domain IS DISTINCT FROM k.domain AND ($2 OR c.domain IS NULL))
              OR (k.country IS NOT NULL AND c.country IS DISTINCT FROM k.country AND ($2 OR c.country IS NULL))`;

export async function weighCompanies(client: PoolClient, orgId: string, overwrite: boolean): Promise<void> {
  await client.query(
    `UPDATE import_row r SET match = k.match, outcome = CASE WHEN r.leader IS NOT NULL THEN 'duplicate' WHEN k.match IS NULL THEN 'new'
        WHEN EXISTS (SELECT FROM "Company" c WHERE c."orgId" = $1 AND c.id = k.match AND (${changes})) THEN 'update' ELSE 'unchanged' END
       FROM import_company k WHERE k.key = r.company`,
    [orgId, overwrite],
  );
  await client.query("UPDATE import_row SET outcome = 'rejected' WHERE rejected IS NOT NULL");
}

export async function mergeCompanies(client: PoolClient, { orgId, now, overwrite }: Merge): Promise<void> {
  await insertCompanies(client, orgId, now, "SELECT company FROM import_row WHERE outcome = 'new'");
  await client.query(
    `UPDATE "Company" c SET domain = CASE WHEN $2 THEN coalesce(k.domain, c.domain) ELSE coalesce(c.domain, k.domain) END,
            country = CASE WHEN $2 THEN coalesce(k.country, c.country) ELSE coalesce(c.country, k.country) END, "searchText" = CASE WHEN k.domain IS NULL OR position(k.domain IN c."searchText") > 0 THEN c."searchText" ELSE c."searchText" || ' ' || k.domain END, version = c.version + 1
       FROM import_company k JOIN import_row r ON r.company = k.key AND r.outcome = 'update'
      WHERE c."orgId" = $1 AND c.id = k.match AND c.id = ANY(ARRAY(SELECT match FROM import_row WHERE outcome = 'update'))`,
    [orgId, overwrite],
  );
}
