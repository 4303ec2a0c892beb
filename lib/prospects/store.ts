import "server-only";
import { may } from "#lib/people/roles.ts";
import { newId } from "#lib/platform/ids.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { ContactPoint } from "#lib/prospects/contact-points.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type LockedProspect = {
  id: string;
  name: string;
  ownerId: string;
  teamId: string;
  companyId: string | null;
  timeZone: string | null;
  country: string | null;
  region: string | null;
  subscriberKind: string;
  relationship: string;
  version: number;
  archivedAt: Date | null;
};

/** The row for this use case alone until it ends, or null if it is not there for this actor. */
export async function lockProspect({ tx, actor }: TxContext, id: string): Promise<LockedProspect | null> {
  const rows = await tx.$queryRaw<LockedProspect[]>`
    SELECT p.id, p.name, p."ownerId", p."teamId", p."companyId", p."timeZone", p.country, p.region, p."subscriberKind", p.relationship, p.version,
           p."archivedAt"
      FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ${id}::uuid AND p."erasedAt" IS NULL AND p."mergedIntoId" IS NULL FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

export type Namesake = { id: string; name: string; teamId: string; kind: string; value: string; archivedAt: Date | null };

/** Other records of the whole organisation that hold one of these e-mail addresses or numbers, if it is new to this one (D9). Two people adding the same one wait for each other here. */
export async function findNamesakes({ tx, actor }: TxContext, points: ContactPoint[], exceptId: string | null): Promise<Namesake[]> {
  const reachable = points
    .filter(({ kind }) => kind === "email" || kind === "phone")
    .toSorted((a, b) => (a.normalised < b.normalised ? -1 : 1));
  if (reachable.length === 0) return [];
  for (const { kind, normalised } of reachable)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.orgId} ${kind} ${normalised}`}, 0))`;
  const wanted = reachable.map(({ kind, normalised }) => Prisma.sql`(${kind}, ${normalised})`);
  return tx.$queryRaw<Namesake[]>`
    SELECT p.id, p.name, p."teamId", c.kind, c.value, p."archivedAt"
      FROM "ContactPoint" c JOIN "Prospect" p ON p."orgId" = c."orgId" AND p.id = c."prospectId"
     WHERE c."orgId" = ${actor.orgId}::uuid AND (c.kind, c.normalised) IN (${Prisma.join(wanted)}) AND c."invalidAt" IS NULL
       AND p.id IS DISTINCT FROM ${exceptId}::uuid
       AND NOT EXISTS (SELECT 1 FROM "ContactPoint" own WHERE own."orgId" = c."orgId" AND own."prospectId" = ${exceptId}::uuid
                          AND own.kind = c.kind AND own.normalised = c.normalised)
     ORDER BY (p."teamId" = ${actor.teamId}::uuid) DESC, p.id LIMIT 5`;
}

type Columns = Pick<
  Prisma.ProspectUncheckedCreateInput,
  | "name"
  | "givenName"
  | "familyName"
  | "jobTitle"
  | "companyId"
  | "timeZone"
  | "country"
  | "region"
  | "language"
  | "subscriberKind"
  | "relationship"
  | "source"
  | "searchText"
>;

export async function insertProspect(
  { tx, actor, now }: TxContext,
  owner: { userId: string; teamId: string },
  columns: Columns,
): Promise<string> {
  const id = newId(now);
  await tx.prospect.create({
    data: { ...columns, orgId: actor.orgId, id, ownerId: owner.userId, teamId: owner.teamId, createdAt: now },
    select: { id: true },
  });
  return id;
}

export async function updateProspect({ tx, actor }: TxContext, id: string, data: Prisma.ProspectUncheckedUpdateInput): Promise<number> {
  const { version } = await tx.prospect.update({
    where: { orgId_id: { orgId: actor.orgId, id } },
    data: { ...data, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

type WantedCompany = { companyId: string | null; companyName: string | null };

/** The company meant: by id or by name among the visible ones (the record's own stays whoever sees it), else a new one of the actor's; undefined when the id leads nowhere. */
export async function settleCompany(
  { tx, actor, now }: TxContext,
  { companyId, companyName }: WantedCompany,
  currentId: string | null = null,
): Promise<{ id: string; name: string } | null | undefined> {
  if (companyId) {
    const [chosen] = await tx.$queryRaw<{ id: string; name: string }[]>`
      SELECT c.id, c.name FROM "Company" c WHERE ${visibleTo(actor, "c")} AND c.id = ${companyId}::uuid`;
    return chosen;
  }
  if (!companyName) return null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.orgId} company ${companyName.toLowerCase()}`}, 0))`;
  const [named] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT c.id, c.name FROM "Company" c
     WHERE c."orgId" = ${actor.orgId}::uuid AND lower(c.name) = lower(${companyName})
       AND (c.id = ${currentId}::uuid OR (${visibleTo(actor, "c")} AND c."archivedAt" IS NULL))
     ORDER BY (c.id = ${currentId}::uuid) DESC NULLS LAST, (c."teamId" = ${actor.teamId}::uuid) DESC, c.id LIMIT 1`;
  if (named) return named;
  const company = { id: newId(now), name: companyName };
  await tx.company.create({
    data: {
      ...company,
      orgId: actor.orgId,
      ownerId: actor.userId,
      teamId: actor.teamId,
      searchText: foldForSearch(companyName),
      createdAt: now,
    },
    select: { id: true },
  });
  return company;
}

/** A colleague who may own records: active, and for a rep in their own team. */
export async function findOwner(
  { tx, actor }: TxContext,
  userId: string,
): Promise<{ userId: string; teamId: string; name: string } | null> {
  return tx.member.findFirst({
    where: { orgId: actor.orgId, userId, deactivatedAt: null, ...(!may(actor, "see-all-teams") && { teamId: actor.teamId }) },
    select: { userId: true, teamId: true, name: true },
  });
}

export async function organisationCountry({ tx, actor }: TxContext): Promise<string | null> {
  return (await tx.organisation.findUniqueOrThrow({ where: { id: actor.orgId }, select: { country: true } })).country;
}

/** Folds name, company and e-mail addresses anew for everyone at a company: one read, one write, however many. */
export async function refoldPeople({ tx, actor }: TxContext, company: { id: string; name: string }): Promise<void> {
  const people = await tx.$queryRaw<{ id: string; name: string; emails: string[] }[]>`
    SELECT p.id, p.name, array(SELECT c.value FROM "ContactPoint" c
                                WHERE c."orgId" = p."orgId" AND c."prospectId" = p.id AND c.kind = 'email' ORDER BY c."isPrimary" DESC, c.id) AS emails
      FROM "Prospect" p WHERE p."orgId" = ${actor.orgId}::uuid AND p."companyId" = ${company.id}::uuid ORDER BY p.id FOR NO KEY UPDATE OF p`;
  if (people.length === 0) return;
  const texts = people.map(({ name, emails }) => foldForSearch(name, company.name, ...emails));
  await tx.$executeRaw`
    UPDATE "Prospect" p SET "searchText" = folded.text
      FROM unnest(${people.map(({ id }) => id)}::uuid[], ${texts}::text[]) AS folded(id, text)
     WHERE p."orgId" = ${actor.orgId}::uuid AND p.id = folded.id`;
}

export async function hasPlannedFollowUp({ tx, actor }: TxContext, prospectId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "FollowUp" WHERE "orgId" = ${actor.orgId}::uuid AND "prospectId" = ${prospectId}::uuid AND state IN ('scheduled', 'held') LIMIT 1`;
  return rows.length > 0;
}

export async function insertFact(
  { tx, actor, now }: TxContext,
  fact: { prospectId: string; label: string; value: string; origin: string; originNote: string | null; onDay: Date | null },
): Promise<string> {
  const id = newId(now);
  await tx.fact.create({ data: { ...fact, orgId: actor.orgId, id, recordedById: actor.userId, recordedAt: now }, select: { id: true } });
  return id;
}

export async function markFactRetracted({ tx, actor, now }: TxContext, prospectId: string, id: string): Promise<boolean> {
  const { count } = await tx.fact.updateMany({
    where: { orgId: actor.orgId, prospectId, id, retractedAt: null },
    data: { retractedAt: now },
  });
  return count === 1;
}

/** Whether it was taken back until now. */
export async function markFactHeld({ tx, actor }: TxContext, prospectId: string, id: string): Promise<boolean> {
  const { count } = await tx.fact.updateMany({
    where: { orgId: actor.orgId, prospectId, id, retractedAt: { not: null } },
    data: { retractedAt: null },
  });
  return count === 1;
}

export async function insertAssessment(
  { tx, actor, now }: TxContext,
  assessment: { prospectId: string; fit: number; stake: string; homework: string; decisionOn: Date | null; timelineSource: string | null },
): Promise<void> {
  await tx.opportunityAssessment.create({
    data: { ...assessment, orgId: actor.orgId, id: newId(now), assessedById: actor.userId, assessedAt: now },
    select: { id: true },
  });
}

export async function insertNextStep(
  { tx, actor, now }: TxContext,
  step: { prospectId: string; dealId: string | null; what: string; owedBy: string; dueOn: Date | null; agreed: boolean },
): Promise<string> {
  const id = newId(now);
  await tx.nextStep.create({ data: { ...step, orgId: actor.orgId, id, createdById: actor.userId, createdAt: now }, select: { id: true } });
  return id;
}

export async function markStepSettled(
  { tx, actor, now }: TxContext,
  prospectId: string,
  id: string,
  as: string,
): Promise<"settled" | "before" | "missing"> {
  const mine = { orgId: actor.orgId, prospectId, id };
  const { count } = await tx.nextStep.updateMany({ where: { ...mine, settledAt: null }, data: { settledAt: now, settledAs: as } });
  if (count === 1) return "settled";
  return (await tx.nextStep.count({ where: mine })) === 1 ? "before" : "missing";
}

/** Whether it was settled until now. */
export async function markStepOpen({ tx, actor }: TxContext, prospectId: string, id: string): Promise<boolean> {
  const { count } = await tx.nextStep.updateMany({
    where: { orgId: actor.orgId, prospectId, id, settledAt: { not: null } },
    data: { settledAt: null, settledAs: null },
  });
  return count === 1;
}

/** Whether a deal is this actor's to name, and with this person or at their company. */
export async function dealBelongs({ tx, actor }: TxContext, prospectId: string, dealId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "Deal" d JOIN "Prospect" p ON p."orgId" = d."orgId" AND p.id = ${prospectId}::uuid
     WHERE ${visibleTo(actor, "d")} AND d.id = ${dealId}::uuid AND (d."prospectId" = p.id OR d."companyId" = p."companyId")`;
  return rows.length > 0;
}

/** What we still owe them is owed by the new owner (D8). */
export async function handOverPromises({ tx, actor: { orgId } }: TxContext, prospectId: string, ownerId: string): Promise<void> {
  await tx.nextStep.updateMany({ where: { orgId, prospectId, settledAt: null, owedBy: "us" }, data: { createdById: ownerId } });
}
