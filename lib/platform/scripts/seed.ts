import { withDatabase } from "#lib/platform/scripts/database.ts";
import { run } from "#lib/platform/scripts/run.ts";
import { generateWhenStale } from "#lib/platform/scripts/stale.ts";
import { migrate } from "#prisma/migrate.ts";

await generateWhenStale();
process.exitCode = await withDatabase(async (url) => {
  await migrate(url);
  return run("tsx", ["--conditions=react-server", "prisma/seed.ts"], { DATABASE_URL: url });
});
