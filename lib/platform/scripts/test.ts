// npm test: everything, on databases and a build of its own, so that a running demo is left alone. The last line counts it all.
import { ensureBrowser } from "#lib/platform/scripts/browser.ts";
import { createDatabase, databaseUrl, dropDatabase, openServer, type Server, withClient } from "#lib/platform/scripts/database.ts";
import { firstLoad } from "#lib/platform/scripts/first-load.ts";
import { check, format, inWords, lint, type Part, playwright, runParts, type Tally, types, vitest } from "#lib/platform/scripts/parts.ts";
import { seedDemo } from "#lib/platform/scripts/seeding.ts";
import { addressAt, endServer, serve } from "#lib/platform/scripts/serve.ts";
import { freePort } from "#prisma/embedded-postgres.ts";
import { migrate } from "#prisma/migrate.ts";

process.env.NEXT_DIST_DIR = ".next-test";
process.env.AUTH_SECRET = "a secret for tests only, thirty-two characters and more";

const driftArguments = ["migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema", "--exit-code"];
const otherZones = ["America/St_Johns", "Pacific/Auckland"];

const server = await openServer({ dir: ".data/test-postgres", durable: false });
try {
  if (server.embedded && !server.reused) await sweep(server);
  const env = { DATABASE_URL: server.url };
  const sum = await runParts([
    check("database client", [["prisma", "generate", "--no-hints"]]),
    check("migrations lead to the schema", [["prisma", ...driftArguments]], env),
    types,
    lint,
    format,
    vitest("unit tests and laws", ["--project", "unit"], { TZ: "UTC" }),
    ...otherZones.map((TZ) => vitest(`unit tests in ${TZ}`, ["--project", "unit", "--exclude", "tests/**"], { TZ })),
    vitest("integration", ["--project", "integration"], env),
    check("production build", [["next", "build"]]),
    firstLoad(process.env.NEXT_DIST_DIR),
    journeys(server),
  ]);
  finish(sum);
} finally {
  await server.stop();
}

/** Browser journeys against the production build, on a database with the demo's records. */
function journeys({ url }: Server): Part {
  const name = `tactful_journeys_${process.pid}`;
  const title = "browser journeys";
  return {
    title,
    async run() {
      await ensureBrowser();
      await createDatabase(url, name);
      try {
        const database = databaseUrl(url, name);
        await migrate(database);
        const port = await freePort();
        const link = ".data/test-results/demo-link";
        await seedDemo(database, addressAt(port), link);
        const served = await serve("start", database, { port });
        return await playwright(title, { DATABASE_URL: database, DEMO_LINK: link, BASE_URL: served.address })
          .run()
          .finally(() => endServer(served));
      } finally {
        await dropDatabase(url, name);
      }
    },
  };
}

/** Databases that a killed run left behind. */
async function sweep({ url }: Server): Promise<void> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname ~ '^(tactful|shadow)_'`),
  );
  for (const { datname } of rows) await dropDatabase(url, datname);
}

function finish(sum: Tally): void {
  process.exitCode = sum.failed ? 1 : 0;
  console.log(inWords(sum));
}
