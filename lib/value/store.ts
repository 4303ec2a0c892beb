import "server-only";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type LockedAsset = { id: string; title: string; archivedAt: Date | null };

/** The row for this use case alone until it ends. The library belongs to the whole organisation. */
export async function lockAsset({ tx, actor }: TxContext, id: string): Promise<LockedAsset | null> {
  const rows = await tx.$queryRaw<LockedAsset[]>`
    SELECT id, title, "archivedAt" FROM "ValueAsset" WHERE "orgId" = ${actor.orgId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

type Columns = Pick<Prisma.ValueAssetUncheckedCreateInput, "kind" | "title" | "summary" | "url" | "topics" | "language" | "expiresOn">;

export async function insertAsset({ tx, actor, now }: TxContext, columns: Columns): Promise<string> {
  const id = newId(now);
  await tx.valueAsset.create({
    data: { ...columns, orgId: actor.orgId, id, createdById: actor.userId, createdAt: now },
    select: { id: true },
  });
  return id;
}

export async function updateAsset({ tx, actor }: TxContext, id: string, data: Prisma.ValueAssetUncheckedUpdateInput): Promise<void> {
  await tx.valueAsset.update({ where: { orgId_id: { orgId: actor.orgId, id } }, data, select: { id: true } });
}

/** One row a person who had it, whatever they had of it how often; only what changed is written. */
export async function countReceptionsOf(tx: Tx, orgId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ValueAsset" a SET given = counted.given, welcomed = counted.welcomed
      FROM (SELECT "assetId", count(*)::int AS given, count(*) FILTER (WHERE useful)::int AS welcomed
              FROM (SELECT "assetId", "prospectId", bool_or(reaction = 'useful') IS TRUE AS useful FROM "AssetShare" WHERE "orgId" = ${orgId}::uuid GROUP BY 1, 2) each
             GROUP BY 1) counted
     WHERE a."orgId" = ${orgId}::uuid AND a.id = counted."assetId" AND (a.given, a.welcomed) IS DISTINCT FROM (counted.given, counted.welcomed)`;
}
