import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";

import { db } from "#lib/platform/db.ts";

export type Health = { ok: boolean; database: "up" | "down"; migrations: "applied" | "pending" | "unknown" };

/** Whether the database answers, and whether it has all migrations in this build's folder. Says nothing else about either. */
export async function readHealth(): Promise<Health> {
  try {
    const applied = await db.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    const names = new Set(applied.map(({ name }) => name));
    const complete = (await knownMigrations()).every((name) => names.has(name));
    return { ok: complete, database: "up", migrations: complete ? "applied" : "pending" };
  } catch {
    return withoutTable();
  }
}

/** An empty database has no table of migrations; a database that is down has nothing. */
async function withoutTable(): Promise<Health> {
  const up = await db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return up ? { ok: false, database: "up", migrations: "pending" } : { ok: false, database: "down", migrations: "unknown" };
}

async function knownMigrations(): Promise<string[]> {
  const entries = await readdir(path.join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
