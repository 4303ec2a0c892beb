import { withDatabase } from "#lib/platform/scripts/database.ts";
import { migrate } from "#prisma/migrate.ts";

const applied = await withDatabase((url) => migrate(url, (name) => console.log(`applied ${name}`)));
console.log(applied.length ? `${applied.length} applied` : "The database is up to date.");
