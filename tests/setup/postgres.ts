import type { TestProject } from "vitest/node";

import { createDatabase, databaseUrl, dropDatabase } from "#lib/platform/scripts/database.ts";
import { startPostgres } from "#prisma/embedded-postgres.ts";
import { migrate } from "#prisma/migrate.ts";

const template = `tactful_test_${process.pid}`;

/** One server for the run and one migrated template; each worker clones it (worker-database.ts). */
export default async function setup(project: TestProject) {
  const server = process.env.DATABASE_URL ? null : await startPostgres({ dir: ".data/test-postgres", durable: false });
  const admin = process.env.DATABASE_URL ?? server!.url;
  await createDatabase(admin, template);
  await migrate(databaseUrl(admin, template));
  project.provide("admin", admin);
  project.provide("template", template);

  return async () => {
    for (let worker = 0; worker <= 16; worker += 1) await dropDatabase(admin, `${template}_${worker}`);
    await dropDatabase(admin, template);
    if (server && !server.reused) server.stop();
  };
}

declare module "vitest" {
  interface ProvidedContext {
    admin: string;
    template: string;
  }
}
