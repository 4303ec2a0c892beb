import "server-only";
import type { Sql } from "#lib/platform/db.ts";

type Place = { tx: Sql; orgId: string; version: number; now: Date };
export type Step = { cursor: string; judged: number; held: number };

/** A rollout with work left, locked for this transaction: prospects up to `cursor` are done. Null when all are, or when a newer version has taken over. */
export async function openRollout({ tx, orgId, version }: Place): Promise<{ cursor: string | null } | null> {
  const [open] = await tx.$queryRaw<{ cursor: string | null }[]>`
    SELECT r.cursor FROM "PolicyRollout" r
     WHERE r."orgId" = ${orgId}::uuid AND r.version = ${version} AND r."finishedAt" IS NULL
       AND NOT EXISTS (SELECT FROM "PolicyVersion" v WHERE v."orgId" = r."orgId" AND v.version > r.version)
       FOR UPDATE OF r`;
  return open ?? null;
}

export async function advanceRollout({ tx, orgId, version, now }: Place, { cursor, judged, held }: Step): Promise<void> {
  await tx.$executeRaw`
    UPDATE "PolicyRollout"
       SET cursor = ${cursor}::uuid, judged = judged + ${judged}, held = held + ${held}, "startedAt" = coalesce("startedAt", ${now}), "failedAt" = NULL
     WHERE "orgId" = ${orgId}::uuid AND version = ${version}`;
}

/** Nothing is left to judge; how much it was. */
export async function finishRollout({ tx, orgId, version, now }: Place): Promise<{ judged: number; held: number }> {
  const [finished] = await tx.$queryRaw<{ judged: number; held: number }[]>`
    UPDATE "PolicyRollout" SET "finishedAt" = ${now}, "startedAt" = coalesce("startedAt", ${now}), "failedAt" = NULL
     WHERE "orgId" = ${orgId}::uuid AND version = ${version} RETURNING judged, held`;
  return finished!;
}

/** It was tried in vain; what was judged stays judged, and somebody may let it go on. */
export async function failRollout({ tx, orgId, version, now }: Place): Promise<void> {
  await tx.$executeRaw`
    UPDATE "PolicyRollout" SET "failedAt" = ${now} WHERE "orgId" = ${orgId}::uuid AND version = ${version} AND "finishedAt" IS NULL`;
}
