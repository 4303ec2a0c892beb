import "server-only";
import { z } from "zod";

import { ConsentEntry, type Terms } from "#lib/consent/ledger.ts";
import { type Standing, standing, stoppedAltogether, undoableStop, undoWindow } from "#lib/consent/standing.ts";
import { type TermsRow, toTerms } from "#lib/consent/terms.ts";
import { Channel, Relationship } from "#lib/follow-up/vocabulary.ts";
import { db } from "#lib/platform/db.ts";
import { readToken } from "#lib/platform/ids.ts";
import { FactOrigin } from "#lib/prospects/fact-origin.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Guest } from "#lib/preferences/guest.ts";

/** Days for which a link shows what is held about somebody. To stop us it never ends. */
const showsFor = 365;
/** Links made after this still show something, unless they were taken back. */
export const showsSince = (now: Date) => new Date(now.getTime() - showsFor * 24 * 60 * 60 * 1000);

/** For whom a link speaks, or null for one that is unknown, was taken back or is too old to show anything. Found by its hash, so that time tells nothing about near misses. */
export async function openLink(token: string, now: Date): Promise<Guest | null> {
  const link = await findLink(token, { revokedAt: null, createdAt: { gt: showsSince(now) } });
  return link && { orgId: link.orgId, prospectId: link.prospectId, linkId: link.id, addressSince: link.addressSince, now };
}

export type StopOnly = { guest: Guest; organisation: string; language: string | null };

/** The same for a link that shows nothing any more: whoever holds it can still stop all contact, and nothing else (C4). */
export async function openToStop(token: string, now: Date): Promise<StopOnly | null> {
  const link = await findLink(token, {});
  if (!link) return null;
  const { orgId, prospectId, id: linkId, prospect } = link;
  return {
    guest: { orgId, prospectId, linkId, now, stopsOnly: true },
    organisation: prospect.team.organisation.name,
    language: prospect.language,
  };
}

async function findLink(token: string, where: Prisma.PreferenceLinkWhereInput) {
  const key = readToken(token);
  if (!key) return null;
  return db.preferenceLink.findUnique({
    where: { orgId_tokenHash: { orgId: key.orgId, tokenHash: key.hash }, prospect: { erasedAt: null }, ...where },
    select: {
      orgId: true,
      id: true,
      prospectId: true,
      addressSince: true,
      prospect: { select: { language: true, team: { select: { organisation: { select: { name: true } } } } } },
    },
  });
}

const listed = 20;
const mostTopics = 40;

const Page = z.object({
  name: z.string(),
  jobTitle: z.string().nullable(),
  company: z.string().nullable(),
  zone: z.string(),
  language: z.string().nullable(),
  source: z.string().nullable(),
  relationship: Relationship,
  organisation: z.object({ name: z.string(), postalAddress: z.string().nullable() }),
  contact: z.string(),
  addresses: z.array(z.object({ kind: z.enum(["email", "phone", "linkedin", "address"]), value: z.string() })),
  /** Everything held about them with how it became known, also what was only observed (C8). */
  facts: z.array(z.object({ label: z.string(), value: z.string(), origin: FactOrigin, at: z.coerce.date() })),
  /** What the rep shows them of what is planned. */
  planned: z.array(z.object({ id: z.string(), channel: Channel, at: z.coerce.date(), accepted: z.boolean() })),
  received: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      url: z.string().nullable(),
      at: z.coerce.date(),
      reaction: z.enum(["useful", "neutral", "not_useful"]).nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      id: z.string(),
      what: z.string(),
      owedBy: z.enum(["us", "them"]),
      dueOn: z.iso.date().nullable(),
      confirmed: z.boolean(),
      correction: z.string().nullable(),
    }),
  ),
  /** The topics of the library that most is about, and those they like. */
  topics: z.array(z.string()),
  /** What they want no more of, said under this or an earlier record. */
  refusedTopics: z.array(z.string()),
  ledger: z.array(ConsentEntry),
  versions: z.array(z.unknown()),
  /** Follow-ups that their last choice took off. */
  taken: z.number().int(),
});

export type PreferencePage = Omit<z.infer<typeof Page>, "ledger" | "versions"> & {
  terms: Terms | null;
  /** What they had chosen before, the newest first. */
  earlier: Terms[];
  /** Since when everything is stopped, and until when they can take that back. */
  stoppedAt: Date | null;
  undoUntil: Date | null;
  standings: Record<Channel, Standing>;
};

const theirs = (alias: string) => Prisma.raw(`${alias}."orgId" = p."orgId" AND ${alias}."prospectId" = p.id`);

/** Everything the page shows, in one round trip. No notes, no scores, no names but theirs, the organisation's and their contact's. */
export async function findByToken(token: string, now: Date): Promise<PreferencePage | null> {
  const key = readToken(token);
  if (!key) return null;
  const [row] = await db.$queryRaw<{ page: unknown }[]>`/* prepared: preference-page */
    SELECT json_build_object(
      'name', p.name, 'jobTitle', p."jobTitle", 'company', c.name, 'zone', coalesce(p."timeZone", o."timeZone"), 'language', p.language,
      'source', p.source, 'relationship', p.relationship, 'organisation', json_build_object('name', o.name, 'postalAddress', o."postalAddress"),
      'contact', m.name,
      'versions', (SELECT coalesce(json_agg(to_json(v) ORDER BY v.version DESC), '[]')
                     FROM (SELECT * FROM "CommunicationPreference" v WHERE ${theirs("v")} ORDER BY version DESC LIMIT ${listed}) v),
      'addresses', (SELECT coalesce(json_agg(json_build_object('kind', kind, 'value', value) ORDER BY kind, "isPrimary" DESC, id), '[]')
                      FROM "ContactPoint" a WHERE ${theirs("a")} AND "invalidAt" IS NULL),
      'facts', (SELECT coalesce(json_agg(json_build_object('label', label, 'value', value, 'origin', origin, 'at', "recordedAt") ORDER BY id), '[]')
                  FROM "Fact" f WHERE ${theirs("f")} AND "retractedAt" IS NULL),
      'planned', (SELECT coalesce(json_agg(json_build_object('id', id, 'channel', channel, 'at', at, 'accepted', "acceptedAt" IS NOT NULL) ORDER BY at, id), '[]')
                    FROM "FollowUp" f WHERE ${theirs("f")} AND state = 'scheduled' AND shared),
      'received', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'url', s.url, 'at', s.at, 'reaction', s.reaction) ORDER BY s.at DESC, s.id), '[]')
                     FROM (SELECT s.id, s.at, s.reaction, a.title, a.url FROM "AssetShare" s JOIN "ValueAsset" a ON a."orgId" = s."orgId" AND a.id = s."assetId"
                            WHERE ${theirs("s")} ORDER BY s.at DESC, s.id LIMIT ${listed}) s),
      'steps', (SELECT coalesce(json_agg(json_build_object('id', id, 'what', what, 'owedBy', "owedBy", 'dueOn', "dueOn", 'confirmed', "confirmedAt" IS NOT NULL,
                       'correction', correction) ORDER BY "dueOn" NULLS LAST, id), '[]')
                  FROM "NextStep" n WHERE ${theirs("n")} AND agreed AND "settledAt" IS NULL),
      'topics', (SELECT coalesce(json_agg(topic), '[]') FROM (
                  SELECT topic FROM "ValueAsset" a, unnest(a.topics) topic WHERE a."orgId" = p."orgId" AND a."archivedAt" IS NULL
                   GROUP BY topic ORDER BY count(*) DESC, topic LIMIT ${mostTopics}) library),
      'refusedTopics', (SELECT coalesce(json_agg(DISTINCT s.topic), '[]') FROM "Suppression" s
                         WHERE s."orgId" = p."orgId" AND s.topic IS NOT NULL AND s.label IS NULL AND s."liftedAt" IS NULL
                           AND s.hash = ANY(ARRAY(SELECT h.hash FROM hashes_of(p."orgId", p.id) h WHERE h.kind IN ('email', 'phone', 'person')))),
      'taken', (SELECT count(*) FROM "FollowUp" f WHERE ${theirs("f")} AND state = 'held' AND "heldAt" = (
                 SELECT "createdAt" FROM "CommunicationPreference" v WHERE ${theirs("v")} ORDER BY version DESC LIMIT 1)),
      'ledger', (SELECT coalesce(json_agg(json_build_object('id', id, 'channel', channel, 'status', status, 'basis', basis, 'saidBy', "saidBy",
                        'effectiveFrom', "effectiveFrom", 'effectiveTo', "effectiveTo")), '[]')
                   FROM "ConsentEvent" e WHERE ${theirs("e")})) AS page
      FROM "PreferenceLink" l
      JOIN "Prospect" p ON p."orgId" = l."orgId" AND p.id = l."prospectId"
      JOIN "Organisation" o ON o.id = p."orgId"
      JOIN "Member" m ON m."orgId" = p."orgId" AND m."userId" = p."ownerId"
      LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
     WHERE l."orgId" = ${key.orgId}::uuid AND l."tokenHash" = ${key.hash} AND l."revokedAt" IS NULL AND l."createdAt" > ${showsSince(now)} AND p."erasedAt" IS NULL`;
  return row ? shape(Page.parse(row.page), now) : null;
}

function shape({ ledger, versions, ...page }: z.infer<typeof Page>, now: Date): PreferencePage {
  const [terms = null, ...earlier] = versions.map((row) => toTerms(row as TermsRow));
  const stop = stoppedAltogether(ledger, now)?.effectiveFrom ?? (terms?.stopped ? terms.saidOn : null);
  const undoable = undoableStop(ledger, now);
  const standings = Object.fromEntries(Channel.options.map((channel) => [channel, standing(ledger, channel, now)])) as Record<
    Channel,
    Standing
  >;
  return {
    ...page,
    topics: [...new Set([...page.topics, ...(terms?.topics ?? [])])].toSorted(),
    refusedTopics: [...new Set([...page.refusedTopics, ...(terms?.refusedTopics ?? [])])].toSorted(),
    terms,
    earlier,
    stoppedAt: stop,
    undoUntil: undoable && terms?.stopped ? new Date(undoable.getTime() + undoWindow) : null,
    standings,
  };
}
