import "server-only";
import { dayLength } from "#lib/follow-up/clock.ts";
import { dateOf, instantAt, localDay } from "#lib/follow-up/local-time.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { silentDays } from "#lib/prospects/list.ts";
import { noDayNamed, noneHeld, unexplained } from "#lib/prospects/list-sql.ts";
import { type QueueGroup, queueGroups, type QueueRow, shownOf } from "#lib/today/queue.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Silence, in days, past which somebody rests. */
const restsAfter = 180;
/** How far around today, in days, a touch makes it worth asking how they want it, and how many people are looked at for that. */
const around = { days: 14, people: 100 };

type Day = {
  actor: Actor;
  now: Date;
  today: string;
  tonight: Date;
  silentSince: Date;
  silentUntil: Date;
  limit: (group: QueueGroup) => number;
};

/**
 * The actor's own queue, in one query: each group at most one row more than it shows, the most pressing first; of the group `all`, as many as one can
 * work at once.
 */
export async function findToday({ actor, now }: Context, all: QueueGroup | null = null): Promise<QueueRow[]> {
  const day = localDay(actor.timeZone, now);
  const ago = (days: number) => new Date(now.getTime() - days * dayLength);
  const limit = (group: QueueGroup) => shownOf(group, all) + 1;
  const on: Day = {
    ...{ actor, now, today: dateOf(day), tonight: instantAt(actor.timeZone, day + 1), limit },
    ...{ silentSince: ago(silentDays), silentUntil: ago(restsAfter) },
  };
  return db.$queryRaw<QueueRow[]>`/* prepared: today */
    WITH queue AS (${Prisma.join([promised(on), answered(on), calledBack(on), due(on), held(on), leftAlone(on), notAsked(on)], " UNION ALL ")})
    SELECT q."group", q.id, q."prospectId", p.name, c.name AS "companyName", coalesce(terms."timeZone", p."timeZone") AS "timeZone", q.channel, q.at, q.words,
           f."offerKind", f."offerAssetId", f."offerText", f."askSize" AS ask, d.verdict, d.value, d.bar, d."nextAllowedAt", p."nextAt", p.unanswered, p."lastOutboundAt",
           touch.at AS "lastAt", touch.channel AS "lastChannel", touch.disposition AS "lastDisposition"
      FROM queue q
      JOIN "Prospect" p ON p."orgId" = ${actor.orgId}::uuid AND p.id = q."prospectId"
      LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
      LEFT JOIN LATERAL (SELECT "timeZone" FROM "CommunicationPreference" v WHERE v."orgId" = p."orgId" AND v."prospectId" = p.id ORDER BY version DESC LIMIT 1) terms ON true
      LEFT JOIN "FollowUp" f ON f."orgId" = p."orgId" AND f.id = q.id AND q."group" IN ('due', 'held')
      LEFT JOIN "GateDecision" d ON d."orgId" = f."orgId" AND d.id = f."decisionId"
      LEFT JOIN LATERAL (SELECT t.at, t.channel, t.disposition FROM "Touchpoint" t
                          WHERE t."orgId" = p."orgId" AND t."prospectId" = p.id AND t."replacedById" IS NULL ORDER BY t.at DESC LIMIT 1) touch ON true
     ORDER BY array_position(${queueGroups}::text[], q."group"),
              CASE WHEN q."group" IN ('answered', 'held') THEN -extract(epoch FROM q.at) ELSE extract(epoch FROM q.at) END, q.id`;
}

const promised = ({ actor, today, limit }: Day) => Prisma.sql`
  (SELECT 'promised' AS "group", n.id, n."prospectId", NULL::text AS channel, n."dueOn"::timestamp AT TIME ZONE ${actor.timeZone} AS at, n.what AS words
     FROM "NextStep" n JOIN "Prospect" p ON p."orgId" = n."orgId" AND p.id = n."prospectId"
    WHERE n."orgId" = ${actor.orgId}::uuid AND n."createdById" = ${actor.userId}::uuid AND n."settledAt" IS NULL AND n."owedBy" = 'us' AND n."dueOn" <= ${today}::date
      AND ${visibleTo(actor, "p")} AND p."archivedAt" IS NULL
    ORDER BY n."dueOn" LIMIT ${limit("promised")})`;

// who named a day waits for that, and not for an answer, until they say something again
const answered = (day: Day) => Prisma.sql`
  (SELECT 'answered', p.id, p.id, t.channel, p."lastInboundAt", t."theySaid"
     FROM "Prospect" p
     LEFT JOIN LATERAL (SELECT channel, "theySaid" FROM "Touchpoint" t WHERE t."orgId" = p."orgId" AND t."prospectId" = p.id AND t."replacedById" IS NULL
                         AND t.at = p."lastInboundAt" LIMIT 1) t ON true
    WHERE ${idleOf(day)} AND p."lastInboundAt" IS NOT NULL AND (p."lastOutboundAt" IS NULL OR p."lastInboundAt" > p."lastOutboundAt")
      AND p."lastInboundAt" > ${day.silentUntil} AND ${noDayNamed(Prisma.sql`EXISTS (SELECT FROM "ConsentEvent" e WHERE e."orgId" = p."orgId" AND e."prospectId" = p.id AND e."recordedAt" >= p."lastInboundAt" AND e.status = 'call_back')`)}
    ORDER BY p."lastInboundAt" DESC LIMIT ${day.limit("answered")})`;

// read from the days that were named, not from the people: a week of an organisation's is few
const calledBack = (day: Day) => Prisma.sql`
  (SELECT 'called-back', p.id, p.id, NULL, v."callBackOn"::timestamp AT TIME ZONE ${day.actor.timeZone}, v.note
     FROM "CommunicationPreference" v JOIN "Prospect" p ON p."orgId" = v."orgId" AND p.id = v."prospectId"
    WHERE v."orgId" = ${day.actor.orgId}::uuid AND v."callBackOn" <= ${day.today}::date AND v."callBackOn" > ${day.silentUntil}::date AND ${idleOf(day)}
      AND (p."lastOutboundAt" IS NULL OR p."lastOutboundAt" < v."callBackOn"::timestamp AT TIME ZONE ${day.actor.timeZone})
      AND NOT EXISTS (SELECT FROM "CommunicationPreference" n WHERE n."orgId" = v."orgId" AND n."prospectId" = v."prospectId" AND n.version > v.version)
    ORDER BY v."callBackOn" LIMIT ${day.limit("called-back")})`;

const due = ({ actor, tonight, limit }: Day) => Prisma.sql`
  (SELECT 'due', f.id, f."prospectId", f.channel, f.at, f.helps
     FROM "FollowUp" f
    WHERE f."orgId" = ${actor.orgId}::uuid AND f."ownerId" = ${actor.userId}::uuid AND f.state = 'scheduled' AND f.at < ${tonight}
    ORDER BY f.at LIMIT ${limit("due")})`;

const held = ({ actor, limit }: Day) => Prisma.sql`
  (SELECT 'held', f.id, f."prospectId", f.channel, f.at, f."heldReason"
     FROM "FollowUp" f
    WHERE f."orgId" = ${actor.orgId}::uuid AND f."ownerId" = ${actor.userId}::uuid AND f.state = 'held'
    ORDER BY f."heldAt" DESC LIMIT ${limit("held")})`;

const leftAlone = (day: Day) => Prisma.sql`
  (SELECT 'left-alone', p.id, p.id, NULL, p."lastOutboundAt", NULL
     FROM "Prospect" p
    WHERE ${idleOf(day)} AND p."lastOutboundAt" IS NOT NULL AND p."lastOutboundAt" < ${day.silentSince} AND p."lastOutboundAt" > ${day.silentUntil}
      AND (p."lastInboundAt" IS NULL OR p."lastInboundAt" <= p."lastOutboundAt")
      AND ${noneHeld} AND ${noDayNamed(Prisma.sql`word."callBackOn" > p."lastOutboundAt"::date`)}
      AND ${unexplained(Prisma.sql`${day.today}::date`)}
    ORDER BY p."lastOutboundAt" LIMIT ${day.limit("left-alone")})`;

// a touch is near, nobody asked how they want it, and nothing else has them in the queue; of the nearest hundred on both sides, the newest people
const notAsked = (day: Day) => Prisma.sql`
  (SELECT 'not-asked', p.id, p.id, NULL, coalesce(p."nextAt", p."lastOutboundAt"), NULL
     FROM (${near(day)}) p
    WHERE p."stoppedAt" IS NULL AND p."primaryEmail" IS NOT NULL AND (p."pausedUntil" IS NULL OR p."pausedUntil" <= ${day.today}::date)
      AND NOT EXISTS (SELECT FROM "CommunicationPreference" v WHERE v."orgId" = p."orgId" AND v."prospectId" = p.id)
      AND NOT EXISTS (SELECT FROM "Mail" m WHERE m."orgId" = p."orgId" AND m."prospectId" = p.id AND m.kind = 'ask' AND m.state IN ('queued', 'sent'))
      AND NOT EXISTS (SELECT FROM "ConsentEvent" e WHERE e."orgId" = p."orgId" AND e."prospectId" = p.id AND e.channel IN ('any', 'email') AND e.status IN ('objected', 'withdrawn'))
    ORDER BY p.id DESC LIMIT ${day.limit("not-asked")})`;

function near({ actor, now, tonight }: Day) {
  const mine = Prisma.sql`p."orgId" = ${actor.orgId}::uuid AND p."ownerId" = ${actor.userId}::uuid AND p."archivedAt" IS NULL`;
  const span = around.days * dayLength;
  const columns = Prisma.sql`p."orgId", p.id, p."nextAt", p."lastOutboundAt", p."stoppedAt", p."primaryEmail", p."pausedUntil"`;
  return Prisma.sql`
    (SELECT ${columns} FROM "Prospect" p WHERE ${mine} AND p."nextAt" >= ${tonight} AND p."nextAt" < ${new Date(now.getTime() + span)}
      ORDER BY p."nextAt", p.id LIMIT ${around.people})
    UNION ALL
    (SELECT ${columns} FROM "Prospect" p WHERE ${mine} AND p."stoppedAt" IS NULL AND p."nextAt" IS NULL AND p."lastOutboundAt" > ${new Date(now.getTime() - span)}
        AND (p."lastInboundAt" IS NULL OR p."lastInboundAt" <= p."lastOutboundAt")
      ORDER BY p."lastOutboundAt" DESC LIMIT ${around.people})`;
}

/** The actor's own people with nothing planned who may be turned to. */
const idleOf = ({ actor, today }: Day) => Prisma.sql`
  p."orgId" = ${actor.orgId}::uuid AND p."ownerId" = ${actor.userId}::uuid AND p."archivedAt" IS NULL AND p."stoppedAt" IS NULL AND p."nextAt" IS NULL
  AND (p."pausedUntil" IS NULL OR p."pausedUntil" <= ${today}::date)`;

/** By whose clock a day is meant for each of these people whom the actor may see. */
export function findZones(actor: Actor, prospectIds: string[]): Promise<{ id: string; zone: string }[]> {
  return db.$queryRaw`
    SELECT p.id, coalesce(terms."timeZone", p."timeZone", ${actor.timeZone}) AS zone FROM "Prospect" p
      LEFT JOIN LATERAL (SELECT "timeZone" FROM "CommunicationPreference" v WHERE v."orgId" = p."orgId" AND v."prospectId" = p.id ORDER BY version DESC LIMIT 1) terms ON true
     WHERE ${visibleTo(actor, "p")} AND p.id = ANY(${prospectIds}::uuid[])`;
}
