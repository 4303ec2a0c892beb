import { afterAll, inject } from "vitest";

import { closeQueue } from "#lib/platform/queue.ts";
import { createDatabase, databaseUrl } from "#lib/platform/scripts/database.ts";

const name = `${inject("template")}_${process.env.VITEST_POOL_ID ?? "0"}`;
await createDatabase(inject("admin"), name, inject("template"));
process.env.DATABASE_URL = databaseUrl(inject("admin"), name);
process.env.AUTH_SECRET = "a secret for tests only, thirty-two characters and more";
process.env.BASE_URL = "http://127.0.0.1:3000";

afterAll(() => closeQueue(1));
