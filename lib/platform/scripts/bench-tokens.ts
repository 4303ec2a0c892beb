// npm run bench:tokens: a million forged links against the look-up of the prospects' own page, in a database that is thrown away.
//   -- --tokens=10000                     fewer
import { createDatabase, databaseUrl, dropDatabase, openServer } from "#lib/platform/scripts/database.ts";
import { run } from "#lib/platform/scripts/run.ts";
import { generateWhenStale } from "#lib/platform/scripts/stale.ts";
import { migrate } from "#prisma/migrate.ts";

const name = "tactful_bench_tokens";

await generateWhenStale();
const server = await openServer({ dir: ".data/bench-postgres", durable: true });
try {
  await dropDatabase(server.url, name);
  await createDatabase(server.url, name);
  const url = databaseUrl(server.url, name);
  await migrate(url);
  process.exitCode = await run("tsx", ["--conditions=react-server", "tests/bench/tokens.ts", ...process.argv.slice(3)], {
    DATABASE_URL: url,
  });
  await dropDatabase(server.url, name);
} finally {
  await server.stop();
}
