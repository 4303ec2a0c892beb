import { openDatabase } from "#lib/platform/scripts/database.ts";
import { run } from "#lib/platform/scripts/run.ts";

const database = await openDatabase();
process.exitCode = run("tsx", ["--conditions=react-server", "prisma/seed.ts"], { DATABASE_URL: database.url });
database.stop();
