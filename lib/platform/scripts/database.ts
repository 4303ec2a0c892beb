import fs from "node:fs";
import pg from "pg";

import { startPostgres } from "#prisma/embedded-postgres.ts";

export type Database = { url: string; stop(): void };

/** The database of `DATABASE_URL`, or else one named `name` on the embedded server, which it starts. */
export async function openDatabase(name = "tactful"): Promise<Database> {
  const url = process.env.DATABASE_URL;
  if (url) return { url, stop() {} };

  const server = await startPostgres({ dir: ".data/postgres" });
  await createDatabase(server.url, name);
  return { url: server.databaseUrl(name), stop: server.reused ? () => {} : server.stop };
}

export async function createDatabase(adminUrl: string, name: string, template = "template0"): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await work(client).finally(() => client.end());
}

/** The same server, another database. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** The secret that signs sessions: from the environment, or made once and kept beside the data. */
export function authSecret(): string {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  const file = ".data/auth-secret";
  fs.mkdirSync(".data", { recursive: true });
  if (!fs.existsSync(file)) fs.writeFileSync(file, crypto.randomUUID() + crypto.randomUUID(), { mode: 0o600 });
  return fs.readFileSync(file, "utf8");
}
