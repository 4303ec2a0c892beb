import "server-only";
import type { AssetKind, Channel } from "#lib/follow-up/vocabulary.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import { changeableBy } from "#lib/value/template-scope.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type LockedAsset = Omit<Columns, "topics"> & {
  id: string;
  kind: AssetKind;
  topics: string[];
  version: number;
  archivedAt: Date | null;
};

/** The row for this use case alone until it ends. The library belongs to the whole organisation. */
export async function lockAsset({ tx, actor }: TxContext, id: string): Promise<LockedAsset | null> {
  const rows = await tx.$queryRaw<LockedAsset[]>`
    SELECT id, kind, title, summary, url, topics, language, stage, "heldOn", "expiresOn", version, "archivedAt" FROM "ValueAsset" WHERE "orgId" = ${actor.orgId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

type Columns = Pick<
  Prisma.ValueAssetUncheckedCreateInput,
  "kind" | "title" | "summary" | "url" | "topics" | "language" | "stage" | "heldOn" | "expiresOn"
>;

export async function insertAsset({ tx, actor, now }: TxContext, columns: Columns): Promise<string> {
  const id = newId(now);
  await tx.valueAsset.create({
    data: { ...columns, orgId: actor.orgId, id, createdById: actor.userId, createdAt: now },
    select: { id: true },
  });
  return id;
}

export async function updateAsset({ tx, actor }: TxContext, id: string, data: Prisma.ValueAssetUncheckedUpdateInput): Promise<number> {
  const { version } = await tx.valueAsset.update({
    where: { orgId_id: { orgId: actor.orgId, id } },
    data: { ...data, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

export type LockedTemplate = TemplateColumns & {
  id: string;
  channel: Channel;
  shared: boolean;
  ownerId: string;
  version: number;
  archivedAt: Date | null;
};
type TemplateColumns = { name: string; language: string | null; subject: string | null; body: string };

/** A template this actor may change: their own, or as a manager one that a team shares. */
export async function lockTemplate({ tx, actor }: TxContext, id: string): Promise<LockedTemplate | null> {
  const rows = await tx.$queryRaw<LockedTemplate[]>`
    SELECT t.id, t.name, t.channel, t.language, t.subject, t.body, t.shared, t."ownerId", t.version, t."archivedAt"
      FROM "MessageTemplate" t WHERE t."orgId" = ${actor.orgId}::uuid AND t.id = ${id}::uuid AND ${changeableBy(actor, "t")} FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

export async function insertTemplate(
  { tx, actor, now }: TxContext,
  columns: TemplateColumns & { channel: Channel; shared: boolean },
): Promise<string> {
  const id = newId(now);
  const whose = { orgId: actor.orgId, ownerId: actor.userId, teamId: actor.teamId };
  await tx.messageTemplate.create({ data: { ...columns, ...whose, id, createdAt: now }, select: { id: true } });
  return id;
}

export async function updateTemplate(
  { tx, actor }: TxContext,
  id: string,
  data: Prisma.MessageTemplateUncheckedUpdateInput,
): Promise<number> {
  const { version } = await tx.messageTemplate.update({
    where: { orgId_id: { orgId: actor.orgId, id } },
    data: { ...data, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
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
