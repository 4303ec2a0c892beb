// npm run bench:rollout: measures judging 100,000 planned follow-ups again after a policy changed. Their organisation is generated once; each run spoils a copy of it.
//   -- --fresh                            generates anew
import { createDatabase, databaseUrl, dropDatabase, openServer, withClient } from "#lib/platform/scripts/database.ts";
import { run } from "#lib/platform/scripts/run.ts";
import { generateWhenStale } from "#lib/platform/scripts/stale.ts";
import { migrate } from "#prisma/migrate.ts";

const full = "tactful_bench_rollout";
const making = `${full}_making`;
const copy = `${full}_copy`;
const options = process.argv.slice(3);

await generateWhenStale();
const server = await openServer({ dir: ".data/bench-postgres", durable: true });
const bench = (name: string, ...more: string[]) =>
  run("tsx", ["--conditions=react-server", "tests/bench/rollout.ts", ...more], { DATABASE_URL: databaseUrl(server.url, name) });
try {
  if (options.includes("--fresh")) await dropDatabase(server.url, full);
  if (!(await exists(full))) await make();
  if (await exists(full)) {
    await migrate(databaseUrl(server.url, full));
    await dropDatabase(server.url, copy);
    await createDatabase(server.url, copy, full);
    process.exitCode = await bench(copy);
    await dropDatabase(server.url, copy);
  }
} finally {
  await server.stop();
}

/** Under another name until it is whole, so that one that was interrupted is never measured. */
async function make(): Promise<void> {
  await dropDatabase(server.url, making);
  await createDatabase(server.url, making);
  await migrate(databaseUrl(server.url, making));
  process.exitCode = await bench(making, "--prepare");
  if (process.exitCode === 0) await withClient(server.url, (client) => client.query(`ALTER DATABASE ${making} RENAME TO ${full}`));
}

async function exists(name: string): Promise<boolean> {
  const { rowCount } = await withClient(server.url, (client) => client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]));
  return rowCount === 1;
}
