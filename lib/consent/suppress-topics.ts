import "server-only";
import { addressesOf } from "#lib/consent/suppress.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";

type Place = { tx: Tx; orgId: string; now: Date };
type Kept = { hash: string; kind: string; topics: string[] };

/** Keeps topics away from whoever has a person's addresses or numbers, or came with their key, past any erasure or import (C2, C4). A repeat adds nothing. */
export async function suppressTopics({ tx, orgId, now }: Place, prospectId: string, topics: string[]): Promise<void> {
  const data = (await findKept(tx, orgId, prospectId)).flatMap(({ hash, kind, topics: there }) =>
    topics
      .filter((topic) => !there.includes(topic))
      .map((topic) => ({
        ...{ orgId, id: newId(now), kind, hash, channel: "any", topic, prospectId, createdAt: now },
        reason: "They asked for no more about it",
      })),
  );
  await tx.suppression.createMany({ data });
}

/** Lets them hear again of every topic but these, on their own word. `everyone`: all records of theirs; what somebody else refused behind the same address stays. */
export async function narrowTopics({ tx, orgId, now }: Place, prospectId: string, everyone: string[], refused: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Suppression" s SET "liftedAt" = ${now}
     WHERE s."orgId" = ${orgId}::uuid AND s."liftedAt" IS NULL AND s.label IS NULL AND s.topic IS NOT NULL AND s.topic <> ALL(${refused})
       AND s.hash IN (SELECT hash FROM ${addressesOf(orgId, prospectId)})
       AND NOT EXISTS (SELECT FROM "Prospect" p WHERE p."orgId" = s."orgId" AND p.id = s."prospectId" AND p."erasedAt" IS NULL AND p.id <> ALL(${everyone}::uuid[]))`;
}

/** The topics they refused under this or an earlier record, as the hashes tell. */
export async function findTopicsKept({ tx, orgId }: Pick<Place, "tx" | "orgId">, prospectId: string): Promise<string[]> {
  const kept = await findKept(tx, orgId, prospectId);
  return [...new Set(kept.flatMap(({ topics }) => topics))].toSorted();
}

/** Whether one of these topics is kept away from them since before an instant, or by what was said under another record. */
export async function wereKeptAway(
  { tx, orgId }: Pick<Place, "tx" | "orgId">,
  prospectId: string,
  topics: string[],
  before: Date,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "Suppression" s
     WHERE s."orgId" = ${orgId}::uuid AND s."liftedAt" IS NULL AND s.label IS NULL AND s.topic = ANY(${topics}::text[])
       AND s.hash IN (SELECT hash FROM ${addressesOf(orgId, prospectId)})
       AND (s."prospectId" IS DISTINCT FROM ${prospectId}::uuid OR s."createdAt" < ${before}) LIMIT 1`;
  return rows.length > 0;
}

const findKept = (tx: Tx, orgId: string, prospectId: string): Promise<Kept[]> =>
  tx.$queryRaw`
    SELECT address.hash, address.kind, array_remove(array_agg(DISTINCT s.topic), NULL) AS topics
      FROM ${addressesOf(orgId, prospectId)}
      LEFT JOIN "Suppression" s ON s."orgId" = ${orgId}::uuid AND s.hash = address.hash AND s."liftedAt" IS NULL AND s.topic IS NOT NULL AND s.label IS NULL
     GROUP BY address.hash, address.kind ORDER BY address.hash`;
