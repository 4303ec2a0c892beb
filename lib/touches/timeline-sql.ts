import "server-only";
import { instantKey, type Keyset } from "#lib/keyset.ts";
import type { Show } from "#lib/touches/timeline.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** The part of a page one source may fill; every source reads its own index backwards from the cursor. */
export type Wanted = { orgId: string; prospectId: string; cursor: Keyset | null; limit: number; show: Show };

function page(source: string, at: Prisma.Sql, id: Prisma.Sql, { cursor, limit }: Wanted) {
  return {
    head: Prisma.sql`${id} AS id, ${at} AS at, ${source} AS source`,
    after:
      cursor && instantKey(cursor.key) ? Prisma.sql`AND (${at}, ${id}) < (${cursor.key}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty,
    foot: Prisma.sql`ORDER BY ${at} DESC, ${id} DESC LIMIT ${limit}`,
  };
}

export function touches(wanted: Wanted): Prisma.Sql {
  const { head, after, foot } = page("touch", Prisma.sql`t.at`, Prisma.sql`t.id`, wanted);
  const answered = Prisma.sql`AND t.disposition NOT IN ('sent', 'no_answer', 'voicemail', 'bounced', 'out_of_office')`;
  return Prisma.sql`(
    SELECT ${head}, t."byId", to_jsonb(t) || jsonb_build_object('assetTitle', a.title, 'objection', o.kind, 'objectionWords', o.words) AS data
      FROM "Touchpoint" t
      LEFT JOIN "ValueAsset" a ON a."orgId" = t."orgId" AND a.id = t."offerAssetId"
      LEFT JOIN LATERAL (SELECT kind, words FROM "Objection" WHERE "orgId" = t."orgId" AND "touchpointId" = t.id LIMIT 1) o ON true
     WHERE t."orgId" = ${wanted.orgId}::uuid AND t."prospectId" = ${wanted.prospectId}::uuid ${wanted.show === "replies" ? answered : Prisma.empty} ${after} ${foot})`;
}

/** What was recorded at one moment, such as all the channels of one choice, is one entry. A person's ledger is short enough to group. */
export function consents(wanted: Wanted): Prisma.Sql {
  const { head, after, foot } = page("consent", Prisma.sql`e."recordedAt"`, Prisma.sql`e.id`, wanted);
  return Prisma.sql`(
    SELECT ${head}, e."byId", e.data FROM (
      SELECT "recordedAt", (array_agg(id ORDER BY id DESC))[1] AS id, "collectedById" AS "byId",
             jsonb_build_object('saidBy', "saidBy", 'method', method, 'evidence', min(evidence), 'lines', jsonb_agg(jsonb_build_object('channel', channel, 'status', status) ORDER BY channel)) AS data
        FROM "ConsentEvent" WHERE "orgId" = ${wanted.orgId}::uuid AND "prospectId" = ${wanted.prospectId}::uuid
       GROUP BY "recordedAt", "saidBy", method, "collectedById") e
     WHERE true ${after} ${foot})`;
}

export function stages(wanted: Wanted): Prisma.Sql {
  const { head, after, foot } = page("stage", Prisma.sql`c.at`, Prisma.sql`c.id`, wanted);
  return Prisma.sql`(
    SELECT ${head}, c."byId", jsonb_build_object('stage', s.name, 'kind', s.kind, 'agreed', c.agreed, 'agreement', c.agreement, 'deal', d.title) AS data
      FROM "Deal" d
      JOIN "StageChange" c ON c."orgId" = d."orgId" AND c."dealId" = d.id
      JOIN "Stage" s ON s."orgId" = c."orgId" AND s.id = c."stageId"
     WHERE d."orgId" = ${wanted.orgId}::uuid AND d."prospectId" = ${wanted.prospectId}::uuid ${after} ${foot})`;
}

/** What the gate refused, at first or when it judged again, and what a manager let pass. */
export function decisions(wanted: Wanted): Prisma.Sql {
  const { head, after, foot } = page("decision", Prisma.sql`g."judgedAt"`, Prisma.sql`g.id`, wanted);
  return Prisma.sql`(
    SELECT ${head}, g."byId", jsonb_build_object('channel', g.channel, 'for', g.at, 'occasion', g.occasion, 'passed', g.passed, 'rule', g."refusedBy",
           'reasons', g.reasons, 'overrideReason', g."overrideReason", 'nextAllowedAt', g."nextAllowedAt") AS data
      FROM "GateDecision" g
     WHERE g."orgId" = ${wanted.orgId}::uuid AND g."prospectId" = ${wanted.prospectId}::uuid
       AND (NOT g.passed OR (g."overrideLevel" = 'manager' AND g.occasion IN ('planned', 'moved'))) ${after} ${foot})`;
}

/** When another record of theirs was folded into this one. */
export function merges(wanted: Wanted): Prisma.Sql {
  const { head, after, foot } = page("merge", Prisma.sql`v.at`, Prisma.sql`v.id`, wanted);
  return Prisma.sql`(
    SELECT ${head}, v."actorId" AS "byId", v.data FROM "Event" v
     WHERE v."orgId" = ${wanted.orgId}::uuid AND v."prospectId" = ${wanted.prospectId}::uuid AND v.kind = 'prospect.merged' ${after} ${foot})`;
}

/** Follow-ups that left the schedule without a logged touch of their own; those with one are told by it. */
export function settled(wanted: Wanted): Prisma.Sql {
  const { head, after, foot } = page("settled", Prisma.sql`f."settledAt"`, Prisma.sql`f.id`, wanted);
  return Prisma.sql`(
    SELECT ${head}, f."ownerId" AS "byId", jsonb_build_object('channel', f.channel, 'for', f.at, 'state', f.state, 'helps', f.helps) AS data
      FROM "FollowUp" f
     WHERE f."orgId" = ${wanted.orgId}::uuid AND f."prospectId" = ${wanted.prospectId}::uuid AND f.state IN ('done', 'cancelled')
       AND NOT EXISTS (SELECT FROM "Touchpoint" t WHERE t."orgId" = f."orgId" AND t."prospectId" = f."prospectId" AND t."followUpId" = f.id) ${after} ${foot})`;
}

/** What is planned, as of the moment it was. */
export function plans(wanted: Wanted): Prisma.Sql {
  const { head, after, foot } = page("planned", Prisma.sql`f."createdAt"`, Prisma.sql`f.id`, wanted);
  return Prisma.sql`(
    SELECT ${head}, f."ownerId" AS "byId", jsonb_build_object('channel', f.channel, 'for', f.at, 'state', f.state, 'helps', f.helps,
           'zone', coalesce(whose."timeZone", o."timeZone")) AS data
      FROM "FollowUp" f
      JOIN "Prospect" whose ON whose."orgId" = f."orgId" AND whose.id = f."prospectId"
      JOIN "Organisation" o ON o.id = f."orgId"
     WHERE f."orgId" = ${wanted.orgId}::uuid AND f."prospectId" = ${wanted.prospectId}::uuid AND f.state IN ('scheduled', 'held') ${after} ${foot})`;
}

/** What was changed of the record itself, field by field, and by whom. */
export function edits(wanted: Wanted): Prisma.Sql {
  const { head, after, foot } = page("edited", Prisma.sql`v.at`, Prisma.sql`v.id`, wanted);
  return Prisma.sql`(
    SELECT ${head}, v."actorId" AS "byId", jsonb_build_object('kind', v.kind, 'changes', v.data->'changes') AS data
      FROM "Event" v
     WHERE v."orgId" = ${wanted.orgId}::uuid AND v."prospectId" = ${wanted.prospectId}::uuid AND v.kind IN ('prospect.edited', 'prospect.assessed')
       AND v.data->'changes' <> '{}' ${after} ${foot})`;
}

/** How next steps ended, which facts were taken back – by their name alone, for what they said is out of sight (C8) – and what of it was undone. */
export function endings(wanted: Wanted): Prisma.Sql {
  const { head, after, foot } = page("ended", Prisma.sql`v.at`, Prisma.sql`v.id`, wanted);
  return Prisma.sql`(
    SELECT ${head}, v."actorId" AS "byId", jsonb_build_object('kind', v.kind, 'as', v.data->'as', 'what', coalesce(n.what, f.label)) AS data
      FROM "Event" v
      LEFT JOIN "NextStep" n ON n."orgId" = v."orgId" AND n.id = v."subjectId"
      LEFT JOIN "Fact" f ON f."orgId" = v."orgId" AND f.id = v."subjectId"
     WHERE v."orgId" = ${wanted.orgId}::uuid AND v."prospectId" = ${wanted.prospectId}::uuid
       AND v.kind IN ('next-step.settled', 'next-step.reopened', 'fact.retracted', 'fact.restored') ${after} ${foot})`;
}
