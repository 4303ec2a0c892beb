// npm run demo: from a fresh clone, or from yesterday's, to a running application with people and data in it.
import fs from "node:fs";

import { openDatabase, type Database } from "#lib/platform/scripts/database.ts";
import { progress } from "#lib/platform/scripts/progress.ts";
import { seedDemo } from "#lib/platform/scripts/seeding.ts";
import { addressAt, choosePort, endServer, serve, untilEnded } from "#lib/platform/scripts/serve.ts";
import { buildWhenStale, generateWhenStale } from "#lib/platform/scripts/stale.ts";
import { migrate } from "#prisma/migrate.ts";

const linkFile = ".data/demo-link";
const step = progress(6);
const made = (fresh: boolean) => (fresh ? "made" : "up to date");

const port = await choosePort();
const installed = process.env.TACTFUL_INSTALLED;
await step(
  "packages",
  () => Promise.resolve(),
  () => (installed ? `installed in ${installed} s` : "in place"),
);
await step("database client", generateWhenStale, made);
const database = await step("database", openDatabase);
try {
  await run(database);
} finally {
  await database.stop();
}

async function run({ url, embedded }: Database): Promise<void> {
  await step(
    "tables",
    () => migrate(url),
    (applied) => (applied.length ? `${applied.length} migrations` : "up to date"),
  );
  await step("people and records", () => seedDemo(url, addressAt(port), linkFile));
  await step("application, about a minute when it has to be built", buildWhenStale, made);
  const served = await serve("start", url, { port });
  try {
    console.log(welcome(served.address, embedded));
    await untilEnded(served);
  } finally {
    await endServer(served);
    console.log("\nStopped. Your data is kept.");
  }
}

function welcome(address: string, embedded: boolean): string {
  return `
Tactful is at ${address}

  Sign in as   maya@demo.example   a rep
               omar@demo.example   their manager
               ines@demo.example   an admin
  Password     persistent-never-pushy

  One prospect's own page: ${address}/preferences/${fs.readFileSync(linkFile, "utf8")}

The data is in ${embedded ? ".data/postgres" : "the database of DATABASE_URL"}. Ctrl-C stops everything.`;
}
