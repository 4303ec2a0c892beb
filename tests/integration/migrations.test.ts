import { expect, test } from "vitest";

import { createDatabase, databaseUrl, dropDatabase, withClient } from "#lib/platform/scripts/database.ts";
import { capture } from "#lib/platform/scripts/run.ts";
import { listMigrations, migrate } from "#prisma/migrate.ts";

const here = process.env.DATABASE_URL!;
const prisma = (args: string[], url: string) => capture("prisma", args, { DATABASE_URL: url });

/** An empty database for the length of a test. */
async function onEmptyDatabase(name: string, work: (url: string) => Promise<void>): Promise<void> {
  const fresh = `${new URL(here).pathname.slice(1)}_${name}`;
  await createDatabase(here, fresh);
  await work(databaseUrl(here, fresh)).finally(() => dropDatabase(here, fresh));
}

test("what our runner applied, Prisma takes for its own", async () => {
  const { status, output } = await prisma(["migrate", "status"], here);
  expect(output).toContain("Database schema is up to date");
  expect(status).toBe(0);
});

test("what Prisma deployed, our runner takes for its own", async () => {
  await onEmptyDatabase("deployed", async (url) => {
    const { status } = await prisma(["migrate", "deploy"], url);
    expect(status).toBe(0);
    expect(await migrate(url)).toEqual([]);
  });
});

test("a migration that was changed afterwards is refused by name", async () => {
  await onEmptyDatabase("changed", async (url) => {
    await migrate(url);
    const [first] = listMigrations();
    await withClient(url, (client) =>
      client.query("UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = $1", [first!.name]),
    );
    await expect(migrate(url)).rejects.toThrow(`Migration ${first!.name} was changed`);
  });
});
