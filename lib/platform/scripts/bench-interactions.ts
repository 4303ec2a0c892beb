// npm run bench:interactions: measures how soon a press of a key is seen on the longest pages, and what jumps by itself, in Chromium.
// On the production build there is, with 10,000 generated prospects; with BASE_URL set, on the demo's records of the Tactful that runs there.
import fs from "node:fs";

import { createDatabase, databaseUrl, openServer, withClient } from "#lib/platform/scripts/database.ts";
import { run } from "#lib/platform/scripts/run.ts";
import { endServer, serve } from "#lib/platform/scripts/serve.ts";
import { distDir, generateWhenStale } from "#lib/platform/scripts/stale.ts";
import { freePort } from "#prisma/embedded-postgres.ts";
import { migrate } from "#prisma/migrate.ts";
import { measureInteractions } from "#tests/bench/interactions.ts";
import { benchPassword } from "#tests/bench/organisation.ts";
import { demoPassword, emailOf } from "#tests/setup/sign-ins.ts";

const name = "tactful_bench_interactions";
const address = process.env.BASE_URL;

const isWithin = address ? await measureInteractions({ address, email: emailOf("rep"), password: demoPassword }) : await onGenerated();
process.exitCode = isWithin ? 0 : 1;

async function onGenerated(): Promise<boolean> {
  if (!fs.existsSync(`${distDir}/BUILD_ID`))
    throw new Error(`There is no production build in ${distDir}. Run npm run demo first; it makes one.`);
  await generateWhenStale();
  const server = await openServer({ dir: ".data/bench-postgres", durable: true });
  try {
    await createDatabase(server.url, name);
    const url = databaseUrl(server.url, name);
    await migrate(url);
    const status = await run("tsx", ["--conditions=react-server", "tests/bench/run.ts", "--fill", "--prospects=10000"], {
      DATABASE_URL: url,
    });
    if (status !== 0) return false;
    const rep = await findRep(url);
    const served = await serve("start", url, { port: await freePort() });
    return await measureInteractions({ address: served.address, password: benchPassword, ...rep }).finally(() => endServer(served));
  } finally {
    await server.stop();
  }
}

/** The rep with the most prospects, and the one of these with the longest history. */
async function findRep(url: string): Promise<{ email: string; record: string }> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ email: string; id: string }>(
      `SELECT u.email, p.id FROM "Touchpoint" t JOIN "Prospect" p ON p."orgId" = t."orgId" AND p.id = t."prospectId" AND p."archivedAt" IS NULL
         JOIN "User" u ON u.id = p."ownerId"
        GROUP BY u.email, p.id ORDER BY count(*) DESC, p.id LIMIT 1`,
    ),
  );
  return { email: rows[0]!.email, record: `/prospects/${rows[0]!.id}` };
}
