import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";

export type Theirs = { orgId: string; prospectId: string; path: string };

export async function query<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client
    .query<R>(text, values)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

/** A new link of somebody in the demo, as if it had been mailed to them. */
export async function aLinkOf(name: string): Promise<Theirs> {
  const [person] = await query<{ id: string; orgId: string }>(`SELECT id, "orgId" FROM "Prospect" WHERE name = $1`, [name]);
  const { id: prospectId, orgId } = person!;
  const token = Buffer.concat([Buffer.from(orgId.replaceAll("-", ""), "hex"), randomBytes(32)]).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await query(
    `INSERT INTO "PreferenceLink" ("orgId", id, "prospectId", "tokenHash", "addressSince") VALUES ($1, $2, $3, $4, '2020-01-01')`,
    [...[orgId, randomUUID(), prospectId, hash]],
  );
  return { orgId, prospectId, path: `/preferences/${token}` };
}

/** Every row that is about them, in every table, as one value. */
export async function rowsAbout({ prospectId }: Theirs): Promise<string[]> {
  const tables = await query<{ name: string; column: string }>(`
    SELECT table_name AS name, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND (column_name = 'prospectId' OR (table_name = 'Prospect' AND column_name = 'id')) ORDER BY 1`);
  const sums: string[] = [];
  for (const { name, column } of tables) {
    const [row] = await query<{ sum: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM "${name}" t WHERE "${column}" = $1`,
      [prospectId],
    );
    sums.push(`${name} ${row!.sum}`);
  }
  return sums;
}
