import { afterAll, inject } from "vitest";

import { closeQueue } from "#lib/platform/queue.ts";
import { createDatabase, databaseUrl } from "#lib/platform/scripts/database.ts";

const name = `${inject("template")}_${process.env.VITEST_POOL_ID ?? "0"}`;
const url = databaseUrl(inject("admin"), name);
// files share their modules and with them the connections: a worker's first file makes its database
if (process.env.DATABASE_URL !== url) await createDatabase(inject("admin"), name, inject("template"));
process.env.DATABASE_URL = url;
process.env.AUTH_SECRET = "a secret for tests only, thirty-two characters and more";
process.env.BASE_URL = "http://127.0.0.1:3000";

afterAll(() => closeQueue(1));
