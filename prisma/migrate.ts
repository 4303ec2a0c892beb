// Applies prisma/migrations and keeps Prisma's own bookkeeping, so that `prisma migrate deploy` can take over at any time.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";

/** The advisory lock that Prisma's own engine takes. */
const migrationLock = 72707369;
const folder = path.join(import.meta.dirname, "migrations");

const bookkeeping = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

type Migration = { name: string; sql: string; checksum: string };

export function listMigrations(): Migration[] {
  const names = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const sql = fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: crypto.createHash("sha256").update(sql).digest("hex") };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Brings the database at `url` up to date and returns the names of what it applied. Throws with the failing migration's name. */
export async function migrate(url: string, onApplied: (name: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: "tactful-migrate" });
  await client.connect();
  try {
    await refuseOldServers(client);
    await client.query(`SELECT pg_advisory_lock(${migrationLock})`);
    await client.query(bookkeeping);
    const done = await readDone(client);
    const applied: string[] = [];
    for (const migration of listMigrations()) {
      if (done.has(migration.name)) continue;
      await apply(client, migration);
      applied.push(migration.name);
      onApplied(migration.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

async function refuseOldServers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version");
  if (rows[0]!.version < 150000) throw new Error("Tactful needs PostgreSQL 15 or newer.");
}

async function readDone(client: pg.Client): Promise<Set<string>> {
  const known = new Map(listMigrations().map((migration) => [migration.name, migration]));
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null; logs: string | null }>(
    "SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  for (const { migration_name: name, checksum, finished_at, logs } of rows) {
    if (!finished_at)
      throw new Error(`Migration ${name} failed earlier: ${logs ?? "no log"}. Repair the database, then mark it rolled back or applied.`);
    if (!known.has(name))
      throw new Error(`The database has migration ${name}, which this version of Tactful does not know. It is newer than the code.`);
    if (known.get(name)!.checksum !== checksum) throw new Error(`Migration ${name} was changed after it had been applied.`);
  }
  return new Set(rows.map((row) => row.migration_name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = crypto.randomUUID();
  await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [id, checksum, name]);
  try {
    await client.query(sql); // one message is one implicit transaction
  } catch (error) {
    const { code, message } = error as pg.DatabaseError;
    await client.query("ROLLBACK").catch(() => {}); // the script may have said BEGIN
    await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, `${code}: ${message}`]);
    throw new Error(`Migration ${name} failed: ${code} ${message}`, { cause: error });
  }
  await client.query("UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1", [id]);
}
