import "server-only";
import type { CalendarEntry } from "#lib/schedule/calendar.ts";
import type { Role } from "#lib/people/roles.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";

/** Since when the actor's own calendar link stands, or null where there is none. */
export async function findCalendarLink({ orgId, userId }: Actor): Promise<{ createdAt: Date } | null> {
  return db.calendarLink.findFirst({ where: { orgId, userId, revokedAt: null }, select: { createdAt: true } });
}

/** Whose feed a token opens; null for a revoked or unknown one, and once they are deactivated. The hash is the only key. */
export async function findCalendarHolder({ orgId, hash }: { orgId: string; hash: string }): Promise<Actor | null> {
  const [found] = await db.$queryRaw<(Actor & { role: Role })[]>`/* prepared: calendar-holder */
    SELECT m."orgId", m."userId", m."teamId", m.role, m.name, m."timeZone"
      FROM "CalendarLink" l
      JOIN "Member" m ON m."orgId" = l."orgId" AND m."userId" = l."userId" AND m."deactivatedAt" IS NULL
     WHERE l."orgId" = ${orgId}::uuid AND l."tokenHash" = ${hash} AND l."revokedAt" IS NULL`;
  return found ?? null;
}

/** What a calendar is given at most; the soonest first. */
const most = 500;

/** What the actor has scheduled from an instant on, with people they may see. What was cancelled or held is not there. */
export function findCalendar(actor: Actor, from: Date): Promise<CalendarEntry[]> {
  return db.$queryRaw<CalendarEntry[]>`/* prepared: calendar */
    SELECT f.id, f."prospectId", p.name, c.name AS "companyName", f.channel, f.at, f.helps, f.revision, d."judgedAt" AS "changedAt"
      FROM "FollowUp" f
      JOIN "Prospect" p ON p."orgId" = f."orgId" AND p.id = f."prospectId"
      JOIN "GateDecision" d ON d."orgId" = f."orgId" AND d.id = f."decisionId"
      LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
     WHERE f."orgId" = ${actor.orgId}::uuid AND f."ownerId" = ${actor.userId}::uuid AND f.state = 'scheduled' AND f.at >= ${from} AND ${visibleTo(actor, "p")}
     ORDER BY f.at, f.id LIMIT ${most}`;
}
