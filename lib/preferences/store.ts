import "server-only";
import { ConsentEntry, type Terms } from "#lib/consent/ledger.ts";
import { type TermsRow, toTerms } from "#lib/consent/terms.ts";
import type { Actor } from "#lib/platform/context.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { visibleWhere } from "#lib/platform/scope.ts";

type Place = { tx: Tx; orgId: string; now: Date };

export type Person = { organisation: string; zone: string; alsoKnownAs: string[] };

/**
 * Locks the person: their record and every other with the same e-mail address, in one order, so that nobody plans a touch with them meanwhile
 * and two such choices cannot wait for each other. Their zone falls back to the organisation's.
 */
export async function lockPerson({ tx, orgId }: Place, prospectId: string): Promise<Person | null> {
  const rows = await tx.$queryRaw<{ id: string; zone: string; organisation: string }[]>`
    SELECT p.id, coalesce(p."timeZone", o."timeZone") AS zone, o.name AS organisation
      FROM "Prospect" p JOIN "Organisation" o ON o.id = p."orgId"
     WHERE p."orgId" = ${orgId}::uuid AND (p.id = ${prospectId}::uuid OR p.id IN (
           SELECT other."prospectId" FROM "ContactPoint" own
             JOIN "ContactPoint" other ON other."orgId" = own."orgId" AND other.kind = own.kind AND other.normalised = own.normalised
            WHERE own."orgId" = ${orgId}::uuid AND own."prospectId" = ${prospectId}::uuid AND own.kind = 'email'))
     ORDER BY p.id FOR NO KEY UPDATE OF p`;
  const self = rows.find(({ id }) => id === prospectId);
  return self
    ? { organisation: self.organisation, zone: self.zone, alsoKnownAs: rows.map(({ id }) => id).filter((id) => id !== prospectId) }
    : null;
}

export type Agreement = { entries: ConsentEntry[]; terms: Terms | null; beforeStop: Terms | null };

/** The ledger, what they chose last, and what they had chosen before the stop that may stand now. */
export async function readAgreement({ tx, orgId }: Place, prospectId: string): Promise<Agreement> {
  const where = { orgId, prospectId };
  const orderBy = { version: "desc" } as const;
  const entries = await tx.consentEvent.findMany({
    where,
    select: { id: true, channel: true, status: true, basis: true, saidBy: true, effectiveFrom: true, effectiveTo: true },
  });
  const latest: TermsRow | null = await tx.communicationPreference.findFirst({ where, orderBy });
  const before: TermsRow | null = latest?.stopped
    ? await tx.communicationPreference.findFirst({ where: { ...where, stopped: false }, orderBy })
    : null;
  return { entries: ConsentEntry.array().parse(entries), terms: latest && toTerms(latest), beforeStop: before && toTerms(before) };
}

/** Whether the actor may see this prospect; archived ones too, since they keep their page. */
export function findVisible(tx: Tx, actor: Actor, prospectId: string): Promise<{ id: string } | null> {
  return tx.prospect.findFirst({ where: { ...visibleWhere(actor), id: prospectId, erasedAt: null }, select: { id: true } });
}

/** Keeps the hash of a link; the token itself is kept nowhere. */
export async function keepLink(
  { tx, orgId, now }: Place,
  prospectId: string,
  tokenHash: string,
  createdById: string | null,
): Promise<string> {
  const id = newId(now);
  await tx.preferenceLink.create({ data: { orgId, id, prospectId, tokenHash, createdById, createdAt: now }, select: { id: true } });
  return id;
}

export async function endLinks({ tx, orgId, now }: Place, prospectId: string): Promise<number> {
  const { count } = await tx.preferenceLink.updateMany({ where: { orgId, prospectId, revokedAt: null }, data: { revokedAt: now } });
  return count;
}
