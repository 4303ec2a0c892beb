import "server-only";
import { newId } from "#lib/platform/ids.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { List } from "#lib/views/saved-view.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type LockedView = { id: string; name: string; list: List; ownerId: string; teamId: string | null; archivedAt: Date | null };

/** The view for this use case alone until it ends, or null if this actor sees no such view. */
export async function lockView({ tx, actor }: TxContext, id: string): Promise<LockedView | null> {
  const rows = await tx.$queryRaw<LockedView[]>`
    SELECT v.id, v.name, v.list, v."ownerId", v."teamId", v."archivedAt" FROM "SavedView" v
     WHERE v."orgId" = ${actor.orgId}::uuid AND v.id = ${id}::uuid AND (v."ownerId" = ${actor.userId}::uuid OR v."teamId" = ${actor.teamId}::uuid)
       FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

/** The owner's current view of that name, if there is one. Two tabs saving it at once wait for each other here. */
export async function findOwnView(
  { tx }: TxContext,
  owner: { orgId: string; ownerId: string },
  list: List,
  name: string,
): Promise<string | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${owner.ownerId} view ${list} ${name.toLowerCase()}`}, 0))`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "SavedView" WHERE "orgId" = ${owner.orgId}::uuid AND "ownerId" = ${owner.ownerId}::uuid AND list = ${list}
       AND "archivedAt" IS NULL AND lower(name) = lower(${name})`;
  return rows[0]?.id ?? null;
}

export const countOwnViews = ({ tx, actor: { orgId, userId } }: TxContext): Promise<number> =>
  tx.savedView.count({ where: { orgId, ownerId: userId, archivedAt: null } });

export async function insertView(
  { tx, actor: { orgId, userId }, now }: TxContext,
  view: { list: List; name: string; query: Prisma.InputJsonObject; teamId: string | null },
): Promise<string> {
  const id = newId(now);
  await tx.savedView.create({ data: { ...view, orgId, id, ownerId: userId, createdAt: now }, select: { id: true } });
  return id;
}

export async function updateView(
  { tx, actor: { orgId } }: TxContext,
  id: string,
  data: Prisma.SavedViewUncheckedUpdateInput,
): Promise<void> {
  await tx.savedView.update({ where: { orgId_id: { orgId, id } }, data, select: { id: true } });
}

/** Keeps a view at hand for one member, or no longer. */
export async function setPin({ tx, actor: { orgId, userId } }: TxContext, viewId: string, pinned: boolean): Promise<void> {
  if (pinned) await tx.viewPin.createMany({ data: [{ orgId, userId, viewId }], skipDuplicates: true });
  else await tx.viewPin.deleteMany({ where: { orgId, userId, viewId } });
}

/** A view that is no longer shared is at hand for its owner alone. */
export async function dropOthersPins({ tx, actor: { orgId } }: TxContext, viewId: string, ownerId: string): Promise<void> {
  await tx.viewPin.deleteMany({ where: { orgId, viewId, userId: { not: ownerId } } });
}
