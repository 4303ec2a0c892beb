import "server-only";
import { fromPrisma, PgBoss } from "pg-boss";

import type { Tx } from "#lib/platform/db.ts";

/** The queues there are. A job that keeps failing is tried three times in all; one whose worker died is taken up by another within a minute. */
const queues = {
  import: { retryLimit: 2, retryDelay: 5, expireInSeconds: 3600, heartbeatSeconds: 60 },
  "policy-rollout": { retryLimit: 2, retryDelay: 5, expireInSeconds: 3600, heartbeatSeconds: 60 },
  "hold-stopped": { retryLimit: 2, retryDelay: 5, expireInSeconds: 600 },
  nightly: { retryLimit: 1, retryDelay: 60, expireInSeconds: 3600, policy: "singleton" },
  // the outbox itself keeps what is due and when: a job only says that it is time to look
  mail: { retryLimit: 0, expireInSeconds: 900, policy: "singleton" },
  // what somebody typed stands in these jobs, so they are forgotten soon
  "lost-link": { retryLimit: 2, retryDelay: 5, expireInSeconds: 300, retentionSeconds: 86_400, deleteAfterSeconds: 60 },
  "lost-password": { retryLimit: 2, retryDelay: 5, expireInSeconds: 300, retentionSeconds: 86_400, deleteAfterSeconds: 60 },
  digests: { retryLimit: 0, expireInSeconds: 600, policy: "singleton" },
  "due-follow-ups": { retryLimit: 0, expireInSeconds: 300, policy: "singleton" },
} as const;
export type QueueName = keyof typeof queues;

async function open(): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: process.env.DATABASE_URL, max: 4, application_name: "tactful jobs", monitorVacuum: false });
  boss.on("error", (error) => console.error("jobs:", error.message));
  await boss.start();
  for (const [name, options] of Object.entries(queues)) await boss.createQueue(name, options);
  return boss;
}

// one a process, also across development reloads and the bundles Next makes of pages and instrumentation
const global = globalThis as unknown as { tactfulQueue?: Promise<PgBoss> };

/** The process's connection to its job queue, opened at first use. */
export function queue(): Promise<PgBoss> {
  global.tactfulQueue ??= open().catch((error: unknown) => {
    delete global.tactfulQueue;
    throw error;
  });
  return global.tactfulQueue;
}

/** Queues a job in the transaction that calls for it: both are kept, or neither. */
export async function enqueue(tx: Tx, name: QueueName, payload: object): Promise<void> {
  const boss = await queue();
  await boss.send(name, payload, { db: fromPrisma(tx) });
}

/** Lets running jobs end, at most `seconds`, then closes the connection. */
export async function closeQueue(seconds = 20): Promise<void> {
  const opened = global.tactfulQueue;
  delete global.tactfulQueue;
  await (await opened)?.stop({ graceful: true, timeout: seconds * 1000 });
}
