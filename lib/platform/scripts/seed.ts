import { withDatabase } from "#lib/platform/scripts/database.ts";
import { seedDemo } from "#lib/platform/scripts/seeding.ts";
import { addressAt } from "#lib/platform/scripts/serve.ts";
import { generateWhenStale } from "#lib/platform/scripts/stale.ts";
import { migrate } from "#prisma/migrate.ts";

await generateWhenStale();
await withDatabase(async (url) => {
  await migrate(url);
  await seedDemo(url, process.env.BASE_URL ?? addressAt(3000));
});
