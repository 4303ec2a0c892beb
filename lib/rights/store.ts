import "server-only";
import { toDate } from "#lib/field.ts";
import type { Actor } from "#lib/platform/context.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import type { Ground, RequestKind, Way } from "#lib/rights/request.ts";

/** Who writes, and when: `actorId` is null when the prospect does. */
export type Place = { tx: Tx; orgId: string; actorId: string | null; now: Date };

/** Whether the actor may work with this prospect. */
export async function isVisible(tx: Tx, actor: Actor, prospectId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid AND p."erasedAt" IS NULL AND p."mergedIntoId" IS NULL`;
  return rows.length > 0;
}

type NewRequest = {
  prospectId: string;
  kind: RequestKind;
  cameBy: Way;
  law: string;
  about: string | null;
  words: string | null;
  dueOn: string;
};

/** The open request that asks for the same: another of its kind, or the same correction in the same words. */
export async function findSame(
  { tx, orgId }: Place,
  { prospectId, kind, about, words }: Pick<NewRequest, "prospectId" | "kind" | "about" | "words">,
): Promise<string | null> {
  const same = kind === "correct" ? { about, words } : {};
  const found = await tx.dataRequest.findFirst({ where: { orgId, prospectId, kind, state: "open", ...same }, select: { id: true } });
  return found?.id ?? null;
}

export async function insertRequest({ tx, orgId, actorId, now }: Place, { dueOn, ...request }: NewRequest): Promise<string> {
  const id = newId(now);
  const data = { ...request, orgId, id, receivedAt: now, dueOn: toDate(dueOn)!, recordedById: actorId };
  await tx.dataRequest.create({ data, select: { id: true } });
  return id;
}

export async function countOpen({ tx, orgId }: Place, prospectId: string): Promise<number> {
  return tx.dataRequest.count({ where: { orgId, prospectId, state: "open" } });
}

export type StoredRequest = {
  id: string;
  prospectId: string;
  kind: RequestKind;
  state: string;
  law: string;
  /** Calendar days, the first by the organisation's clock. */
  askedOn: string;
  dueOn: string;
  extended: boolean;
};

/** Whom a request is about, for holding their record before it: whoever writes about a person does so in that order. */
export async function findSubject({ tx, orgId }: Pick<Place, "tx" | "orgId">, id: string): Promise<string | null> {
  const found = await tx.dataRequest.findUnique({ where: { orgId_id: { orgId, id } }, select: { prospectId: true } });
  return found?.prospectId ?? null;
}

/** A request of the organisation, held until the transaction ends: two admins do not answer it differently. */
export async function lockRequest({ tx, orgId }: Pick<Place, "tx" | "orgId">, id: string): Promise<StoredRequest | null> {
  const [row] = await tx.$queryRaw<StoredRequest[]>`
    SELECT r.id, r."prospectId", r.kind, r.state, r.law, (r."receivedAt" AT TIME ZONE o."timeZone")::date::text AS "askedOn", r."dueOn"::text AS "dueOn",
           r."extendedAt" IS NOT NULL AS extended
      FROM "DataRequest" r JOIN "Organisation" o ON o.id = r."orgId" WHERE r."orgId" = ${orgId}::uuid AND r.id = ${id}::uuid FOR UPDATE OF r`;
  return row ?? null;
}

type Answer = { state: "done" | "refused"; ground: Ground | null; answer: string | null };

export async function keepAnswer({ tx, orgId, actorId, now }: Place, id: string, answer: Answer): Promise<void> {
  const data = { ...answer, answeredAt: now, answeredById: actorId };
  await tx.dataRequest.update({ where: { orgId_id: { orgId, id } }, data, select: { id: true } });
}

/** With the person goes whatever else they had asked for: there is nothing left to correct or hand out. */
export async function closeOpen({ tx, orgId, actorId, now }: Place, prospectIds: string[]): Promise<void> {
  await tx.dataRequest.updateMany({
    where: { orgId, prospectId: { in: prospectIds }, state: "open" },
    data: { state: "done", answeredAt: now, answeredById: actorId },
  });
}

export async function keepExtension({ tx, orgId, now }: Place, id: string, dueOn: string, extendedBecause: string): Promise<void> {
  const data = { dueOn: toDate(dueOn)!, extendedAt: now, extendedBecause };
  await tx.dataRequest.update({ where: { orgId_id: { orgId, id } }, data, select: { id: true } });
}

/** What is left of records merged into these, and these: in that order they are erased. */
export async function withMerged({ tx, orgId }: Place, prospectIds: string[]): Promise<string[]> {
  const merged = await tx.prospect.findMany({ where: { orgId, mergedIntoId: { in: prospectIds } }, select: { id: true } });
  return [...merged.map(({ id }) => id), ...prospectIds];
}

/** What they want no more of, as last recorded, in words of the library: none of their own outlive them. */
export async function findRefusedTopics({ tx, orgId }: Place, prospectId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ topic: string }[]>`
    SELECT topic FROM (SELECT "refusedTopics" FROM "CommunicationPreference"
                        WHERE "orgId" = ${orgId}::uuid AND "prospectId" = ${prospectId}::uuid ORDER BY version DESC LIMIT 1) last, unnest(last."refusedTopics") topic
     WHERE EXISTS (SELECT FROM "ValueAsset" a WHERE a."orgId" = ${orgId}::uuid AND topic = ANY(a.topics))`;
  return rows.map(({ topic }) => topic);
}

/** Leaves of a person what the migration `data_rights` says: dates, kinds, channels. The caller holds their lock. */
export async function erase({ tx, orgId, now }: Place, prospectId: string): Promise<void> {
  await tx.$executeRaw`SELECT erase_person(${orgId}::uuid, ${prospectId}::uuid, ${now}::timestamptz)`;
}

/** Where an answer reaches them, or null where no e-mail address is on the record or nobody is any more. */
export async function findAddressee(
  { tx, orgId }: Pick<Place, "tx" | "orgId">,
  prospectId: string,
): Promise<{ name: string; email: string; language: string | null } | null> {
  const [row] = await tx.$queryRaw<{ name: string; email: string; language: string | null }[]>`
    SELECT p.name, p."primaryEmail" AS email, coalesce(terms.language, p.language) AS language FROM "Prospect" p
      LEFT JOIN LATERAL (SELECT language FROM "CommunicationPreference" v WHERE v."orgId" = p."orgId" AND v."prospectId" = p.id ORDER BY version DESC LIMIT 1) terms ON true
     WHERE p."orgId" = ${orgId}::uuid AND p.id = ${prospectId}::uuid AND p."primaryEmail" IS NOT NULL`;
  return row ?? null;
}
