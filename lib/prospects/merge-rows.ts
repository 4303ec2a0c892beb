import "server-only";
import { visibleTo } from "#lib/platform/scope.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { Mergeable } from "#lib/prospects/merge-fields.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";

export type LockedHalf = Mergeable & { id: string; archivedAt: Date | null; version: number; homeZone: string };

/** Two records for a merge alone until it ends, in the order in which others lock several: also against those who only refer to them. Those not there for this actor, erased or merged already are left out. */
export async function lockBoth({ tx, actor }: TxContext, ids: [string, string]): Promise<LockedHalf[]> {
  return tx.$queryRaw<LockedHalf[]>`
    SELECT p.id, p.name, p."givenName", p."familyName", p."jobTitle", p."companyId", p.country, p.region, p."timeZone", p.language, p.source, p."subscriberKind",
           p.relationship, p."ownerId", p."teamId", p."archivedAt", p.version, o."timeZone" AS "homeZone"
      FROM "Prospect" p JOIN "Organisation" o ON o.id = p."orgId"
     WHERE ${visibleTo(actor, "p")} AND p.id = ANY(${ids}::uuid[]) AND p."erasedAt" IS NULL AND p."mergedIntoId" IS NULL ORDER BY p.id FOR UPDATE OF p`;
}

/** Moves everything of the one record to the other, as the migration `merging_records` says it; that the one introduced the other is over. The caller holds both. */
export async function moveAll({ tx, actor, now }: TxContext, from: string, to: string): Promise<void> {
  const both = { in: [from, to] };
  await tx.referral.deleteMany({ where: { orgId: actor.orgId, introducerId: both, introducedId: both } });
  await tx.$executeRaw`SELECT merge_person(${actor.orgId}::uuid, ${from}::uuid, ${to}::uuid, ${now}::timestamptz)`;
}

/** What a record is found by: its name, its company's and its e-mail addresses. */
export async function refoldPerson({ tx, actor }: TxContext, id: string): Promise<void> {
  const person = await tx.prospect.findUniqueOrThrow({
    where: { orgId_id: { orgId: actor.orgId, id } },
    select: {
      name: true,
      company: { select: { name: true } },
      contactPoints: { where: { kind: "email" }, orderBy: [{ isPrimary: "desc" }, { id: "asc" }], select: { value: true } },
    },
  });
  const searchText = foldForSearch(person.name, person.company?.name, ...person.contactPoints.map(({ value }) => value));
  await tx.prospect.update({ where: { orgId_id: { orgId: actor.orgId, id } }, data: { searchText }, select: { id: true } });
}
