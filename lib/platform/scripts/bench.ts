// npm run bench: measures queries, planning, an import and pages at 100,000 prospects and 1,000,000 touchpoints, which it generates once into a database of its own.
//   -- --explain                          shows the plans the database really ran by, instead of times
//   -- --prospects=10000                  generates fewer (when there are none yet)
//   -- --fresh                            generates anew
//   -- --rows=1000                        imports a smaller file than 10,000 rows
import fs from "node:fs";

import { createDatabase, databaseUrl, dropDatabase, openServer, withClient } from "#lib/platform/scripts/database.ts";
import { run } from "#lib/platform/scripts/run.ts";
import { endServer, serve } from "#lib/platform/scripts/serve.ts";
import { distDir, generateWhenStale } from "#lib/platform/scripts/stale.ts";
import { freePort } from "#prisma/embedded-postgres.ts";
import { migrate } from "#prisma/migrate.ts";
import { tableLine } from "#tests/bench/measure.ts";
import { measurePages } from "#tests/bench/pages.ts";

const options = process.argv.slice(3);
const name = "tactful_bench";

await generateWhenStale();
const server = await openServer({ dir: ".data/bench-postgres", durable: true });
try {
  if (options.includes("--fresh")) await dropDatabase(server.url, name);
  await createDatabase(server.url, name);
  const url = databaseUrl(server.url, name);
  await migrate(url);
  process.exitCode = await run("tsx", ["--conditions=react-server", "tests/bench/run.ts", ...options], { DATABASE_URL: url });
  if (process.exitCode === 0 && !options.includes("--explain")) {
    await imports();
    await pages(url);
  }
} finally {
  await server.stop();
}

/** Into a database of its own: the generated one stays as it is from run to run. */
async function imports(): Promise<void> {
  const name = "tactful_bench_import";
  await dropDatabase(server.url, name);
  await createDatabase(server.url, name);
  const url = databaseUrl(server.url, name);
  await migrate(url);
  process.exitCode = await run("tsx", ["--conditions=react-server", "tests/bench/import.ts", ...options], { DATABASE_URL: url });
  await dropDatabase(server.url, name);
}

/** Over HTTP, against the production build there is; it makes none. */
async function pages(url: string): Promise<void> {
  if (!fs.existsSync(`${distDir}/BUILD_ID`)) {
    console.log(`\nPages were not measured: there is no production build in ${distDir}. npm run demo makes one.`);
    return;
  }
  const people = await withClient(url, (client) =>
    client.query<{ role: "rep" | "manager"; email: string }>(
      `SELECT DISTINCT ON (m.role) m.role, u.email FROM "Member" m JOIN "User" u ON u.id = m."userId" ORDER BY m.role, u.email`,
    ),
  );
  const emailOf = (role: string) => people.rows.find((person) => person.role === role)!.email;
  const served = await serve("start", url, { port: await freePort() });
  try {
    const [health, ...timings] = await measurePages(served.address, { rep: emailOf("rep"), manager: emailOf("manager") });
    for (const timing of [health!, ...timings]) console.log(tableLine(timing, health!.p50));
  } finally {
    await endServer(served);
  }
}
