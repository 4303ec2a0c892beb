// npm run dev: the demo's database under Next's development server.
import { openDatabase } from "#lib/platform/scripts/database.ts";
import { seedDemo } from "#lib/platform/scripts/seeding.ts";
import { addressAt, choosePort, endServer, serve, untilEnded } from "#lib/platform/scripts/serve.ts";
import { generateWhenStale } from "#lib/platform/scripts/stale.ts";
import { migrate } from "#prisma/migrate.ts";

const port = await choosePort();
await generateWhenStale();
const database = await openDatabase();
const { url } = database;
try {
  await migrate(url, (name) => console.log(`applied ${name}`));
  await seedDemo(url, addressAt(port));
  const served = await serve("dev", url, { port, quiet: false });
  await untilEnded(served).finally(() => endServer(served));
} finally {
  await database.stop();
}
