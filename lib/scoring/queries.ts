import "server-only";
import { z } from "zod";

import { addressOf, type KnownPoint } from "#lib/consent/address.ts";
import { toTerms, type TermsRow } from "#lib/consent/terms.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import { Channel as Channels } from "#lib/follow-up/vocabulary.ts";
import type { Sql } from "#lib/platform/db.ts";
import { holidaysAt } from "#lib/scoring/holidays.ts";
import { Dossier } from "#lib/scoring/dossier.ts";
import { KnownAsset } from "#lib/value/known.ts";
import { Prisma } from "#prisma/generated/client.ts";

type Reader = Pick<Sql, "$queryRaw">;
type Row = Omit<Dossier, "terms" | "suppressed" | "suppressedTopics" | "holidays" | "reach" | "points"> & {
  points: KnownPoint[];
  terms: TermsRow | null;
  suppressed: { channel: Channel | "any"; topic: string | null; group: string | null }[];
};

/** All the judges need of a prospect, in one round trip. `except` leaves out follow-ups that are judged again. Tenancy is the caller's: it holds a prospect it may see. */
export async function readDossier(
  tx: Reader,
  orgId: string,
  prospectId: string,
  { except = [], now }: { except?: string[]; now: Date },
): Promise<Dossier> {
  const assets = Prisma.sql`SELECT * FROM (${theirs}) theirs UNION ALL (${others})`;
  const [found] = await tx.$queryRaw<{ dossier: Row }[]>`/* prepared: dossier */
    SELECT ${dossier({ except, now, assets })} AS dossier ${ofOrganisation(orgId)} AND p.id = ${prospectId}::uuid`;
  return toDossier(found!.dossier, now);
}

const chunk = 100;

/** The same of many prospects, one after another in the order of their ids. Read a chunk at a time and one ahead: while somebody looks at these, the database gathers the next. */
export async function* readDossiers(tx: Reader, orgId: string, prospectIds: string[], now: Date): AsyncGenerator<[string, Dossier]> {
  const read = (from: number) => {
    const reading = readChunk(tx, orgId, prospectIds.slice(from, from + chunk), now);
    // whoever waits for it hears of a failure; until then nobody does
    reading.catch(() => {});
    return reading;
  };
  let next = read(0);
  for (let from = 0; from < prospectIds.length; from += chunk) {
    const { rows, library } = await next;
    next = read(from + chunk);
    for (const { id, dossier } of rows) yield [id, withLibrary(toDossier(dossier, now), library)];
  }
}

type Chunk = { rows: { id: string; dossier: Row }[]; library: KnownAsset[] };

/** A chunk in two round trips: the library its prospects could be given is the same for all and is read once. */
async function readChunk(tx: Reader, orgId: string, prospectIds: string[], now: Date): Promise<Chunk> {
  if (prospectIds.length === 0) return { rows: [], library: [] };
  const rows = await tx.$queryRaw<Chunk["rows"]>`/* prepared: dossiers */
    SELECT p.id, ${dossier({ except: [], now, assets: theirs })} AS dossier ${ofOrganisation(orgId)} AND p.id = ANY(${prospectIds}::uuid[]) ORDER BY p.id`;
  const most = Math.max(0, ...rows.map(({ dossier }) => dossier.assets.length));
  const [library] = await tx.$queryRaw<{ assets: unknown }[]>`
    SELECT ${asJson(Prisma.sql`${inLibrary(Prisma.sql`${orgId}::uuid`)} ORDER BY a.id DESC LIMIT ${librarySize + most}`)} AS assets`;
  return { rows, library: z.array(KnownAsset).parse(library!.assets) };
}

function toDossier(row: Row, now: Date): Dossier {
  const off = new Set(row.suppressed.filter(({ topic }) => topic === null).map(({ channel }) => channel));
  const suppressed = Channels.options.filter((channel) => off.has(channel) || off.has("any"));
  const suppressedTopics = row.suppressed.filter(({ topic }) => topic !== null);
  const holidays = holidaysAt(row.person.country, row.person.region, now);
  const reach = Channels.options.filter((channel) => addressOf(row.points, channel));
  return Dossier.parse({ ...row, reach, holidays, terms: row.terms && toTerms(row.terms), suppressed, suppressedTopics });
}

/** What they have had or are to have, and what else they could be given, newest first. */
function withLibrary(dossier: Dossier, library: KnownAsset[]): Dossier {
  const theirs = new Set(dossier.assets.map(({ id }) => id));
  const others = library.filter(({ id }) => !theirs.has(id)).slice(0, librarySize);
  return { ...dossier, assets: [...dossier.assets, ...others].sort((a, b) => (a.id < b.id ? 1 : -1)) };
}

const dossier = ({ except, now, assets }: { except: string[]; now: Date; assets: Prisma.Sql }) => Prisma.sql`
  json_build_object(
    'person', json_build_object('name', p.name, 'givenName', p."givenName", 'companyName', (${companyName}), 'jobTitle', p."jobTitle", 'timeZone', p."timeZone",
      'country', p.country, 'region', p.region, 'language', p.language, 'subscriberKind', p."subscriberKind", 'relationship', p.relationship),
    'homeZone', o."timeZone",
    'points', (${points}), 'touches', (${touches}), 'planned', (${planned(except)}), 'company', (${company(now)}),
    'ledger', (${ledger}), 'terms', (${terms}), 'suppressed', (${suppressed}), 'registries', (${registries}), 'objections', (${objections}),
    'assessment', (${assessment}), 'silence', (${silence}), 'explainedUntil', (${explainedUntil}),
    'hasOpenDeal', EXISTS (SELECT FROM "Deal" d JOIN "Stage" s ON s."orgId" = d."orgId" AND s.id = d."stageId"
                            WHERE d."orgId" = p."orgId" AND d."prospectId" = p.id AND d."archivedAt" IS NULL AND s.kind = 'open' AND s.position > 0),
    'agreedDays', (SELECT coalesce(json_agg("dueOn"), '[]') FROM "NextStep" n
                    WHERE n."orgId" = p."orgId" AND n."prospectId" = p.id AND n.agreed AND n."owedBy" = 'us' AND n."settledAt" IS NULL AND n."dueOn" IS NOT NULL),
    'assets', ${asJson(assets)}, 'facts', (${facts}))`;

const ofOrganisation = (orgId: string) => Prisma.sql`
  FROM "Prospect" p JOIN "Organisation" o ON o.id = p."orgId"
 WHERE p."orgId" = ${orgId}::uuid`;

const ofThem = (table: string) => Prisma.raw(`${table}."orgId" = p."orgId" AND ${table}."prospectId" = p.id`);

const companyName = Prisma.sql`SELECT c.name FROM "Company" c WHERE c."orgId" = p."orgId" AND c.id = p."companyId"`;

const points = Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('id', cp.id, 'kind', cp.kind, 'value', cp.value, 'isPrimary', cp."isPrimary", 'isInvalid', cp."invalidAt" IS NOT NULL)), '[]')
    FROM "ContactPoint" cp WHERE ${ofThem("cp")}`;

const touches = Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('id', t.id, 'at', t.at, 'channel', t.channel, 'direction', t.direction, 'disposition', t.disposition,
    'offer', json_build_object('kind', t."offerKind", 'assetId', t."offerAssetId", 'text', t."offerText"), 'ask', t."askSize", 'theySaid', t."theySaid", 'value', t.value) ORDER BY t.at), '[]')
    FROM "Touchpoint" t WHERE ${ofThem("t")} AND t."replacedById" IS NULL`;

const planned = (except: string[]) => Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('id', f.id, 'at', f.at, 'channel', f.channel, 'by', m.name, 'answersObjectionId', f."answersObjectionId", 'urgentFactId', f."urgentFactId")), '[]')
    FROM "FollowUp" f JOIN "Member" m ON m."orgId" = f."orgId" AND m."userId" = f."ownerId"
   WHERE ${ofThem("f")} AND f.state = 'scheduled' AND f.id <> ALL(${except}::uuid[])`;

// D9: what the others in their company hear; ninety days are more than any half-life keeps
const company = (now: Date) => Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('at', near.at, 'channel', near.channel)), '[]') FROM (
    SELECT t.at, t.channel FROM "Prospect" q JOIN "Touchpoint" t ON t."orgId" = q."orgId" AND t."prospectId" = q.id
     WHERE q."orgId" = p."orgId" AND q."companyId" = p."companyId" AND q.id <> p.id AND t.at > ${now}::timestamptz - interval '90 days'
       AND t.direction = 'out' AND t."replacedById" IS NULL AND t.disposition NOT IN ('bounced', 'out_of_office')
    UNION ALL
    SELECT f.at, f.channel FROM "Prospect" q JOIN "FollowUp" f ON f."orgId" = q."orgId" AND f."prospectId" = q.id
     WHERE q."orgId" = p."orgId" AND q."companyId" = p."companyId" AND q.id <> p.id AND f.state = 'scheduled') near`;

const ledger = Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('id', e.id, 'channel', e.channel, 'status', e.status, 'basis', e.basis, 'saidBy', e."saidBy",
    'effectiveFrom', e."effectiveFrom", 'effectiveTo', e."effectiveTo", 'contactPointId', e."contactPointId")), '[]')
    FROM "ConsentEvent" e WHERE ${ofThem("e")}`;

const terms = Prisma.sql`SELECT to_json(cp) FROM "CommunicationPreference" cp WHERE ${ofThem("cp")} ORDER BY cp.version DESC LIMIT 1`;

const suppressed = Prisma.sql`
  SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('channel', s.channel, 'topic', s.topic, 'group', s.label)), '[]') FROM "Suppression" s
   WHERE s."orgId" = p."orgId" AND s."liftedAt" IS NULL AND s.hash = ANY(ARRAY(SELECT h.hash FROM hashes_of(p."orgId", p.id) h))`;

// C9: asked only of organisations that hold a list
const registries = Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('list', r.list, 'asOf', r."asOf", 'listed', r.listed)), '[]') FROM registry_checks(p."orgId", p.id) r`;

const objections = Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('id', b.id, 'kind', b.kind, 'words', b.words, 'at', b.at, 'channel', t.channel)), '[]')
    FROM "Objection" b LEFT JOIN "Touchpoint" t ON t."orgId" = b."orgId" AND t.id = b."touchpointId" WHERE ${ofThem("b")} AND t."replacedById" IS NULL`;

const assessment = Prisma.sql`
  SELECT json_build_object('fit', a.fit, 'stake', a.stake, 'homework', a.homework, 'decisionOn', a."decisionOn")
    FROM "OpportunityAssessment" a WHERE ${ofThem("a")} ORDER BY a."assessedAt" DESC, a.id DESC LIMIT 1`;

const silence = Prisma.sql`
  SELECT json_build_object('hypothesis', r.hypothesis, 'at', r.at, 'endsOn', r."endsOn") FROM "SilenceReading" r WHERE ${ofThem("r")} AND r."endedAt" IS NULL`;

const explainedUntil = Prisma.sql`SELECT max(n.until) FROM "NoStepReason" n WHERE ${ofThem("n")} AND n."endedAt" IS NULL`;

const librarySize = 100;

const asset = Prisma.sql`a.id, a.title, a.kind, a.topics, a.language, LEAST(a."expiresOn", a."heldOn") AS "expiresOn", a.stage, a.given, a.welcomed`;

const had = Prisma.sql`
  SELECT ${asset}, s.shared, s.reaction FROM (
    SELECT s."assetId", min(s.at) AS shared, (array_agg(s.reaction ORDER BY s.at DESC) FILTER (WHERE s.reaction IS NOT NULL))[1] AS reaction
      FROM "AssetShare" s WHERE ${ofThem("s")} GROUP BY s."assetId") s JOIN "ValueAsset" a ON a."orgId" = p."orgId" AND a.id = s."assetId"`;

const inLibrary = (orgId: Prisma.Sql) => Prisma.sql`
  SELECT ${asset}, NULL::timestamptz AS shared, NULL AS reaction FROM "ValueAsset" a WHERE a."orgId" = ${orgId} AND a."archivedAt" IS NULL`;

const notHad = Prisma.sql`NOT EXISTS (SELECT FROM "AssetShare" s WHERE ${ofThem("s")} AND s."assetId" = a.id)`;

const brought = Prisma.sql`
  SELECT DISTINCT f."offerAssetId" AS id FROM "FollowUp" f WHERE ${ofThem("f")} AND f.state IN ('scheduled', 'held') AND f."offerAssetId" IS NOT NULL`;

// what is planned with them is known however much came into the library since
const theirs = Prisma.sql`${had} UNION ALL
  SELECT ${asset}, NULL, NULL FROM (${brought}) brought JOIN "ValueAsset" a ON a."orgId" = p."orgId" AND a.id = brought.id WHERE a."archivedAt" IS NULL AND ${notHad}`;

// the rest of the library they have not had yet, newest first
const others = Prisma.sql`${inLibrary(Prisma.sql`p."orgId"`)} AND ${notHad} AND a.id <> ALL(ARRAY(${brought})) ORDER BY a.id DESC LIMIT ${librarySize}`;

const asJson = (assets: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', v.id, 'title', v.title, 'kind', v.kind, 'topics', v.topics, 'language', v.language, 'expiresOn', v."expiresOn", 'stage', v.stage,
    'sharedAt', v.shared, 'reaction', v.reaction, 'given', v.given, 'welcomed', v.welcomed) ORDER BY v.id DESC), '[]') FROM (${assets}) v)`;

// V9: a touch came early for it before; asked only of facts that name a day
const told = Prisma.sql`
  f."onDay" IS NOT NULL AND EXISTS (SELECT FROM "FollowUp" u WHERE u."orgId" = f."orgId" AND u."urgentFactId" = f.id AND u.state = 'done')`;

const facts = Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('id', f.id, 'label', f.label, 'value', f.value, 'origin', f.origin, 'on', f."onDay", 'told', (${told}))), '[]')
    FROM "Fact" f WHERE ${ofThem("f")} AND f."retractedAt" IS NULL`;
