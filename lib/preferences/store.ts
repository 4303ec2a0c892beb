import "server-only";
import { ConsentEntry, type Terms } from "#lib/consent/ledger.ts";
import { findTopicsKept } from "#lib/consent/suppress-topics.ts";
import { type TermsRow, toTerms } from "#lib/consent/terms.ts";
import type { Actor } from "#lib/platform/context.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { visibleWhere } from "#lib/platform/scope.ts";
import { readEmail } from "#lib/prospects/contact-points.ts";

type Place = { tx: Tx; orgId: string; now: Date };

/** The topics of the library, by which somebody can say what they like. */
export async function findLibraryTopics({ tx, orgId }: Place): Promise<string[]> {
  const rows = await tx.$queryRaw<{ topic: string }[]>`
    SELECT DISTINCT unnest(topics) AS topic FROM "ValueAsset" WHERE "orgId" = ${orgId}::uuid AND "archivedAt" IS NULL`;
  return rows.map(({ topic }) => topic);
}

/** `keptAway`: topics refused under this or an earlier record of theirs. */
export type Agreement = { entries: ConsentEntry[]; terms: Terms | null; beforeStop: Terms | null; keptAway: string[] };

/** The ledger, what they chose last, and what they had chosen before the stop that may stand now. */
export async function readAgreement({ tx, orgId }: Place, prospectId: string): Promise<Agreement> {
  const where = { orgId, prospectId };
  const orderBy = { version: "desc" } as const;
  const entries = await tx.consentEvent.findMany({
    where,
    select: {
      id: true,
      channel: true,
      status: true,
      basis: true,
      saidBy: true,
      effectiveFrom: true,
      effectiveTo: true,
      contactPointId: true,
    },
  });
  const latest: TermsRow | null = await tx.communicationPreference.findFirst({ where, orderBy });
  const before: TermsRow | null = latest?.stopped
    ? await tx.communicationPreference.findFirst({ where: { ...where, stopped: false }, orderBy })
    : null;
  return {
    entries: ConsentEntry.array().parse(entries),
    terms: latest && toTerms(latest),
    beforeStop: before && toTerms(before),
    keptAway: await findTopicsKept({ tx, orgId }, prospectId),
  };
}

/** Whether one of these lines of the ledger was said by this link. */
export async function wasSaidBy(
  { tx, orgId }: { tx: Tx; orgId: string },
  stops: { entry: ConsentEntry }[],
  linkId: string,
): Promise<boolean> {
  const ids = stops.map(({ entry }) => entry.id);
  return (await tx.consentEvent.count({ where: { orgId, id: { in: ids }, evidence: { startsWith: `link ${linkId},` } } })) > 0;
}

/** What the person last said themselves, whatever was noted since. */
export async function findOwnTerms({ tx, orgId }: Place, prospectId: string): Promise<Terms | null> {
  const own: TermsRow | null = await tx.communicationPreference.findFirst({
    where: { orgId, prospectId, saidBy: "person" },
    orderBy: { version: "desc" },
  });
  return own && toTerms(own);
}

/** Whether the actor may see this prospect; archived ones too, since they keep their page. */
export function findVisible(tx: Tx, actor: Actor, prospectId: string): Promise<{ id: string } | null> {
  return tx.prospect.findFirst({
    where: { ...visibleWhere(actor), id: prospectId, erasedAt: null, mergedIntoId: null },
    select: { id: true },
  });
}

export type Addressee = {
  name: string;
  language: string | null;
  isArchived: boolean;
  /** Where mail reaches them: the main address, unless mail came back from it. */
  email: string | null;
  owner: string;
  ownerEmail: string;
  organisation: string;
};

/** Whom a message to a prospect goes to, and who we are to them. */
export async function findAddressee({ tx, orgId }: { tx: Tx; orgId: string }, prospectId: string): Promise<Addressee> {
  const [found] = await tx.$queryRaw<Addressee[]>`
    SELECT p.name, p.language, p."archivedAt" IS NOT NULL AS "isArchived", m.name AS owner, u.email AS "ownerEmail", o.name AS organisation,
           (SELECT value FROM "ContactPoint" c WHERE c."orgId" = p."orgId" AND c."prospectId" = p.id AND c.kind = 'email' AND c."invalidAt" IS NULL
             ORDER BY c."isPrimary" DESC, c.id LIMIT 1) AS email
      FROM "Prospect" p
      JOIN "Organisation" o ON o.id = p."orgId"
      JOIN "Member" m ON m."orgId" = p."orgId" AND m."userId" = p."ownerId"
      JOIN "User" u ON u.id = m."userId"
     WHERE p."orgId" = ${orgId}::uuid AND p.id = ${prospectId}::uuid`;
  return found!;
}

/** Every record with this e-mail address, organisation by organisation, so that each is found by its own index. */
export function findByAddress(tx: Tx, normalised: string): Promise<{ orgId: string; prospectIds: string[] }[]> {
  return tx.$queryRaw`
    SELECT o.id AS "orgId", c."prospectIds" FROM "Organisation" o CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT "prospectId" ORDER BY "prospectId") AS "prospectIds" FROM "ContactPoint"
       WHERE "orgId" = o.id AND kind = 'email' AND normalised = ${normalised} AND "invalidAt" IS NULL) c
     WHERE c."prospectIds" IS NOT NULL ORDER BY o.id`;
}

/** Since when an e-mail address has stood on a record, or null where it is none of theirs, or no longer. */
export async function findAddressSince(
  { tx, orgId }: { tx: Tx; orgId: string },
  prospectId: string,
  address: string,
): Promise<Date | null> {
  const { normalised } = readEmail(address);
  const point = await tx.contactPoint.findFirst({
    where: { orgId, prospectId, kind: "email", normalised, invalidAt: null },
    select: { createdAt: true },
  });
  return point?.createdAt ?? null;
}

/** Keeps the hash of a link; the token itself is kept nowhere. */
export async function keepLink(
  { tx, orgId, now }: Place,
  prospectId: string,
  link: { tokenHash: string; createdById: string | null; addressSince: Date | null },
): Promise<string> {
  const id = newId(now);
  await tx.preferenceLink.create({ data: { ...link, orgId, id, prospectId, createdAt: now }, select: { id: true } });
  return id;
}

export async function endLinks({ tx, orgId, now }: Place, prospectId: string): Promise<number> {
  const { count } = await tx.preferenceLink.updateMany({ where: { orgId, prospectId, revokedAt: null }, data: { revokedAt: now } });
  return count;
}
