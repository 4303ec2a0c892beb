// npm run organisation -- "Name" admin@example.com "Full Name" Europe/Amsterdam [NL]: makes an organisation and prints the link for its first admin.
import { withDatabase } from "#lib/platform/scripts/database.ts";
import { run } from "#lib/platform/scripts/run.ts";
import { generateWhenStale } from "#lib/platform/scripts/stale.ts";
import { migrate } from "#prisma/migrate.ts";

await generateWhenStale();
process.exitCode = await withDatabase(async (url) => {
  await migrate(url);
  return run("tsx", ["--conditions=react-server", "prisma/found-organisation.ts", ...process.argv.slice(3)], { DATABASE_URL: url });
});
