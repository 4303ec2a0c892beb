import "server-only";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { mayChange } from "#lib/views/may-change.ts";
import { List, readQuery, type View } from "#lib/views/saved-view.ts";
import { Prisma } from "#prisma/generated/client.ts";

type Row = {
  id: string;
  list: string;
  name: string;
  query: unknown;
  ownerId: string;
  teamId: string | null;
  ownerName: string;
  pinned: boolean;
};

/** The views an actor sees, one list's or all: their own and their team's, pinned ones first; saving keeps each member to a hundred. */
export const listViews = (actor: Actor, list?: List): Promise<View[]> =>
  read(actor, list ? Prisma.sql`AND v.list = ${list}` : Prisma.empty);

/** Those they keep at hand, in the frame of every page. */
export const listPinnedViews = (actor: Actor): Promise<View[]> => read(actor, Prisma.sql`AND pin."viewId" IS NOT NULL`);

async function read(actor: Actor, only: Prisma.Sql): Promise<View[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT v.id, v.list, v.name, v.query, v."ownerId", v."teamId", o.name AS "ownerName", pin."viewId" IS NOT NULL AS pinned
      FROM "SavedView" v
      JOIN "Member" o ON o."orgId" = v."orgId" AND o."userId" = v."ownerId"
      LEFT JOIN "ViewPin" pin ON pin."orgId" = v."orgId" AND pin."userId" = ${actor.userId}::uuid AND pin."viewId" = v.id
     WHERE v."orgId" = ${actor.orgId}::uuid AND v."archivedAt" IS NULL AND (v."ownerId" = ${actor.userId}::uuid OR v."teamId" = ${actor.teamId}::uuid) ${only}
     ORDER BY pinned DESC, lower(v.name), v.id`;
  return rows.map(({ ownerId, teamId, ...row }) => {
    const list = List.parse(row.list);
    return { ...row, list, query: readQuery(list, row.query), isShared: teamId !== null, mayChange: mayChange(actor, { ownerId, teamId }) };
  });
}
