import "server-only";
import { type Page, readCursor, toPage } from "#lib/keyset.ts";
import { isImportant, type Notice, NoticeData, NoticeKind } from "#lib/notices/notice.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";

const pageSize = 30;

/** How many of the actor's notices are unread; counting ends at 100. */
export async function countUnread(actor: Actor): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`/* prepared: unread */
    SELECT count(*)::int AS count FROM (SELECT ${ofActor(actor)} AND n."readAt" IS NULL LIMIT 100) unread`;
  return row!.count;
}

/** The actor's own notices, the newest first. */
export async function listNotices(actor: Actor, cursorText: string): Promise<Page<Notice>> {
  const cursor = readCursor(cursorText);
  const after = cursor ? Prisma.sql`AND n.id ${cursor.back ? Prisma.sql`>` : Prisma.sql`<`} ${cursor.id}::uuid` : Prisma.empty;
  const rows = await findNotices(actor, after, cursor?.back ? Prisma.sql`ASC` : Prisma.sql`DESC`, pageSize + 1);
  return toPage(rows, pageSize, cursor, () => null);
}

/** The newest unread ones that matter before the next touch. */
export async function findPressing(actor: Actor, most: number): Promise<Notice[]> {
  const rows = await findNotices(actor, Prisma.sql`AND n."readAt" IS NULL`, Prisma.sql`DESC`, 20);
  return rows.filter(isImportant).slice(0, most);
}

/** The actor's notices about those they may still see: who was handed over to another team takes their news along. */
const ofActor = (actor: Actor) => Prisma.sql`
  FROM "Notice" n JOIN "Prospect" p ON p."orgId" = n."orgId" AND p.id = n."prospectId"
 WHERE n."orgId" = ${actor.orgId}::uuid AND n."userId" = ${actor.userId}::uuid AND ${visibleTo(actor, "p")}`;

async function findNotices(actor: Actor, wanted: Prisma.Sql, order: Prisma.Sql, limit: number): Promise<Notice[]> {
  const rows = await db.$queryRaw<(Omit<Notice, "kind" | "data"> & { kind: string; data: unknown })[]>`
    SELECT n.id, n.kind, n."prospectId", coalesce(p."givenName", p.name) AS who, n.data, n."createdAt", n."readAt"
    ${ofActor(actor)} ${wanted} ORDER BY n.id ${order} LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, kind: NoticeKind.parse(row.kind), data: NoticeData.parse(row.data) }));
}
