// npm run migration -- name: writes the SQL that takes the migrations to schema.prisma. Review it; constraints Prisma cannot express are added by hand.
import fs from "node:fs";

import { withDatabase } from "#lib/platform/scripts/database.ts";
import { runQuietly } from "#lib/platform/scripts/run.ts";

const name = process.argv[3];
if (!name || !/^[a-z][a-z0-9-_]*$/.test(name))
  throw new Error("Name the change in lower case, for example: npm run migration -- add-referrals");

const diff = ["migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema", "--script"];
const sql = await withDatabase((url) => runQuietly("prisma", diff, "The schema could not be compared.", { DATABASE_URL: url }));
if (/^-- This is an empty migration/m.test(sql) || !sql.trim())
  console.log("The migrations already lead to this schema; nothing to write.");
else {
  const folder = `prisma/migrations/${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name.replaceAll("-", "_")}`;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(`${folder}/migration.sql`, `-- Why: …\n\n${sql}`);
  console.log(`Wrote ${folder}/migration.sql. Say why at its top, then: npm run migrate`);
}
