import "server-only";
import { createHash } from "node:crypto";

import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";

/** So many tries in a window that begins with the first. */
export type Limit = { max: number; windowSeconds: number };

/** Rows older than any window in use say nothing; whoever opens a window sweeps them. */
const longestWindow = 24 * 60 * 60 * 1000;

/**
 * Counts a try, or something worth several, in one atomic step and says how long to wait: 0 while the limit is not passed. Kept in Postgres, so that
 * all processes count together.
 */
export async function countTry(subject: string, { max, windowSeconds }: Limit, now: Date, worth = 1): Promise<number> {
  const at = now.getTime();
  const opened = at - windowSeconds * 1000;
  const [row] = await db.$queryRaw<{ count: number; since: bigint }[]>`
    INSERT INTO "RateLimit" AS r (id, key, count, "lastRequest") VALUES (${newId(now)}::uuid, ${keyOf(subject)}, ${worth}, ${at})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r."lastRequest" <= ${opened} THEN ${worth} ELSE r.count + ${worth} END,
      "lastRequest" = CASE WHEN r."lastRequest" <= ${opened} THEN ${at} ELSE r."lastRequest" END
    RETURNING count, "lastRequest" AS since`;
  if (row!.count === worth) await db.rateLimit.deleteMany({ where: { lastRequest: { lt: at - longestWindow } } });
  return row!.count <= max ? 0 : Math.max(1, Math.ceil((Number(row!.since) - opened) / 1000));
}

export async function forgetTries(subject: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: keyOf(subject) } });
}

// An e-mail address that was tried has no place in a table of counters.
const keyOf = (subject: string) => createHash("sha256").update(subject).digest("hex");
