import "server-only";
import { newId } from "#lib/platform/ids.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type LockedCompany = {
  id: string;
  name: string;
  domain: string | null;
  country: string | null;
  version: number;
  archivedAt: Date | null;
};

/** The row for this use case alone until it ends, or null if it is not there for this actor. */
export async function lockCompany({ tx, actor }: TxContext, id: string): Promise<LockedCompany | null> {
  const rows = await tx.$queryRaw<LockedCompany[]>`
    SELECT c.id, c.name, c.domain, c.country, c.version, c."archivedAt" FROM "Company" c WHERE ${visibleTo(actor, "c")} AND c.id = ${id}::uuid FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

/** A visible company of that name on the lists. Two people adding the same one wait for each other here. */
export async function findByName({ tx, actor }: TxContext, name: string): Promise<{ id: string; name: string } | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.orgId} company ${name.toLowerCase()}`}, 0))`;
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT c.id, c.name FROM "Company" c WHERE ${visibleTo(actor, "c")} AND c."archivedAt" IS NULL AND lower(c.name) = lower(${name}) ORDER BY c.id LIMIT 1`;
  return rows[0] ?? null;
}

type Columns = Pick<Prisma.CompanyUncheckedCreateInput, "name" | "domain" | "country" | "searchText">;

export async function insertCompany({ tx, actor, now }: TxContext, columns: Columns): Promise<string> {
  const id = newId(now);
  await tx.company.create({
    data: { ...columns, orgId: actor.orgId, id, ownerId: actor.userId, teamId: actor.teamId, createdAt: now },
    select: { id: true },
  });
  return id;
}

export async function updateCompany({ tx, actor }: TxContext, id: string, data: Prisma.CompanyUncheckedUpdateInput): Promise<number> {
  const { version } = await tx.company.update({
    where: { orgId_id: { orgId: actor.orgId, id } },
    data: { ...data, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

/** How many people and deals on the lists stand under it, whoever owns them. */
export async function countUnder({ tx, actor }: TxContext, companyId: string): Promise<number> {
  const under = { orgId: actor.orgId, companyId, archivedAt: null };
  return (await tx.prospect.count({ where: under })) + (await tx.deal.count({ where: under }));
}
