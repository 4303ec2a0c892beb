import { hashPassword } from "better-auth/crypto";
import type pg from "pg";

import { startingStages } from "#lib/people/starting-stages.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { copyInto, iso, json } from "./copy.ts";
import { day, type Random } from "./random.ts";
import { familyNames, givenNames } from "./words.ts";
import { type Member, memory, type Sizes, type World } from "./world.ts";

export const organisationName = "Bench of a hundred";
export const benchPassword = "a hundred thousand prospects";

/** The organisation, its people and what they work with. Everyone signs in as <role>-<number>@bench.example. */
export async function foundOrganisation(
  client: pg.Client,
  { now, random, sizes }: { now: number; random: Random; sizes: Sizes },
): Promise<World> {
  const since = now - memory;
  const orgId = random.id(since);
  const salt = random.id(since);
  const about = {
    name: organisationName,
    country: "NL",
    timeZone: "Europe/Amsterdam",
    currency: "EUR",
    hashSalt: salt,
    createdAt: iso(since),
  };
  await copyInto(client, "Organisation", [{ id: orgId, ...about }]);

  const teams = Array.from({ length: sizes.teams }, () => random.id(since));
  await copyInto(
    client,
    "Team",
    teams.map((id, i) => ({ orgId, id, name: `Region ${i + 1}`, createdAt: iso(since) })),
  );

  const members = Array.from({ length: sizes.members }, (_, i) => aMember(random, i, sizes.teams, since));
  await copyMembers(client, { orgId, teams, since }, members);

  const stages = startingStages.map((stage, position) => ({ ...stage, orgId, id: random.id(since), position }));
  await copyInto(client, "Stage", stages);
  await copyInto(client, "PolicyVersion", [{ orgId, version: 1, numbers: json(defaultPolicy), publishedAt: iso(since) }]);

  const assets = Array.from({ length: 60 }, (_, i) => ({
    id: random.id(since + i * day),
    title: `Field notes ${i + 1}: what plants like yours changed`,
  }));
  await copyInto(
    client,
    "ValueAsset",
    assets.map((asset) => ({
      orgId,
      ...asset,
      kind: random.pick(["article", "insight", "template", "sample"]),
      topics: "{}",
      createdAt: iso(since),
    })),
  );
  const reps = [...members.keys()].filter((i) => members[i]!.role === "rep");
  return { orgId, salt, now, random, sizes, teams, members, reps, stages, assets, companies: [], people: [] };
}

/** One admin, a manager a team, reps. */
function aMember(random: Random, i: number, teams: number, since: number): Member {
  const role = i === 0 ? "admin" : i <= teams ? "manager" : "rep";
  const name = `${random.pick(givenNames)} ${random.pick(familyNames)}`;
  return { id: random.id(since), name, email: `${role}-${i}@bench.example`, role, team: i % teams };
}

async function copyMembers(
  client: pg.Client,
  { orgId, teams, since }: { orgId: string; teams: string[]; since: number },
  members: Member[],
): Promise<void> {
  const password = await hashPassword(benchPassword);
  const at = { createdAt: iso(since), updatedAt: iso(since) };
  const users = members.map(({ id, name, email }) => ({ id, name, email, emailVerified: true, ...at }));
  await copyInto(client, "User", users);
  const accounts = members.map(({ id }) => ({ id, accountId: id, providerId: "credential", userId: id, password, ...at }));
  await copyInto(client, "Account", accounts);
  const where = { orgId, timeZone: "Europe/Amsterdam", createdAt: iso(since) };
  const places = members.map(({ id, name, role, team }) => ({ ...where, userId: id, teamId: teams[team]!, role, name }));
  await copyInto(client, "Member", places);
}
