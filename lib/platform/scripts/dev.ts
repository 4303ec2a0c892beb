// npm run dev: the demo's database under Next's development server.
import { openDatabase } from "#lib/platform/scripts/database.ts";
import { runQuietly } from "#lib/platform/scripts/run.ts";
import { choosePort, endServer, serve, untilEnded } from "#lib/platform/scripts/serve.ts";
import { generateWhenStale } from "#lib/platform/scripts/stale.ts";
import { migrate } from "#prisma/migrate.ts";

const port = await choosePort();
await generateWhenStale();
const database = await openDatabase();
const { url } = database;
try {
  await migrate(url, (name) => console.log(`applied ${name}`));
  await runQuietly("tsx", ["--conditions=react-server", "prisma/seed.ts"], "The demo's people and records could not be written.", {
    DATABASE_URL: url,
  });
  const served = await serve("dev", url, { port, quiet: false });
  await untilEnded(served).finally(() => endServer(served));
} finally {
  await database.stop();
}
