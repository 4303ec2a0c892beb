import "server-only";

import { newId } from "#lib/platform/ids.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import { CompanyRegister } from "#lib/transfer/group-companies.ts";
import { readDeal, type StageName } from "#lib/transfer/read-deal.ts";
import type { Owner } from "#lib/transfer/read-row.ts";
import { copyInto, stageColumns, type Value } from "#lib/transfer/stage.ts";
import type { Line, Staging } from "#lib/transfer/stage-prospects.ts";

/** Reads deals from cells into the stage. A key that stands twice in the file, or the same title with the same company and person, is one deal. */
export async function stageDeals({ client, orgId, now, reader }: Staging, batches: AsyncIterable<Line[]>): Promise<void> {
  const stages = await client.query<StageName>(`SELECT id, name, kind FROM "Stage" WHERE "orgId" = $1 ORDER BY position`, [orgId]);
  const register = new CompanyRegister();
  const owners: Owner[] = [];
  const seen = new Map<string, number>();
  for await (const lines of batches) {
    const staged = lines.map(({ line, cells }): Value[] => {
      const row = readDeal(reader, stages.rows, line, cells);
      const company = row.company ? register.add(line, row.company, null, null) : null;
      if (company !== null) owners[company] ??= row.owner;
      const key = row.externalKey ?? foldForSearch(row.title, "/", row.company, "/", row.contactKey ?? row.contactEmail ?? row.contact);
      const leader = row.rejected ? null : (seen.get(key) ?? null);
      if (!row.rejected && leader === null) seen.set(key, line);
      return [
        ...[
          line,
          leader,
          row.rejected,
          newId(now),
          newId(now),
          row.externalKey,
          row.title,
          row.amount,
          row.currency,
          row.stageId,
          row.closeOn,
          company,
        ],
        ...[row.contact, row.contactEmail, row.contactKey, row.owner.userId, row.owner.teamId],
        ...[row.createdOn && `${row.createdOn}T00:00:00Z`, JSON.stringify(row.notes)],
      ];
    });
    await copyInto(client, stageColumns.deal, staged);
  }
  const companies = register.companies.map(({ key, line, name, domain, country }): Value[] => {
    const { userId, teamId } = owners[key]!;
    return [key, line, newId(now), name, domain, country, userId, teamId, foldForSearch(name)];
  });
  await copyInto(client, stageColumns.company, companies);
}
