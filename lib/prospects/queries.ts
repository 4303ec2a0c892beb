import "server-only";
import { type Page, readCursor, toPage } from "#lib/keyset.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { may } from "#lib/people/roles.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import type { ProspectListQuery } from "#lib/prospects/list.ts";
import { inOrder, inState, keyOf, matching, ownedBy, rowOrder } from "#lib/prospects/list-sql.ts";
import { ProspectRecord } from "#lib/prospects/record.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type ProspectRow = {
  id: string;
  name: string;
  jobTitle: string | null;
  companyId: string | null;
  companyName: string | null;
  ownerName: string;
  primaryEmail: string | null;
  lastOutboundAt: Date | null;
  lastInboundAt: Date | null;
  unanswered: number;
  nextAt: Date | null;
  pausedUntil: Date | null;
  stoppedAt: Date | null;
  timeZone: string | null;
  country: string | null;
  createdAt: Date;
};

export const pageSize = 50;

/** One page of the list: one query, by keyset, whichever the filter and the sort. */
export async function listProspects({ actor, now }: Context, query: ProspectListQuery): Promise<Page<ProspectRow>> {
  const cursor = readCursor(query.cursor);
  const wanted = Prisma.join(
    [visibleTo(actor, "p"), inState(query.state, actor, now), ...ownedBy(query.owner, actor), ...matching(query.q)],
    " AND ",
  );
  const parts = inOrder(query.sort, cursor).map(
    ({ after, order }) =>
      Prisma.sql`SELECT * FROM (SELECT p.* FROM "Prospect" p WHERE ${wanted} AND ${after} ORDER BY ${order} LIMIT ${pageSize + 1}) part`,
  );
  const rows = await db.$queryRaw<(ProspectRow & { key: string | null })[]>`
    SELECT p.id, p.name, p."jobTitle", c.id AS "companyId", c.name AS "companyName", o.name AS "ownerName", p."primaryEmail",
           p."lastOutboundAt", p."lastInboundAt", p.unanswered, p."nextAt", p."pausedUntil", p."stoppedAt", p."timeZone", p.country, p."createdAt", ${keyOf(query.sort)} AS key
      FROM (${Prisma.join(parts, " UNION ALL ")} LIMIT ${pageSize + 1}) p
      JOIN "Member" o ON o."orgId" = p."orgId" AND o."userId" = p."ownerId"
      LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
     ORDER BY ${rowOrder(query.sort, cursor?.back ?? false)}`;
  return toPage(rows, pageSize, cursor, ({ key }) => key);
}

/** Everything the record's left column shows, in one query, or null if it is not there for this actor. */
export async function findProspectRecord(actor: Actor, prospectId: string): Promise<ProspectRecord | null> {
  const rows = await db.$queryRaw<{ record: unknown }[]>`
    SELECT to_jsonb(r) AS record FROM (
      SELECT p.id, p.name, p."givenName", p."familyName", p."jobTitle", p."timeZone", p.country, p.region, p.language, p."subscriberKind",
             p.relationship, p.source, p.version, p."createdAt", p."archivedAt", p."lastOutboundAt", p."lastInboundAt", p.unanswered,
             p."nextAt", p."pausedUntil", p."stoppedAt",
             jsonb_build_object('id', o."userId", 'name', o.name) AS owner,
             CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'name', c.name, 'visible', ${
               may(actor, "see-all-teams") ? Prisma.sql`true` : Prisma.sql`c."teamId" = ${actor.teamId}::uuid`
             }) END AS company,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'value', t.value, 'normalised', t.normalised,
                       'isPrimary', t."isPrimary", 'invalidAt', t."invalidAt") ORDER BY array_position(ARRAY['email', 'phone', 'linkedin', 'address'], t.kind), t."isPrimary" DESC, t.id), '[]')
                FROM "ContactPoint" t WHERE t."orgId" = p."orgId" AND t."prospectId" = p.id) AS "contactPoints",
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'label', f.label, 'value', f.value, 'origin', f.origin,
                       'originNote', f."originNote", 'onDay', f."onDay", 'recordedAt', f."recordedAt", 'recordedBy', m.name) ORDER BY f.id), '[]')
                FROM "Fact" f LEFT JOIN "Member" m ON m."orgId" = f."orgId" AND m."userId" = f."recordedById"
               WHERE f."orgId" = p."orgId" AND f."prospectId" = p.id AND f."retractedAt" IS NULL) AS facts,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title, 'amount', d.amount, 'currency', d.currency,
                       'stage', s.name, 'stageKind', s.kind, 'agreed', d.agreed, 'stageSince', d."stageSince") ORDER BY d.id DESC), '[]')
                FROM "Deal" d JOIN "Stage" s ON s."orgId" = d."orgId" AND s.id = d."stageId"
               WHERE ${visibleTo(actor, "d")} AND d."prospectId" = p.id AND d."archivedAt" IS NULL) AS deals,
             (SELECT to_jsonb(a) FROM (SELECT fit, stake, homework, "decisionOn", "timelineSource", "assessedAt" FROM "OpportunityAssessment"
                WHERE "orgId" = p."orgId" AND "prospectId" = p.id ORDER BY "assessedAt" DESC, id DESC LIMIT 1) a) AS assessment,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'what', n.what, 'owedBy', n."owedBy", 'dueOn', n."dueOn",
                       'agreed', n.agreed, 'confirmed', n."confirmedAt" IS NOT NULL, 'correction', n.correction, 'createdAt', n."createdAt") ORDER BY n."dueOn" NULLS LAST, n.id), '[]')
                FROM "NextStep" n WHERE n."orgId" = p."orgId" AND n."prospectId" = p.id AND n."settledAt" IS NULL) AS "nextSteps",
             (SELECT to_jsonb(e) FROM (SELECT * FROM "CommunicationPreference"
                WHERE "orgId" = p."orgId" AND "prospectId" = p.id ORDER BY version DESC LIMIT 1) e) AS terms
        FROM "Prospect" p
        JOIN "Member" o ON o."orgId" = p."orgId" AND o."userId" = p."ownerId"
        LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
       WHERE ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid AND p."erasedAt" IS NULL AND p."mergedIntoId" IS NULL) r`;
  return rows[0] ? ProspectRecord.parse(rows[0].record) : null;
}
