import "server-only";
import { hashAddressSql } from "#lib/consent/hash-address.ts";
import { toTerms, type TermsRow } from "#lib/consent/terms.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import { Channel as Channels } from "#lib/follow-up/vocabulary.ts";
import type { Tx } from "#lib/platform/db.ts";
import { holidaysAt } from "#lib/scoring/holidays.ts";
import { Dossier } from "#lib/scoring/dossier.ts";
import { Prisma } from "#prisma/generated/client.ts";

type Reader = Pick<Tx, "$queryRaw">;
type Row = Omit<Dossier, "terms" | "suppressed"> & { terms: TermsRow | null; suppressed: (Channel | "any")[] };

/** All the judges need of a prospect, in one round trip. `except` leaves out follow-ups that are judged again. Tenancy is the caller's: it holds a prospect it may see. */
export async function readDossier(
  tx: Reader,
  orgId: string,
  prospectId: string,
  { except = [], now }: { except?: string[]; now: Date },
): Promise<Dossier> {
  const [found] = await tx.$queryRaw<{ dossier: Row }[]>`/* prepared: dossier */
    SELECT jsonb_build_object(
      'person', jsonb_build_object('name', p.name, 'givenName', p."givenName", 'companyName', c.name, 'jobTitle', p."jobTitle", 'timeZone', p."timeZone",
        'country', p.country, 'region', p.region, 'language', p.language, 'subscriberKind', p."subscriberKind", 'relationship', p.relationship),
      'homeZone', o."timeZone",
      'reach', (${reach}), 'touches', (${touches}), 'planned', (${planned(except)}), 'company', (${company(now)}),
      'ledger', (${ledger}), 'terms', (${terms}), 'suppressed', (${suppressed}), 'objections', (${objections}),
      'assessment', (${assessment}),
      'hasOpenDeal', EXISTS (SELECT FROM "Deal" d JOIN "Stage" s ON s."orgId" = d."orgId" AND s.id = d."stageId"
                              WHERE d."orgId" = p."orgId" AND d."prospectId" = p.id AND d."archivedAt" IS NULL AND s.kind = 'open' AND s.position > 0),
      'agreedDays', (SELECT coalesce(jsonb_agg("dueOn"), '[]') FROM "NextStep" n
                      WHERE n."orgId" = p."orgId" AND n."prospectId" = p.id AND n.agreed AND n."owedBy" = 'us' AND n."settledAt" IS NULL AND n."dueOn" IS NOT NULL),
      'assets', (${assets}), 'facts', (${facts})) AS dossier
      FROM "Prospect" p JOIN "Organisation" o ON o.id = p."orgId"
      LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
     WHERE p."orgId" = ${orgId}::uuid AND p.id = ${prospectId}::uuid`;
  const { dossier } = found!;
  const off = dossier.suppressed.includes("any") ? Channels.options : dossier.suppressed;
  const holidays = holidaysAt(dossier.person.country, dossier.person.region, now);
  return Dossier.parse({ ...dossier, holidays, terms: dossier.terms && toTerms(dossier.terms), suppressed: off });
}

const ofThem = (table: string) => Prisma.raw(`${table}."orgId" = p."orgId" AND ${table}."prospectId" = p.id`);

const reach = Prisma.sql`
  SELECT coalesce(jsonb_agg(DISTINCT channel), '[]') FROM "ContactPoint" cp,
    unnest(CASE cp.kind WHEN 'email' THEN ARRAY['email'] WHEN 'phone' THEN ARRAY['phone', 'sms'] WHEN 'linkedin' THEN ARRAY['linkedin'] ELSE ARRAY['mail'] END) channel
   WHERE ${ofThem("cp")} AND cp."invalidAt" IS NULL`;

const touches = Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'at', t.at, 'channel', t.channel, 'direction', t.direction, 'disposition', t.disposition,
    'offer', jsonb_build_object('kind', t."offerKind", 'assetId', t."offerAssetId", 'text', t."offerText"), 'ask', t."askSize", 'theySaid', t."theySaid", 'value', t.value, 'urgentFactId', f."urgentFactId")), '[]')
    FROM "Touchpoint" t LEFT JOIN "FollowUp" f ON f."orgId" = t."orgId" AND f.id = t."followUpId" WHERE ${ofThem("t")} AND t."replacedById" IS NULL`;

const planned = (except: string[]) => Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'at', f.at, 'channel', f.channel, 'by', m.name, 'answersObjectionId', f."answersObjectionId", 'urgentFactId', f."urgentFactId")), '[]')
    FROM "FollowUp" f JOIN "Member" m ON m."orgId" = f."orgId" AND m."userId" = f."ownerId"
   WHERE ${ofThem("f")} AND f.state = 'scheduled' AND f.id <> ALL(${except}::uuid[])`;

// D9: what the others in their company hear; ninety days are more than any half-life keeps
const company = (now: Date) => Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('at', near.at, 'channel', near.channel)), '[]') FROM (
    SELECT t.at, t.channel FROM "Prospect" q JOIN "Touchpoint" t ON t."orgId" = q."orgId" AND t."prospectId" = q.id
     WHERE q."orgId" = p."orgId" AND q."companyId" = p."companyId" AND q.id <> p.id AND t.at > ${now}::timestamptz - interval '90 days'
       AND t.direction = 'out' AND t."replacedById" IS NULL AND t.disposition NOT IN ('bounced', 'out_of_office')
    UNION ALL
    SELECT f.at, f.channel FROM "Prospect" q JOIN "FollowUp" f ON f."orgId" = q."orgId" AND f."prospectId" = q.id
     WHERE q."orgId" = p."orgId" AND q."companyId" = p."companyId" AND q.id <> p.id AND f.state = 'scheduled') near`;

const ledger = Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'channel', e.channel, 'status', e.status, 'basis', e.basis, 'saidBy', e."saidBy",
    'effectiveFrom', e."effectiveFrom", 'effectiveTo', e."effectiveTo")), '[]')
    FROM "ConsentEvent" e WHERE ${ofThem("e")}`;

const terms = Prisma.sql`SELECT to_jsonb(cp) FROM "CommunicationPreference" cp WHERE ${ofThem("cp")} ORDER BY cp.version DESC LIMIT 1`;

const suppressed = Prisma.sql`
  SELECT coalesce(jsonb_agg(DISTINCT s.channel), '[]') FROM "ContactPoint" cp
    JOIN "Suppression" s ON s."orgId" = cp."orgId" AND s."liftedAt" IS NULL
     AND s.hash = ${hashAddressSql(Prisma.sql`o."hashSalt"`, Prisma.sql`cp.kind`, Prisma.sql`cp.normalised`)}
   WHERE ${ofThem("cp")} AND cp.kind IN ('email', 'phone')`;

const objections = Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'kind', b.kind, 'words', b.words, 'at', b.at, 'channel', t.channel)), '[]')
    FROM "Objection" b LEFT JOIN "Touchpoint" t ON t."orgId" = b."orgId" AND t.id = b."touchpointId" WHERE ${ofThem("b")} AND t."replacedById" IS NULL`;

const assessment = Prisma.sql`
  SELECT jsonb_build_object('fit', a.fit, 'stake', a.stake, 'homework', a.homework, 'decisionOn', a."decisionOn")
    FROM "OpportunityAssessment" a WHERE ${ofThem("a")} ORDER BY a."assessedAt" DESC, a.id DESC LIMIT 1`;

// the library they have not had yet, newest first, and everything they have had
const assets = Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'title', v.title, 'kind', v.kind, 'topics', v.topics, 'language', v.language, 'expiresOn', v."expiresOn",
    'sharedAt', v.shared, 'reaction', v.reaction, 'given', v.given, 'welcomed', v.welcomed) ORDER BY v.id DESC), '[]') FROM (
    SELECT a.id, a.title, a.kind, a.topics, a.language, a."expiresOn", a.given, a.welcomed, s.shared, s.reaction FROM (
      SELECT s."assetId", min(s.at) AS shared, (array_agg(s.reaction ORDER BY s.at DESC) FILTER (WHERE s.reaction IS NOT NULL))[1] AS reaction
        FROM "AssetShare" s WHERE ${ofThem("s")} GROUP BY s."assetId") s JOIN "ValueAsset" a ON a."orgId" = p."orgId" AND a.id = s."assetId"
    UNION ALL
    (SELECT a.id, a.title, a.kind, a.topics, a.language, a."expiresOn", a.given, a.welcomed, NULL, NULL FROM "ValueAsset" a WHERE a."orgId" = p."orgId" AND a."archivedAt" IS NULL
        AND NOT EXISTS (SELECT FROM "AssetShare" s WHERE ${ofThem("s")} AND s."assetId" = a.id)
      ORDER BY a.id DESC LIMIT 100)) v`;

const facts = Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'label', f.label, 'value', f.value, 'origin', f.origin, 'on', f."onDay")), '[]')
    FROM "Fact" f WHERE ${ofThem("f")} AND f."retractedAt" IS NULL`;
