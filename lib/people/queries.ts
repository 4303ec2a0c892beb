import "server-only";
import type { Page } from "#lib/keyset.ts";
import { may, type Role } from "#lib/people/roles.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { readToken } from "#lib/platform/ids.ts";
import { byWords, readPage } from "#lib/platform/read-page.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type MemberRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  teamId: string;
  teamName: string;
  active: boolean;
  lastSeenAt: Date | null;
};

const place = Prisma.sql`(CASE WHEN m."deactivatedAt" IS NULL THEN '0' ELSE '1' END || lower(m.name))`;

/** One page of the organisation's members, active people first. `lastSeenAt` is the youngest open session's last use, to the day. */
export async function listMembers({ orgId }: Actor, cursor = ""): Promise<Page<MemberRow>> {
  const page = readPage(cursor, "lowest", byWords);
  const keys = [place, Prisma.sql`m."userId"`];
  const rows = await db.$queryRaw<(MemberRow & { place: string })[]>`
    SELECT m."userId" AS id, m.name, u.email, m.role, m."teamId", t.name AS "teamName", m."deactivatedAt" IS NULL AS active, s."lastSeenAt", ${place} AS place
      FROM (SELECT m.* FROM "Member" m WHERE m."orgId" = ${orgId}::uuid ${page.after(...keys)} ${page.order(...keys)} ${page.limit}) m
      JOIN "User" u ON u.id = m."userId"
      JOIN "Team" t ON t."orgId" = m."orgId" AND t.id = m."teamId"
      LEFT JOIN LATERAL (SELECT max("updatedAt") AS "lastSeenAt" FROM "Session" WHERE "userId" = m."userId") s ON true
     ${page.order(...keys)}`;
  return page.of(rows, ({ place }) => place);
}

export type TeamRow = { id: string; name: string; people: number };

export async function listTeams({ orgId }: Actor): Promise<TeamRow[]> {
  const teams = await db.team.findMany({
    where: { orgId },
    select: { id: true, name: true, _count: { select: { members: { where: { deactivatedAt: null } } } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return teams.map(({ id, name, _count }) => ({ id, name, people: _count.members }));
}

export type InvitationRow = { id: string; purpose: string; name: string; email: string; role: Role; teamName: string; expiresAt: Date };

/** The links that still open a door. */
export function listOpenInvitations({ orgId }: Actor, now: Date): Promise<InvitationRow[]> {
  return db.$queryRaw<InvitationRow[]>`
    SELECT i.id, i.purpose, i.name, i.email, i.role, t.name AS "teamName", i."expiresAt"
      FROM "Invitation" i JOIN "Team" t ON t."orgId" = i."orgId" AND t.id = i."teamId"
     WHERE i."orgId" = ${orgId}::uuid AND i."usedAt" IS NULL AND i."revokedAt" IS NULL AND i."expiresAt" > ${now}
     ORDER BY i.id`;
}

export type Colleague = { userId: string; name: string; teamId: string; teamName: string };

/** Active people whom the actor may make the owner of a record: a rep the own team, others everyone. */
export async function listColleagues(actor: Actor): Promise<Colleague[]> {
  const team = may(actor, "see-all-teams") ? {} : { teamId: actor.teamId };
  const members = await db.member.findMany({
    where: { orgId: actor.orgId, deactivatedAt: null, ...team },
    select: { userId: true, name: true, teamId: true, team: { select: { name: true } } },
    orderBy: [{ name: "asc" }, { userId: "asc" }],
  });
  return members.map(({ team: { name }, ...member }) => ({ ...member, teamName: name }));
}

export type FoundInvitation = { purpose: "join" | "reset"; name: string; email: string; organisation: string; timeZone: string };

/** What an open link says; null for a used, revoked, expired or unknown one alike. The token is the only key. */
export async function findInvitation(token: string, now: Date): Promise<FoundInvitation | null> {
  const key = readToken(token);
  if (!key) return null;
  const [found] = await db.$queryRaw<FoundInvitation[]>`
    SELECT i.purpose, i.name, i.email, o.name AS organisation, o."timeZone"
      FROM "Invitation" i JOIN "Organisation" o ON o.id = i."orgId"
     WHERE i."orgId" = ${key.orgId}::uuid AND i."tokenHash" = ${key.hash}
       AND i."usedAt" IS NULL AND i."revokedAt" IS NULL AND i."expiresAt" > ${now}`;
  return found ?? null;
}
