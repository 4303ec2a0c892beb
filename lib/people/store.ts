import "server-only";
import type { Role } from "#lib/people/roles.ts";
import { startingStages } from "#lib/people/starting-stages.ts";
import type { Context } from "#lib/platform/context.ts";
import { db, type Tx } from "#lib/platform/db.ts";
import { newId, newToken } from "#lib/platform/ids.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { Policy } from "#lib/policy/policy.ts";

type Place = { tx: Tx; orgId: string; now: Date };
type Admin = TxContext<Context>;

export type LockedMember = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  teamId: string;
  timeZone: string;
  deactivatedAt: Date | null;
  onlyAdmin: boolean;
};

/** Changes of people happen one after another in an organisation, so that two admins cannot both be the one who leaves. */
export async function lockMember({ tx, actor: { orgId } }: Admin, userId: string): Promise<LockedMember | null> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${orgId}::uuid FOR NO KEY UPDATE`;
  const [member] = await tx.$queryRaw<LockedMember[]>`
    SELECT m."userId", m.name, u.email, m.role, m."teamId", m."timeZone", m."deactivatedAt",
           m.role = 'admin' AND m."deactivatedAt" IS NULL AND NOT EXISTS (
             SELECT 1 FROM "Member" other
              WHERE other."orgId" = m."orgId" AND other."userId" <> m."userId" AND other.role = 'admin' AND other."deactivatedAt" IS NULL
           ) AS "onlyAdmin"
      FROM "Member" m JOIN "User" u ON u.id = m."userId"
     WHERE m."orgId" = ${orgId}::uuid AND m."userId" = ${userId}::uuid`;
  return member ?? null;
}

export function teamExists({ tx, actor: { orgId } }: Admin, id: string): Promise<boolean> {
  return tx.team.count({ where: { orgId, id } }).then((found) => found > 0);
}

export function isActiveMember({ tx, actor: { orgId } }: Admin, userId: string): Promise<boolean> {
  return tx.member.count({ where: { orgId, userId, deactivatedAt: null } }).then((found) => found > 0);
}

export function findMemberByEmail(
  { tx, actor: { orgId } }: Admin,
  email: string,
): Promise<{ name: string; deactivatedAt: Date | null } | null> {
  return tx.member.findFirst({ where: { orgId, user: { email } }, select: { name: true, deactivatedAt: true } });
}

/** The active member behind an address, where they work first. */
export async function findActiveMember(
  { tx }: { tx: Tx },
  email: string,
): Promise<{ orgId: string; userId: string; teamId: string; name: string; role: Role; timeZone: string } | null> {
  const found = await tx.member.findFirst({
    where: { user: { email }, deactivatedAt: null },
    select: { orgId: true, userId: true, teamId: true, name: true, role: true, timeZone: true },
    orderBy: { createdAt: "asc" },
  });
  return found && { ...found, role: found.role as Role };
}

export async function organisationName({ tx, actor: { orgId } }: Admin): Promise<string> {
  return (await tx.organisation.findUniqueOrThrow({ where: { id: orgId }, select: { name: true } })).name;
}

export async function updateMember(
  { tx, actor: { orgId } }: Admin,
  userId: string,
  data: { role?: Role; deactivatedAt?: Date | null; name?: string; timeZone?: string },
): Promise<void> {
  await tx.member.update({ where: { orgId_userId: { orgId, userId } }, data, select: { userId: true } });
}

/** The team a record belongs to is its owner's, so the records of whoever moves come along. */
export async function moveWithRecords({ tx, actor: { orgId } }: Admin, userId: string, teamId: string): Promise<number> {
  await tx.member.update({ where: { orgId_userId: { orgId, userId } }, data: { teamId }, select: { userId: true } });
  const theirs = { where: { orgId, ownerId: userId, NOT: { teamId } }, data: { teamId } };
  const moved = [await tx.prospect.updateMany(theirs), await tx.company.updateMany(theirs), await tx.deal.updateMany(theirs)];
  return moved.reduce((sum, { count }) => sum + count, 0);
}

export async function endSessions({ tx }: { tx: Tx }, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
}

/** Whoever is shut out loses their calendar's secret address for good. */
export async function endCalendarLinks({ tx, actor: { orgId }, now }: Admin, userId: string): Promise<void> {
  await tx.calendarLink.updateMany({ where: { orgId, userId, revokedAt: null }, data: { revokedAt: now } });
}

export async function takePassword({ tx }: { tx: Tx }, userId: string): Promise<void> {
  await tx.account.updateMany({ where: { userId, providerId: "credential" }, data: { password: null } });
}

type NewOrganisation = { name: string; timeZone: string; country: string | null; hashSalt: string };

/** With what it cannot work without: its stages and the first version of its policy. */
export async function insertOrganisation({ tx, orgId, now }: Place, organisation: NewOrganisation, numbers: Policy): Promise<void> {
  await tx.organisation.create({ data: { ...organisation, id: orgId, createdAt: now }, select: { id: true } });
  await tx.stage.createMany({ data: startingStages.map((stage, position) => ({ ...stage, orgId, id: newId(now), position })) });
  await tx.policyVersion.create({ data: { orgId, version: 1, numbers, publishedAt: now }, select: { version: true } });
}

export async function insertTeam({ tx, orgId, now }: Place, name: string): Promise<string | null> {
  const id = newId(now);
  const { count } = await tx.team.createMany({ data: { orgId, id, name, createdAt: now }, skipDuplicates: true });
  return count > 0 ? id : null;
}

export type NewInvitation = {
  purpose: "join" | "reset";
  userId?: string;
  email: string;
  name: string;
  role: Role;
  teamId: string;
  createdById: string | null;
};

export const daysToAccept = 7;

/** Makes the one-time link; earlier open ones for the same address end. The token itself is kept nowhere. */
export async function insertInvitation(
  { tx, orgId, now }: Place,
  invitation: NewInvitation,
  lifetime = daysToAccept * 24 * 60 * 60 * 1000,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  await revokeInvitations({ tx, orgId, now }, { email: invitation.email });
  const { token, hash } = newToken(orgId);
  const id = newId(now);
  const expiresAt = new Date(now.getTime() + lifetime);
  await tx.invitation.create({ data: { ...invitation, orgId, id, tokenHash: hash, expiresAt, createdAt: now }, select: { id: true } });
  return { id, token, expiresAt };
}

export async function revokeInvitations({ tx, orgId, now }: Place, which: { id: string } | { email: string }): Promise<number> {
  const { count } = await tx.invitation.updateMany({
    where: { ...which, orgId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  return count;
}

export type OpenInvitation = {
  id: string;
  purpose: "join" | "reset";
  userId: string | null;
  email: string;
  name: string;
  role: Role;
  teamId: string;
};

/** Uses the invitation up. Of two at the same instant one gets it, the other null. */
export async function claimInvitation(
  { tx, now }: { tx: Tx; now: Date },
  { orgId, hash }: { orgId: string; hash: string },
): Promise<OpenInvitation | null> {
  const [claimed] = await tx.$queryRaw<OpenInvitation[]>`
    UPDATE "Invitation" SET "usedAt" = ${now}
     WHERE "orgId" = ${orgId}::uuid AND "tokenHash" = ${hash} AND "usedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > ${now}
    RETURNING id, purpose, "userId", email, name, role, "teamId"`;
  return claimed ?? null;
}

/** A new person with a password and a place in the organisation; null when the address already belongs to someone. */
export async function insertMember(
  { tx, orgId, now }: Place,
  { email, name, role, teamId }: OpenInvitation,
  { password, timeZone }: { password: string; timeZone: string },
): Promise<string | null> {
  const id = newId(now);
  const at = { createdAt: now, updatedAt: now };
  const { count } = await tx.user.createMany({ data: { ...at, id, email, name, emailVerified: true }, skipDuplicates: true });
  if (count === 0) return null;
  await tx.account.create({
    data: { ...at, id: newId(now), accountId: id, providerId: "credential", userId: id, password },
    select: { id: true },
  });
  await tx.member.create({ data: { orgId, userId: id, teamId, role, name, timeZone, createdAt: now }, select: { userId: true } });
  return id;
}

export async function setPassword({ tx, now }: { tx: Tx; now: Date }, userId: string, password: string): Promise<void> {
  await tx.account.updateMany({ where: { userId, providerId: "credential" }, data: { password, updatedAt: now } });
}

/** A new key. The token itself is kept nowhere. */
export async function insertApiKey(
  { tx, actor, now }: Admin,
  { name, worksAsId }: { name: string; worksAsId: string },
): Promise<{ id: string; token: string }> {
  const { orgId, userId: createdById } = actor;
  const { token, hash } = newToken(orgId);
  const id = newId(now);
  await tx.apiKey.create({ data: { orgId, id, name, tokenHash: hash, worksAsId, createdById, createdAt: now }, select: { id: true } });
  return { id, token };
}

export async function endApiKey({ tx, actor: { orgId }, now }: Admin, id: string): Promise<number> {
  const { count } = await tx.apiKey.updateMany({ where: { orgId, id, revokedAt: null }, data: { revokedAt: now } });
  return count;
}

export async function noteKeyUse(orgId: string, id: string, now: Date): Promise<void> {
  await db.apiKey.updateMany({ where: { orgId, id }, data: { lastUsedAt: now } });
}
