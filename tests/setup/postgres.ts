import type { TestProject } from "vitest/node";

import { createDatabase, databaseUrl, dropDatabase, openServer } from "#lib/platform/scripts/database.ts";
import { migrate } from "#prisma/migrate.ts";

const template = `tactful_test_${process.pid}`;

/** One server for the run and one migrated template; each worker clones it (worker-database.ts). */
export default async function setup(project: TestProject) {
  const server = await openServer({ dir: ".data/test-postgres", durable: false });
  await createDatabase(server.url, template);
  await migrate(databaseUrl(server.url, template));
  project.provide("admin", server.url);
  project.provide("template", template);

  return async () => {
    for (let worker = 0; worker <= 16; worker += 1) await dropDatabase(server.url, `${template}_${worker}`);
    await dropDatabase(server.url, template);
    await server.stop();
  };
}

declare module "vitest" {
  interface ProvidedContext {
    admin: string;
    template: string;
  }
}
