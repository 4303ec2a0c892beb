import "server-only";
import { db } from "#lib/platform/db.ts";
import { readToken } from "#lib/platform/ids.ts";
import { showsSince } from "#lib/preferences/find-by-token.ts";
import { Held } from "#lib/rights/held.ts";
import { Prisma } from "#prisma/generated/client.ts";

const rows = (columns: Prisma.Sql, from: Prisma.Sql, order: Prisma.Sql) =>
  Prisma.sql`(SELECT coalesce(json_agg(json_build_object(${columns}) ORDER BY ${order}), '[]') FROM ${from} WHERE t."orgId" = p."orgId" AND t."prospectId" = p.id`;

/** Everything of `Held`, over "Prospect" p with its "Organisation" o, "Member" m and "Company" c. */
const held = Prisma.sql`json_build_object(
  'organisation', o.name, 'contact', m.name,
  'person', json_build_object('name', p.name, 'givenName', p."givenName", 'familyName', p."familyName", 'jobTitle', p."jobTitle", 'company', c.name,
    'country', p.country, 'region', p.region, 'timeZone', p."timeZone", 'language', p.language, 'subscriberKind', p."subscriberKind", 'source', p.source, 'relationship', p.relationship,
    'knownSince', p."createdAt"),
  'addresses', ${rows(Prisma.sql`'kind', t.kind, 'value', t.value, 'inUse', t."invalidAt" IS NULL, 'since', t."createdAt"`, Prisma.sql`"ContactPoint" t`, Prisma.sql`t.kind, t.id`)}),
  'facts', ${rows(Prisma.sql`'label', t.label, 'value', t.value, 'origin', t.origin, 'onDay', t."onDay", 'since', t."recordedAt"`, Prisma.sql`"Fact" t`, Prisma.sql`t.id`)} AND t."retractedAt" IS NULL),
  'assessment', (SELECT json_build_object('stake', t.stake, 'decisionOn', t."decisionOn", 'at', t."assessedAt") FROM "OpportunityAssessment" t
    WHERE t."orgId" = p."orgId" AND t."prospectId" = p.id ORDER BY t."assessedAt" DESC, t.id DESC LIMIT 1),
  'touches', ${rows(
    Prisma.sql`'at', t.at, 'channel', t.channel, 'direction', t.direction, 'disposition', t.disposition, 'offer', t."offerKind", 'offered', coalesce(a.title, t."offerText"), 'youSaid', t."theySaid"`,
    Prisma.sql`"Touchpoint" t LEFT JOIN "ValueAsset" a ON a."orgId" = t."orgId" AND a.id = t."offerAssetId"`,
    Prisma.sql`t.at DESC, t.id DESC`,
  )} AND t."replacedById" IS NULL),
  'reactions', ${rows(
    Prisma.sql`'at', coalesce(t."reactedAt", t.at), 'title', a.title, 'reaction', t.reaction, 'saidBy', CASE WHEN t."reactedAt" IS NULL THEN 'rep' ELSE 'person' END`,
    Prisma.sql`"AssetShare" t JOIN "ValueAsset" a ON a."orgId" = t."orgId" AND a.id = t."assetId"`,
    Prisma.sql`t.at DESC, t.id DESC`,
  )} AND t.reaction IS NOT NULL),
  'objections', ${rows(Prisma.sql`'at', t.at, 'kind', t.kind, 'words', t.words`, Prisma.sql`"Objection" t`, Prisma.sql`t.at DESC, t.id DESC`)}),
  'notes', (SELECT coalesce(json_agg(t ORDER BY t.at DESC, t.kind), '[]') FROM (
    SELECT r.at, r.hypothesis AS kind, NULL AS words FROM "SilenceReading" r WHERE r."orgId" = p."orgId" AND r."prospectId" = p.id
    UNION ALL SELECT r.at, r.kind, r.words FROM "NoStepReason" r WHERE r."orgId" = p."orgId" AND r."prospectId" = p.id
    UNION ALL SELECT r.at, 'named', concat_ws(' – ', r.name, r.words) FROM "Referral" r WHERE r."orgId" = p."orgId" AND r."introducerId" = p.id
    UNION ALL SELECT r.at, 'introduced', NULL FROM "Referral" r WHERE r."orgId" = p."orgId" AND r."introducedId" = p.id) t),
  'steps', ${rows(
    Prisma.sql`'what', t.what, 'owedBy', t."owedBy", 'dueOn', t."dueOn", 'since', t."createdAt", 'settledAs', t."settledAs", 'confirmed', t."confirmedAt" IS NOT NULL, 'correction', t.correction`,
    Prisma.sql`"NextStep" t`,
    Prisma.sql`t."createdAt" DESC, t.id DESC`,
  )} AND t.agreed),
  'planned', ${rows(
    Prisma.sql`'channel', t.channel, 'on', (t.at AT TIME ZONE coalesce(p."timeZone", o."timeZone"))::date, 'offer', t."offerKind", 'state', t.state`,
    Prisma.sql`"FollowUp" t`,
    Prisma.sql`t.at, t.id`,
  )} AND t.state IN ('scheduled', 'held')),
  'mails', ${rows(
    Prisma.sql`'kind', t.kind, 'at', coalesce(t."sentAt", t."createdAt"), 'state', t.state`,
    Prisma.sql`"Mail" t`,
    Prisma.sql`t."createdAt" DESC, t.id DESC`,
  )}),
  'consent', ${rows(
    Prisma.sql`'at', t."effectiveFrom", 'channel', t.channel, 'status', t.status, 'basis', t.basis, 'saidBy', t."saidBy", 'method', t.method, 'wording', t.wording, 'until', t."effectiveTo"`,
    Prisma.sql`"ConsentEvent" t`,
    Prisma.sql`t."effectiveFrom" DESC, t.id DESC`,
  )}),
  'terms', ${rows(
    Prisma.sql`'version', t.version, 'at', t."createdAt", 'saidBy', t."saidBy", 'channels', CASE WHEN t."channelsSaid" THEN t.channels END, 'maxTouches', t."maxTouches",
      'maxPer', t."maxPer", 'days', t.days, 'fromHour', t."fromHour", 'toHour', t."toHour", 'timeZone', t."timeZone", 'topics', t.topics, 'refusedTopics', t."refusedTopics",
      'language', t.language, 'bridge', t.bridge, 'pausedUntil', t."pausedUntil", 'callBackOn', t."callBackOn", 'stopped', t.stopped`,
    Prisma.sql`"CommunicationPreference" t`,
    Prisma.sql`t.version DESC`,
  )}),
  'decisions', ${rows(
    Prisma.sql`'at', t."judgedAt", 'channel', t.channel, 'plannedFor', t.at, 'allowed', t.passed, 'rule', t."refusedBy"`,
    Prisma.sql`"GateDecision" t`,
    Prisma.sql`t."judgedAt" DESC, t.id DESC`,
  )}),
  'requests', ${rows(
    Prisma.sql`'kind', t.kind, 'state', t.state, 'about', t.about, 'words', CASE WHEN t."recordedById" IS NULL THEN t.words END, 'receivedAt', t."receivedAt", 'dueOn', t."dueOn",
      'extendedBecause', t."extendedBecause", 'answeredAt', t."answeredAt", 'ground', t.ground, 'answer', t.answer`,
    Prisma.sql`"DataRequest" t`,
    Prisma.sql`t."receivedAt" DESC, t.id DESC`,
  )}))`;

const around = Prisma.sql`
  JOIN "Organisation" o ON o.id = p."orgId"
  JOIN "Member" m ON m."orgId" = p."orgId" AND m."userId" = p."ownerId"
  LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"`;

/** What a link shows: all that is held, or that nothing is any more and since when. */
export type Shown = { held: Held; zone: string } | { erasedAt: Date; organisation: string };

/** The data a link speaks for, in one round trip, found by its hash; null for one that is unknown or was taken back. Changes nothing. */
export async function findHeldByToken(token: string, now: Date): Promise<Shown | null> {
  const key = readToken(token);
  if (!key) return null;
  const [row] = await db.$queryRaw<{ held: unknown; zone: string; erasedAt: Date | null; organisation: string }[]>`
    SELECT CASE WHEN p."erasedAt" IS NULL THEN ${held} END AS held, coalesce(p."timeZone", o."timeZone") AS zone, p."erasedAt", o.name AS organisation
      FROM "PreferenceLink" l JOIN "Prospect" p ON p."orgId" = l."orgId" AND p.id = l."prospectId" ${around}
     WHERE l."orgId" = ${key.orgId}::uuid AND l."tokenHash" = ${key.hash} AND l."revokedAt" IS NULL AND l."createdAt" > ${showsSince(now)}`;
  if (!row) return null;
  return row.erasedAt ? { erasedAt: row.erasedAt, organisation: row.organisation } : { held: Held.parse(row.held), zone: row.zone };
}

/** The same for an admin who answers a request by handing it out. The caller has found the prospect in the organisation. */
export async function findHeld(orgId: string, prospectId: string): Promise<Held | null> {
  const [row] = await db.$queryRaw<{ held: unknown }[]>`
    SELECT ${held} AS held FROM "Prospect" p ${around} WHERE p."orgId" = ${orgId}::uuid AND p.id = ${prospectId}::uuid AND p."erasedAt" IS NULL`;
  return row ? Held.parse(row.held) : null;
}
