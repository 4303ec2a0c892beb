import "server-only";
import { consentChanges, doneTouch, refusedPlan } from "#lib/insight/conditions.ts";
import { Attention, type PipelineRow, type RepRow } from "#lib/insight/overview.ts";
import { periodsAt } from "#lib/insight/periods.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { aboutVisible, visibleTo } from "#lib/platform/scope.ts";
import { accountedFor, inState, silent } from "#lib/prospects/list-sql.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Open deals by stage and currency; a stage without deals has one row of nothing. */
export function findPipeline(actor: Actor): Promise<PipelineRow[]> {
  return db.$queryRaw<PipelineRow[]>`
    SELECT s.id AS "stageId", s.name AS stage, coalesce(d.currency, o.currency) AS currency,
           coalesce(d.deals, 0)::int AS deals, coalesce(d.agreed, 0)::float8 AS agreed, coalesce(d.hoped, 0)::float8 AS hoped
      FROM "Stage" s JOIN "Organisation" o ON o.id = s."orgId"
      LEFT JOIN LATERAL (
        SELECT d.currency, count(*) AS deals, sum(d.amount) FILTER (WHERE d.agreed) AS agreed, sum(d.amount) FILTER (WHERE NOT d.agreed) AS hoped
          FROM "Deal" d WHERE ${visibleTo(actor, "d")} AND d."stageId" = s.id AND d."archivedAt" IS NULL GROUP BY d.currency) d ON true
     WHERE s."orgId" = ${actor.orgId}::uuid AND s.kind = 'open'
     ORDER BY s.position, d.deals DESC NULLS LAST, currency`;
}

/** Everyone who works, or of whom something is left to see: first whose prospects are left alone most. */
export function findReps(context: Context): Promise<RepRow[]> {
  const { actor, now } = context;
  const { weekStart, weekEnd, sevenDaysAgo } = periodsAt(actor.timeZone, now);
  const earliest = weekStart < sevenDaysAgo ? weekStart : sevenDaysAgo;
  const ours = (alias: string) => Prisma.sql`${Prisma.raw(alias)}."orgId" = ${actor.orgId}::uuid`;
  // all who are silent are counted in the index; the few who are accounted for are taken off
  const theirs = Prisma.sql`${visibleTo(actor, "p")} AND ${silent(actor, now)}`;
  return db.$queryRaw<RepRow[]>`
    WITH done AS (
      SELECT t."byId" AS id, count(*) FILTER (WHERE t.at >= ${weekStart}) AS week, count(*) FILTER (WHERE t.at >= ${sevenDaysAgo}) AS seven
        FROM "Touchpoint" t WHERE ${ours("t")} AND ${doneTouch} AND t.at >= ${earliest} AND t.at <= ${now} GROUP BY t."byId"
    ), planned AS (
      SELECT f."ownerId" AS id, count(*) FILTER (WHERE f.at >= ${now}) AS week, count(*) FILTER (WHERE f.at < ${now}) AS overdue
        FROM "FollowUp" f WHERE ${ours("f")} AND f.state = 'scheduled' AND f.at < ${weekEnd} GROUP BY f."ownerId"
    ), held AS (
      SELECT f."ownerId" AS id, count(*) AS plans FROM "FollowUp" f WHERE ${ours("f")} AND f.state = 'held' GROUP BY f."ownerId"
    ), alone AS (
      SELECT id, sum(people) AS people FROM (
        SELECT p."ownerId" AS id, count(*) AS people FROM "Prospect" p WHERE ${theirs} GROUP BY p."ownerId"
        UNION ALL SELECT p."ownerId", -count(*) FROM "Prospect" p WHERE ${theirs} AND p.id IN (${accountedFor(actor, now)}) GROUP BY p."ownerId") x
       GROUP BY id HAVING sum(people) > 0
    )
    SELECT m."userId", m.name, coalesce(done.week, 0)::int AS "doneWeek", coalesce(done.seven, 0)::int AS "doneSeven",
           coalesce(planned.week, 0)::int AS "plannedWeek", coalesce(planned.overdue, 0)::int AS overdue,
           coalesce(held.plans, 0)::int AS held, coalesce(alone.people, 0)::int AS "leftAlone",
           CASE WHEN r."userId" IS NOT NULL THEN jsonb_build_object('push', r.push, 'neglect', r.neglect, 'people', r.people, 'abandoned', r.abandoned,
             'stoppedShort', r."stoppedShort") END AS persistence
      FROM "Member" m LEFT JOIN "RepPersistence" r ON r."orgId" = m."orgId" AND r."userId" = m."userId"
      LEFT JOIN done ON done.id = m."userId" LEFT JOIN planned ON planned.id = m."userId"
      LEFT JOIN held ON held.id = m."userId" LEFT JOIN alone ON alone.id = m."userId"
     WHERE ${visibleTo(actor, "m")}
       AND (m."deactivatedAt" IS NULL AND m.role = 'rep' OR done.id IS NOT NULL OR planned.id IS NOT NULL OR held.id IS NOT NULL OR alone.id IS NOT NULL)
     ORDER BY "leftAlone" DESC, overdue DESC, lower(m.name), m."userId"`;
}

/** What counts as too much and too little in this organisation. */
export const findPersistenceNumbers = async ({ orgId }: Actor) => (await readPolicy(db, orgId)).persistence;

/** How many rows of each list the overview shows before it links to all of them. */
const firstRows = 6;

/** Refusals of thirty days by rule, the week's changes of consent, the longest left alone and the latest held: one round trip. */
export async function findAttention(context: Context): Promise<Attention> {
  const { actor, now } = context;
  const { weekStart, thirtyDaysAgo } = periodsAt(actor.timeZone, now);
  const [found] = await db.$queryRaw<{ attention: unknown }[]>`
    WITH change AS MATERIALIZED (${consentChanges(actor, weekStart, now)})
    SELECT jsonb_build_object(
      'hasProspects', EXISTS (SELECT FROM "Prospect" p WHERE ${visibleTo(actor, "p")}),
      'refusals', (SELECT coalesce(jsonb_agg(r), '[]') FROM (${refusals(actor, thirtyDaysAgo)}) r),
      'consent', (SELECT coalesce(jsonb_agg(c), '[]') FROM (SELECT kind, count(*) FROM change GROUP BY kind) c),
      'changes', (SELECT coalesce(jsonb_agg(c), '[]') FROM (${latestChanges(actor)}) c),
      'leftAlone', (SELECT coalesce(jsonb_agg(l), '[]') FROM (${longestLeftAlone(context)}) l),
      'held', (SELECT coalesce(jsonb_agg(h), '[]') FROM (${latestHeld(actor)}) h)) AS attention`;
  return Attention.parse(found!.attention);
}

const refusals = (actor: Actor, since: Date) => Prisma.sql`
  SELECT coalesce(d."refusedBy", 'other') AS rule, count(*) FROM "GateDecision" d
   WHERE ${aboutVisible(actor, "d")} AND ${refusedPlan} AND d."judgedAt" >= ${since} GROUP BY 1 ORDER BY 2 DESC, 1`;

/** The names for a few rows of `few`, which has the organisation's `prospectId`. */
const named = (actor: Actor, few: string) => Prisma.sql`
  ${Prisma.raw(few)} JOIN "Prospect" p ON p."orgId" = ${actor.orgId}::uuid AND p.id = ${Prisma.raw(few)}."prospectId" AND p."erasedAt" IS NULL
  LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"`;

const latestChanges = (actor: Actor) => Prisma.sql`
  SELECT few.*, p.name, c.name AS "companyName" FROM (
    SELECT * FROM change WHERE kind NOT IN ('imported', 'basis', 'terms') ORDER BY at DESC, "prospectId" DESC LIMIT ${firstRows}) ${named(actor, "few")}
   ORDER BY few.at DESC, few."prospectId" DESC`;

const longestLeftAlone = ({ actor, now }: Context) => Prisma.sql`
  SELECT p.id AS "prospectId", p.name, c.name AS "companyName", o.name AS "ownerName", p."lastOutboundAt" AS "lastTouchAt"
    FROM (SELECT * FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND ${inState("left-alone", actor, now)} ORDER BY p."lastOutboundAt", p.id LIMIT ${firstRows}) p
    JOIN "Member" o ON o."orgId" = p."orgId" AND o."userId" = p."ownerId"
    LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
   ORDER BY p."lastOutboundAt", p.id`;

const latestHeld = (actor: Actor) => Prisma.sql`
  SELECT few.id, few."prospectId", p.name, c.name AS "companyName", o.name AS "ownerName", few.channel, few.at, few."heldReason" AS reason FROM (
    SELECT f.* FROM "FollowUp" f WHERE ${aboutVisible(actor, "f")} AND f.state = 'held' ORDER BY f."heldAt" DESC, f.id DESC LIMIT ${firstRows}) ${named(actor, "few")}
    JOIN "Member" o ON o."orgId" = p."orgId" AND o."userId" = few."ownerId"
   ORDER BY few."heldAt" DESC, few.id DESC`;
