import "server-only";
import { newId } from "#lib/platform/ids.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type LockedDeal = {
  id: string;
  title: string;
  amount: string;
  currency: string;
  closeOn: Date | null;
  prospectId: string | null;
  stageId: string;
  agreed: boolean;
  version: number;
  archivedAt: Date | null;
};

/** The row for this use case alone until it ends, or null if it is not there for this actor. */
export async function lockDeal({ tx, actor }: TxContext, id: string): Promise<LockedDeal | null> {
  const rows = await tx.$queryRaw<LockedDeal[]>`
    SELECT d.id, d.title, d.amount::float8::text AS amount, d.currency, d."closeOn", d."prospectId", d."stageId", d.agreed, d.version, d."archivedAt"
      FROM "Deal" d WHERE ${visibleTo(actor, "d")} AND d.id = ${id}::uuid FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

export type Stage = { id: string; name: string; kind: string };

export async function findStage({ tx, actor }: TxContext, id: string | null): Promise<Stage | null> {
  return tx.stage.findFirst({
    where: { orgId: actor.orgId, ...(id ? { id } : { kind: "open" }) },
    select: { id: true, name: true, kind: true },
    orderBy: { position: "asc" },
  });
}

/** Whom the deal is with, if this actor sees them: a prospect brings their company along. Undefined when an id leads nowhere. */
export async function findPartners(
  { tx, actor }: TxContext,
  { prospectId, companyId }: { prospectId: string | null; companyId: string | null },
): Promise<{ prospectId: string | null; companyId: string | null } | undefined> {
  let company = companyId;
  if (prospectId) {
    const [prospect] = await tx.$queryRaw<{ companyId: string | null }[]>`
      SELECT p."companyId" FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid AND p."erasedAt" IS NULL`;
    if (!prospect) return undefined;
    company ??= prospect.companyId;
  }
  if (companyId) {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Company" c WHERE ${visibleTo(actor, "c")} AND c.id = ${companyId}::uuid`;
    if (rows.length === 0) return undefined;
  }
  return { prospectId, companyId: company };
}

type Columns = Pick<
  Prisma.DealUncheckedCreateInput,
  "title" | "amount" | "currency" | "closeOn" | "prospectId" | "companyId" | "stageId" | "agreed"
>;

export async function insertDeal({ tx, actor, now }: TxContext, columns: Columns): Promise<string> {
  const id = newId(now);
  await tx.deal.create({
    data: { ...columns, orgId: actor.orgId, id, ownerId: actor.userId, teamId: actor.teamId, stageSince: now, createdAt: now },
    select: { id: true },
  });
  return id;
}

export async function updateDeal({ tx, actor }: TxContext, id: string, data: Prisma.DealUncheckedUpdateInput): Promise<number> {
  const { version } = await tx.deal.update({
    where: { orgId_id: { orgId: actor.orgId, id } },
    data: { ...data, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

/** One line of the deal's history: which stage, and what both sides agreed, in words (G1). */
export async function insertStageChange(
  { tx, actor, now }: TxContext,
  change: { dealId: string; stageId: string; agreed: boolean; agreement: string | null },
): Promise<void> {
  await tx.stageChange.create({
    data: { ...change, orgId: actor.orgId, id: newId(now), at: now, byId: actor.userId },
    select: { id: true },
  });
}
