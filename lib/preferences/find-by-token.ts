import "server-only";
import { z } from "zod";

import { ConsentEntry, type Terms } from "#lib/consent/ledger.ts";
import { type Standing, standing, stoppedAltogether, undoableStop, undoWindow } from "#lib/consent/standing.ts";
import { type TermsRow, toTerms } from "#lib/consent/terms.ts";
import { Channel, Relationship } from "#lib/follow-up/vocabulary.ts";
import { db } from "#lib/platform/db.ts";
import { readToken } from "#lib/platform/ids.ts";
import type { Guest } from "#lib/preferences/guest.ts";

/** For whom a link speaks, or null for one that is unknown or was taken back. Found by its hash, so that time tells nothing about near misses. */
export async function openLink(token: string, now: Date): Promise<Guest | null> {
  const key = readToken(token);
  if (!key) return null;
  const link = await db.preferenceLink.findUnique({
    where: { orgId_tokenHash: { orgId: key.orgId, tokenHash: key.hash }, revokedAt: null, prospect: { erasedAt: null } },
    select: { id: true, prospectId: true },
  });
  return link && { orgId: key.orgId, prospectId: link.prospectId, linkId: link.id, now };
}

const Page = z.object({
  name: z.string(),
  givenName: z.string().nullable(),
  jobTitle: z.string().nullable(),
  company: z.string().nullable(),
  zone: z.string(),
  source: z.string().nullable(),
  relationship: Relationship,
  organisation: z.object({ name: z.string(), postalAddress: z.string().nullable() }),
  contact: z.string(),
  addresses: z.array(z.object({ kind: z.enum(["email", "phone", "linkedin", "address"]), value: z.string() })),
  planned: z.array(z.object({ channel: Channel, at: z.coerce.date() })),
  ledger: z.array(ConsentEntry),
  terms: z.unknown(),
  /** Follow-ups that their last choice took off. */
  taken: z.number().int(),
});

export type PreferencePage = Omit<z.infer<typeof Page>, "ledger" | "terms"> & {
  terms: Terms | null;
  /** Since when everything is stopped, and until when they can take that back. */
  stoppedAt: Date | null;
  undoUntil: Date | null;
  standings: Record<Channel, Standing>;
};

/** Everything the page shows, in one round trip. No notes, no scores, no names but theirs, the organisation's and their contact's. */
export async function findByToken(token: string, now: Date): Promise<PreferencePage | null> {
  const key = readToken(token);
  if (!key) return null;
  const [row] = await db.$queryRaw<{ page: unknown }[]>`
    SELECT json_build_object(
      'name', p.name, 'givenName', p."givenName", 'jobTitle', p."jobTitle", 'company', c.name, 'zone', coalesce(p."timeZone", o."timeZone"),
      'source', p.source, 'relationship', p.relationship, 'organisation', json_build_object('name', o.name, 'postalAddress', o."postalAddress"),
      'contact', m.name, 'terms', row_to_json(t),
      'addresses', (SELECT coalesce(json_agg(json_build_object('kind', kind, 'value', value) ORDER BY kind, "isPrimary" DESC, id), '[]')
                      FROM "ContactPoint" WHERE "orgId" = p."orgId" AND "prospectId" = p.id AND "invalidAt" IS NULL),
      'planned', (SELECT coalesce(json_agg(json_build_object('channel', channel, 'at', at) ORDER BY at, id), '[]')
                    FROM "FollowUp" WHERE "orgId" = p."orgId" AND "prospectId" = p.id AND state = 'scheduled'),
      'taken', (SELECT count(*) FROM "FollowUp" WHERE "orgId" = p."orgId" AND "prospectId" = p.id AND state = 'held' AND "heldAt" = t."createdAt"),
      'ledger', (SELECT coalesce(json_agg(json_build_object('id', id, 'channel', channel, 'status', status, 'basis', basis, 'saidBy', "saidBy",
                        'effectiveFrom', "effectiveFrom", 'effectiveTo', "effectiveTo")), '[]')
                   FROM "ConsentEvent" WHERE "orgId" = p."orgId" AND "prospectId" = p.id)) AS page
      FROM "PreferenceLink" l
      JOIN "Prospect" p ON p."orgId" = l."orgId" AND p.id = l."prospectId"
      JOIN "Organisation" o ON o.id = p."orgId"
      JOIN "Member" m ON m."orgId" = p."orgId" AND m."userId" = p."ownerId"
      LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
      LEFT JOIN LATERAL (SELECT * FROM "CommunicationPreference" WHERE "orgId" = p."orgId" AND "prospectId" = p.id ORDER BY version DESC LIMIT 1) t ON true
     WHERE l."orgId" = ${key.orgId}::uuid AND l."tokenHash" = ${key.hash} AND l."revokedAt" IS NULL AND p."erasedAt" IS NULL`;
  return row ? shape(Page.parse(row.page), now) : null;
}

function shape({ ledger, terms: termsRow, ...page }: z.infer<typeof Page>, now: Date): PreferencePage {
  const terms = termsRow ? toTerms(termsRow as TermsRow) : null;
  const stop = stoppedAltogether(ledger, now)?.effectiveFrom ?? (terms?.stopped ? terms.saidOn : null);
  const undoable = undoableStop(ledger, now);
  const standings = Object.fromEntries(Channel.options.map((channel) => [channel, standing(ledger, channel, now)])) as Record<
    Channel,
    Standing
  >;
  return {
    ...page,
    terms,
    stoppedAt: stop,
    undoUntil: undoable && terms?.stopped ? new Date(undoable.getTime() + undoWindow) : null,
    standings,
  };
}
