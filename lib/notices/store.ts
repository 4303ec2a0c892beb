import "server-only";
import type { NoticeData, NoticeKind } from "#lib/notices/notice.ts";
import type { Context } from "#lib/platform/context.ts";
import type { Sql } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import type { TxContext } from "#lib/platform/transaction.ts";

/** Who changed something, and when: `actorId` is null when the prospect or the system did. */
export type Place = { tx: Sql; orgId: string; actorId: string | null; now: Date };

type Taken = { followUpId: string; channel: string; at: string; reason: string; remedy: unknown; ownerId: string };
type Concerned = { ownerId: string; pausedUntil: string | null; callBackOn: string | null; taken: Taken[] };

/** The prospect's owner, the days they named, and every follow-up that was taken off at this very instant, with its reason and remedy. */
export async function findConcerned({ tx, orgId, now }: Place, prospectId: string): Promise<Concerned | null> {
  const [row] = await tx.$queryRaw<Concerned[]>`
    SELECT p."ownerId", terms."pausedUntil"::text, terms."callBackOn"::text, (SELECT coalesce(jsonb_agg(jsonb_build_object('followUpId', f.id, 'channel', f.channel, 'at', f.at, 'reason', f."heldReason",
                                  'remedy', (SELECT reason->'remedy' FROM jsonb_array_elements(d.reasons) WITH ORDINALITY AS found(reason, nr)
                                     WHERE reason ? 'remedy' ORDER BY nr LIMIT 1), 'ownerId', f."ownerId") ORDER BY f.at, f.id), '[]')
                           FROM "FollowUp" f JOIN "GateDecision" d ON d."orgId" = f."orgId" AND d.id = f."decisionId"
                          WHERE f."orgId" = p."orgId" AND f."prospectId" = p.id AND f.state = 'held' AND f."heldAt" = ${now}) AS taken
      FROM "Prospect" p
      LEFT JOIN LATERAL (SELECT "pausedUntil", "callBackOn" FROM "CommunicationPreference" v
                          WHERE v."orgId" = p."orgId" AND v."prospectId" = p.id ORDER BY version DESC LIMIT 1) terms ON true
     WHERE p."orgId" = ${orgId}::uuid AND p.id = ${prospectId}::uuid`;
  return row ?? null;
}

export async function findAdmins({ tx, orgId }: Place): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT "userId" FROM "Member" WHERE "orgId" = ${orgId}::uuid AND role = 'admin' AND "deactivatedAt" IS NULL`;
  return rows.map(({ userId }) => userId);
}

type News = { kind: NoticeKind; prospectId: string; data: NoticeData };

export async function insertNotices({ tx, orgId, now }: Place, userIds: string[], { kind, prospectId, data }: News): Promise<void> {
  const rows = userIds.map((userId) => ({ orgId, id: newId(now), userId, kind, prospectId, data, createdAt: now }));
  await tx.$executeRaw`INSERT INTO "Notice" SELECT * FROM jsonb_populate_recordset(NULL::"Notice", ${JSON.stringify(rows)}::jsonb)`;
}

/** Marks the actor's own notices as read – those named, or all – and says how many were not before. */
export async function markRead({ tx, actor, now }: TxContext<Context>, ids: string[] | null): Promise<number> {
  const { count } = await tx.notice.updateMany({
    where: { orgId: actor.orgId, userId: actor.userId, readAt: null, ...(ids && { id: { in: ids } }) },
    data: { readAt: now },
  });
  return count;
}
