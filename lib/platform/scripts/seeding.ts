import { authSecret } from "#lib/platform/scripts/database.ts";
import { runQuietly } from "#lib/platform/scripts/run.ts";

/** Writes the demo's people and records. `address` is where they will be served: the story holds links. `link` is the file for one prospect's own. */
export async function seedDemo(databaseUrl: string, address: string, link?: string): Promise<void> {
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret(), BASE_URL: address, ...(link && { DEMO_LINK: link }) };
  await runQuietly("tsx", ["--conditions=react-server", "prisma/seed.ts"], "The demo's people and records could not be written.", env);
}
