import { pool } from "#lib/platform/db.ts";

/** Columns the code writes from its own vocabulary, where no CHECK says so: nothing about a person can get into them. */
const ownWords = new Set([
  ...["ConsentEvent.basis", "ConsentEvent.method", "ConsentEvent.purpose", "ConsentEvent.wordingVersion"],
  ...[
    "FollowUp.askSize",
    "FollowUp.offerKind",
    "FollowUp.state",
    "GateDecision.occasion",
    "GateDecision.refusedBy",
    "GateDecision.channel",
  ],
  ...[
    "CommunicationPreference.channels",
    "CommunicationPreference.saidBy",
    "Touchpoint.timeZone",
    "Event.kind",
    "Notice.kind",
    "DataRequest.law",
    "DataRequest.ground",
    "PreferenceLink.tokenHash",
    "Suppression.hash",
    "Suppression.channel",
    "Deal.currency",
  ],
]);

type Column = { table: string; column: string; type: string };

/** Every column of text of every table that has `key`. */
async function columnsOf(key: string): Promise<Column[]> {
  const { rows } = await pool.query<Column>(
    `SELECT c.table_name AS table, c.column_name AS column, c.udt_name AS type FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.udt_name IN ('text', 'varchar', 'jsonb', '_text') AND EXISTS (
            SELECT FROM information_schema.columns k WHERE k.table_schema = 'public' AND k.table_name = c.table_name AND k.column_name = $1)
      ORDER BY 1, 2`,
    [key],
  );
  return rows.filter(({ table, column }) => !ownWords.has(`${table}.${column}`));
}

/** Writes the marker into every text there is in the rows that `key` = `id` names, past the guards; which columns took it. What a CHECK holds to a vocabulary takes none. */
export async function plant(marker: string, orgId: string, key: string, id: string, only: string[] | null = null): Promise<string[]> {
  const planted: string[] = [];
  const client = await pool.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const { table, column, type } of await columnsOf(key)) {
      if (only && !only.includes(table)) continue;
      const value = { jsonb: `"${column}" || jsonb_build_object('told', $1::text)`, _text: `"${column}" || $1::text` }[type];
      const set = value ?? `coalesce("${column}", '') || ' ' || $1::text`;
      try {
        const { rowCount } = await client.query(`UPDATE "${table}" SET "${column}" = ${set} WHERE "orgId" = $2 AND "${key}" = $3`, [
          marker,
          orgId,
          id,
        ]);
        if (rowCount) planted.push(`${table}.${column}`);
      } catch (error) {
        if ((error as { code?: string }).code !== "23514") throw error;
      }
    }
  } finally {
    await client.query("SET session_replication_role = origin");
    client.release();
  }
  return planted;
}

/** Every table of the database that still holds the marker, however deep. */
export async function tablesHolding(marker: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const holding: string[] = [];
  for (const { name } of rows) {
    const found = await pool.query(`SELECT FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%' LIMIT 1`, [marker]);
    if (found.rowCount) holding.push(name);
  }
  return holding.toSorted();
}
