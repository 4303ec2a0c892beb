import { hashPassword } from "better-auth/crypto";

import type { Role } from "#lib/people/roles.ts";
import { startingStages } from "#lib/people/starting-stages.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db, type Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";

export const organisationName = "Aldermoor Instruments";
const password = "persistent-never-pushy";

const teams = ["Cold chain", "Laboratories"] as const;
const people = [
  { key: "maya", name: "Maya Lindqvist", role: "rep", team: "Cold chain" },
  { key: "joost", name: "Joost van den Heuvel-Rietveld", role: "rep", team: "Cold chain" },
  { key: "femke", name: "Femke Oosterhuis", role: "rep", team: "Laboratories" },
  { key: "omar", name: "Omar Benhaddou", role: "manager", team: "Cold chain" },
  { key: "ines", name: "Inês Vasconcelos", role: "admin", team: "Laboratories" },
] as const satisfies { key: string; name: string; role: Role; team: (typeof teams)[number] }[];

export type PersonKey = (typeof people)[number]["key"];
export type Staff = { orgId: string; actors: Record<PersonKey, Actor>; stages: Record<string, string> };

/** The organisation with its teams, stages and people, all of whom sign in as `<key>@demo.example`. */
export async function seedPeople(tx: Tx, since: Date): Promise<Staff> {
  const orgId = newId(since);
  const timeZone = "Europe/Amsterdam";
  const address = "Wijnhaven 88, 3011 WT Rotterdam, Netherlands";
  await tx.organisation.create({
    data: {
      id: orgId,
      name: organisationName,
      country: "NL",
      timeZone,
      currency: "EUR",
      postalAddress: address,
      hashSalt: newId(since),
      createdAt: since,
    },
  });
  const stages = startingStages.map((stage, position) => ({ ...stage, orgId, id: newId(since), position }));
  await tx.stage.createMany({ data: stages });
  await tx.policyVersion.create({ data: { orgId, version: 1, numbers: defaultPolicy, publishedAt: since }, select: { version: true } });

  const teamIds = Object.fromEntries(teams.map((name) => [name, newId(since)])) as Record<(typeof teams)[number], string>;
  await tx.team.createMany({ data: teams.map((name) => ({ orgId, id: teamIds[name], name, createdAt: since })) });

  const actors = people.map(
    ({ key, name, role, team }) => [key, { orgId, userId: newId(since), teamId: teamIds[team], role, name, timeZone }] as const,
  );
  const hash = await hashPassword(password);
  await tx.user.createMany({
    data: actors.map(([key, { userId, name }]) => ({
      id: userId,
      name,
      email: `${key}@demo.example`,
      emailVerified: true,
      createdAt: since,
    })),
  });
  await tx.account.createMany({
    data: actors.map(([, { userId }]) => ({
      id: newId(since),
      accountId: userId,
      providerId: "credential",
      userId,
      password: hash,
      createdAt: since,
      updatedAt: since,
    })),
  });
  await tx.member.createMany({ data: actors.map(([, actor]) => ({ ...actor, createdAt: since })) });
  return {
    orgId,
    actors: Object.fromEntries(actors) as Staff["actors"],
    stages: Object.fromEntries(stages.map(({ name, id }) => [name, id])),
  };
}

/** The same people, of an organisation that is there already. */
export async function findStaff(orgId: string): Promise<Staff> {
  const members = await db.member.findMany({
    where: { orgId },
    select: { orgId: true, userId: true, teamId: true, role: true, name: true, timeZone: true, user: { select: { email: true } } },
  });
  const stages = await db.stage.findMany({ where: { orgId }, select: { id: true, name: true } });
  const actors = members.map(({ user, role, ...member }) => [user.email.split("@")[0], { ...member, role: role as Role }]);
  return {
    orgId,
    actors: Object.fromEntries(actors) as Staff["actors"],
    stages: Object.fromEntries(stages.map(({ name, id }) => [name, id])),
  };
}
