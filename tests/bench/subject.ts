import type { Role } from "#lib/people/roles.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db, pool } from "#lib/platform/db.ts";
import { organisationName } from "./organisation.ts";
import { memory } from "./world.ts";

/** Who measures: a rep and a manager of the generated organisation, at the instant it was generated for. */
export type Subject = { now: Date; rep: Actor; manager: Actor; email: Record<"rep" | "manager", string> };

/** Null where nothing was generated yet. */
export async function findSubject(): Promise<Subject | null> {
  const organisation = await db.organisation.findFirst({ where: { name: organisationName }, select: { id: true, createdAt: true } });
  if (!organisation) return null;
  const [rep, manager] = [await anActor(organisation.id, "rep"), await anActor(organisation.id, "manager")];
  return {
    now: new Date(organisation.createdAt.getTime() + memory),
    rep: rep.actor,
    manager: manager.actor,
    email: { rep: rep.email, manager: manager.email },
  };
}

async function anActor(orgId: string, role: Role): Promise<{ actor: Actor; email: string }> {
  const member = await db.member.findFirstOrThrow({
    where: { orgId, role },
    select: { orgId: true, userId: true, teamId: true, name: true, timeZone: true, user: { select: { email: true } } },
    orderBy: { user: { email: "asc" } },
  });
  const { user, ...actor } = member;
  return { actor: { ...actor, role }, email: user.email };
}

/** Prospects of the rep's team whom a plan may reach by e-mail: they agreed, and they have heard nothing for two months, their company nothing for three weeks. */
export async function findReachable({ rep, now }: Subject, count: number): Promise<string[]> {
  const quietSince = new Date(now.getTime() - 60 * 24 * 60 * 60 * 1000);
  const { rows } = await pool.query<{ id: string }>(
    `SELECT p.id FROM "Prospect" p
      WHERE p."orgId" = $1 AND p."teamId" = $2 AND p."nextAt" IS NULL AND p."stoppedAt" IS NULL AND p."pausedUntil" IS NULL AND p."primaryEmail" IS NOT NULL
        AND p."lastOutboundAt" < $3::timestamptz AND p.unanswered < 3
        AND EXISTS (SELECT FROM "ConsentEvent" e WHERE e."orgId" = p."orgId" AND e."prospectId" = p.id AND e.channel = 'email' AND e.status = 'express')
        AND NOT EXISTS (SELECT FROM "Prospect" near WHERE near."orgId" = p."orgId" AND near."companyId" = p."companyId" AND near.id <> p.id
                           AND (near."nextAt" IS NOT NULL OR near."lastOutboundAt" > $3::timestamptz + interval '40 days'))
      ORDER BY p.id LIMIT $4`,
    [rep.orgId, rep.teamId, quietSince, count],
  );
  return rows.map(({ id }) => id);
}

/** Takes what a measurement planned off the schedule again, so that the next one finds the same people free. Its decisions and events stay. */
export async function unplan({ rep }: Subject, clientKeys: string[]): Promise<void> {
  await pool.query(
    `WITH gone AS (DELETE FROM "FollowUp" WHERE "orgId" = $1 AND "clientKey" = ANY($2::uuid[]) RETURNING "prospectId")
     UPDATE "Prospect" p SET "nextAt" = NULL FROM gone WHERE p."orgId" = $1 AND p.id = gone."prospectId"`,
    [rep.orgId, clientKeys],
  );
}
