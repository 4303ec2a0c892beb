import type { Role } from "#lib/people/roles.ts";
import { startingStages } from "#lib/people/starting-stages.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** A Wednesday morning in Rotterdam. Tests pass their own `now` where the clock matters. */
export const testNow = new Date("2026-11-18T09:00:00Z");

export type TestOrganisation = { id: string; name: string; stages: { id: string; name: string; kind: string }[] };
export type TestTeam = { orgId: string; id: string; name: string };
export type TestProspect = { orgId: string; id: string; name: string; email: string | null; phone: string | null };

const id = () => newId(new Date());
let count = 0;
const next = () => (count += 1);

/** An organisation with its stages; with `numbers` also version 1 of its policy. */
export async function anOrganisation({
  numbers,
  ...over
}: { name?: string; country?: string; timeZone?: string; numbers?: unknown } = {}): Promise<TestOrganisation> {
  const orgId = id();
  const data = {
    id: orgId,
    name: `Aldermoor Instruments ${next()}`,
    country: "NL",
    timeZone: "Europe/Amsterdam",
    hashSalt: id(),
    createdAt: testNow,
    ...over,
  };
  await db.organisation.create({ data });
  const stages = startingStages.map((stage, position) => ({ ...stage, orgId, id: id(), position }));
  await db.stage.createMany({ data: stages });
  if (numbers)
    await db.policyVersion.create({ data: { orgId, version: 1, numbers: numbers as Prisma.InputJsonValue, publishedAt: testNow } });
  return { id: orgId, name: data.name, stages: stages.map((stage) => ({ id: stage.id, name: stage.name, kind: stage.kind })) };
}

export async function aTeam(organisation: { id: string }, name = `Team ${next()}`): Promise<TestTeam> {
  const team = { orgId: organisation.id, id: id(), name };
  await db.team.create({ data: { ...team, createdAt: testNow } });
  return team;
}

type MemberOver = { role?: Role; team?: { id: string }; name?: string; email?: string; timeZone?: string; deactivatedAt?: Date };

/** A member, a rep unless said otherwise, of the given team or of the organisation's first (made when there is none). Cannot sign in: see givePassword() in sign-in.ts. */
export async function aMember(organisation: { id: string }, over: MemberOver = {}): Promise<Actor & { email: string }> {
  const { role = "rep", name = `Maya Lindqvist ${next()}`, timeZone = "Europe/Amsterdam", deactivatedAt } = over;
  const team =
    over.team ??
    (await db.team.findFirst({ where: { orgId: organisation.id }, select: { id: true }, orderBy: { id: "asc" } })) ??
    (await aTeam(organisation));
  const userId = id();
  const email = over.email ?? `member-${userId}@example.com`;
  await db.user.create({ data: { id: userId, name, email, emailVerified: true } });
  const actor = { orgId: organisation.id, userId, teamId: team.id, role, name, timeZone };
  await db.member.create({ data: { ...actor, createdAt: testNow, deactivatedAt } });
  return { ...actor, email };
}

export const aContext = (actor: Actor, now: Date = testNow): Context => ({ actor, now });

type CompanyOver = Partial<Omit<Prisma.CompanyUncheckedCreateInput, "orgId" | "id">>;

export async function aCompany(actor: Actor, over: CompanyOver = {}): Promise<{ orgId: string; id: string; name: string }> {
  const name = over.name ?? `Laboratórios Vilar ${next()}`;
  const company = { orgId: actor.orgId, id: id(), name };
  await db.company.create({
    data: {
      ...company,
      ownerId: actor.userId,
      teamId: actor.teamId,
      searchText: foldForSearch(name, over.domain),
      createdAt: testNow,
      ...over,
    },
  });
  return company;
}

type ProspectOver = Partial<Omit<Prisma.ProspectUncheckedCreateInput, "orgId" | "id" | "contactPoints">> & {
  email?: string | null;
  phone?: string | null;
};

/** A prospect of the actor's with an e-mail address and a phone number (null for none). */
export async function aProspect(actor: Actor, over: ProspectOver = {}): Promise<TestProspect> {
  const n = next();
  const { email = `ana.montenegro.${n}@vilar.example`, phone = `+3519120${String(n).padStart(5, "0")}`, ...fields } = over;
  const name = fields.name ?? `Ana Montenegro ${n}`;
  const prospect = { orgId: actor.orgId, id: id() };
  await db.prospect.create({
    data: {
      ...prospect,
      ...{ ownerId: actor.userId, teamId: actor.teamId, name, timeZone: "Europe/Lisbon", country: "PT", subscriberKind: "corporate" },
      ...{ searchText: foldForSearch(name, email, phone), primaryEmail: email, createdAt: testNow },
      ...fields,
    },
  });
  const points = [
    { kind: "email", value: email },
    { kind: "phone", value: phone },
  ].flatMap(({ kind, value }) =>
    value ? [{ ...prospect, id: id(), prospectId: prospect.id, kind, value, normalised: value.toLowerCase(), isPrimary: true }] : [],
  );
  await db.contactPoint.createMany({ data: points });
  return { ...prospect, name, email, phone };
}

type DealOver = Partial<Omit<Prisma.DealUncheckedCreateInput, "orgId" | "id">>;

/** A deal in the organisation's first stage, with a new company unless one or a prospect is given. */
export async function aDeal(actor: Actor, over: DealOver = {}): Promise<{ orgId: string; id: string; title: string }> {
  const { orgId, userId: ownerId, teamId } = actor;
  const stageId =
    over.stageId ?? (await db.stage.findFirstOrThrow({ where: { orgId }, orderBy: { position: "asc" }, select: { id: true } })).id;
  const companyId = over.companyId ?? (over.prospectId ? null : (await aCompany(actor)).id);
  const deal = { orgId, id: id(), title: over.title ?? `Temperature records ${next()}` };
  await db.deal.create({
    data: {
      ownerId,
      teamId,
      amount: 12_000,
      currency: "EUR",
      stageSince: testNow,
      createdAt: testNow,
      ...over,
      ...deal,
      stageId,
      companyId,
    },
  });
  return deal;
}
