import { openDatabase } from "#lib/platform/scripts/database.ts";
import { migrate } from "#prisma/migrate.ts";

const database = await openDatabase();
const applied = await migrate(database.url, (name) => console.log(`applied ${name}`)).finally(() => database.stop());
console.log(applied.length ? `${applied.length} applied` : "The database is up to date.");
