import fs from "node:fs";
import pg from "pg";

import { startPostgres } from "#prisma/embedded-postgres.ts";

/** A server's administrative address, and how to leave it. */
export type Server = { url: string; embedded: boolean; reused: boolean; stop(): Promise<void> };

/** The server of `DATABASE_URL`, or else the embedded one whose files are in `dir`. */
export async function openServer({ dir, durable }: { dir: string; durable: boolean }): Promise<Server> {
  const url = process.env.DATABASE_URL;
  if (url) return { url, embedded: false, reused: true, stop: () => Promise.resolve() };
  return { embedded: true, ...(await startPostgres({ dir, durable })) };
}

export type Database = { url: string; embedded: boolean; stop(): Promise<void> };

/** The application's own database, created where it is missing. Whoever opens it stops it. */
export async function openDatabase(): Promise<Database> {
  const server = await openServer({ dir: ".data/postgres", durable: true });
  try {
    const url = server.embedded ? databaseUrl(server.url, "tactful") : server.url;
    await ensureDatabase(url);
    return { ...server, url };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const problem = await withClient(url, (client) => client.query("SELECT 1")).then(
    () => null,
    (error: pg.DatabaseError) => error,
  );
  if (problem?.code === "3D000") {
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    await createDatabase(databaseUrl(url, "postgres"), name).catch((cause: Error) => {
      throw new Error(
        `The database ${name} does not exist and could not be created: ${cause.message}. Create it, then run the command again.`,
        { cause },
      );
    });
  } else if (problem) throw problem;
}

export async function createDatabase(adminUrl: string, name: string, template = "template0"): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)}`);
  });
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`));
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  return work(client).finally(() => client.end());
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
