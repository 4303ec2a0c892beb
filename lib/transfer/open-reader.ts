import "server-only";
import type { PoolClient } from "pg";

import { foldForSearch } from "#lib/prospects/search-text.ts";
import type { Field } from "#lib/transfer/fields.ts";
import type { ImportOptions } from "#lib/transfer/mapping.ts";
import type { Reach } from "#lib/transfer/match-companies.ts";
import { detectDateOrder } from "#lib/transfer/parse-date.ts";
import { detectDecimalMark } from "#lib/transfer/parse-value.ts";
import { type Owner, placesOf, type RowReader } from "#lib/transfer/read-row.ts";

export type ImportFile = { id: string; fileName: string; header: string[]; fields: Field[]; options: Partial<ImportOptions> };

/** All that reading the rows of this file takes: who may own them, and how it writes days and amounts. Null if the default owner has left. */
export async function openReader(client: PoolClient, { orgId, teamId }: Reach, file: ImportFile, now: Date): Promise<RowReader | null> {
  const organisation = await client.query<{ country: string | null; currency: string }>(
    `SELECT country, currency FROM "Organisation" WHERE id = $1`,
    [orgId],
  );
  const members = await client.query<Owner & { name: string; email: string }>(
    `SELECT m."userId", m."teamId", m.name, u.email FROM "Member" m JOIN "User" u ON u.id = m."userId"
      WHERE m."orgId" = $1 AND m."deactivatedAt" IS NULL AND ($2::uuid IS NULL OR m."teamId" = $2)`,
    [orgId, teamId],
  );
  const owners = new Map<string, Owner>();
  for (const { userId, teamId, name, email } of members.rows) {
    for (const key of [name, email]) owners.set(foldForSearch(key), { userId, teamId });
  }
  const defaultOwner = members.rows.find(({ userId }) => userId === file.options.ownerId);
  if (!defaultOwner) return null;
  const said = file.options.dateOrder ?? "auto";
  return {
    ...{ header: file.header, places: placesOf(file.fields), fileName: file.fileName, owners },
    defaultOwner: { userId: defaultOwner.userId, teamId: defaultOwner.teamId },
    dateOrder: said === "auto" ? detectDateOrder(await columnOf(client, orgId, file, ["createdOn", "closeOn"])) : said,
    decimalMark: detectDecimalMark(await columnOf(client, orgId, file, ["amount"])),
    country: file.options.country ?? organisation.rows[0]!.country,
    currency: organisation.rows[0]!.currency,
    today: now.toISOString().slice(0, 10),
  };
}

/** Every different value under some fields. */
async function columnOf(client: PoolClient, orgId: string, { id, fields }: ImportFile, wanted: Field[]): Promise<string[]> {
  const places = fields.flatMap((field, index) => (wanted.includes(field) ? [index + 1] : []));
  if (places.length === 0) return [];
  const { rows } = await client.query<{ cell: string }>(
    `SELECT DISTINCT l.cells[place] AS cell FROM "ImportLine" l, unnest($3::int[]) AS place WHERE l."orgId" = $1 AND l."importId" = $2 AND l.cells[place] <> '' LIMIT 20000`,
    [orgId, id, places],
  );
  return rows.map(({ cell }) => cell);
}
