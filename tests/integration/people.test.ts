import { beforeAll, describe, expect, test } from "vitest";

import { acceptInvitation } from "#lib/people/accept-invitation.ts";
import { changeRole } from "#lib/people/change-role.ts";
import { createTeam } from "#lib/people/create-team.ts";
import { deactivateMember } from "#lib/people/deactivate-member.ts";
import { foundOrganisation } from "#lib/people/found-organisation.ts";
import { inviteMember, type OneTimeLink } from "#lib/people/invite-member.ts";
import { moveToTeam } from "#lib/people/move-to-team.ts";
import { findInvitation, listColleagues, listMembers, listOpenInvitations, listTeams } from "#lib/people/queries.ts";
import { reactivateMember } from "#lib/people/reactivate-member.ts";
import { resetMember } from "#lib/people/reset-member.ts";
import { revokeInvitation } from "#lib/people/revoke-invitation.ts";
import { auth } from "#lib/platform/auth.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newToken } from "#lib/platform/ids.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { aCompany, aContext, aDeal, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";
import { givePassword, signInAs, testPassword } from "#tests/factories/sign-in.ts";

type Person = Actor & { email: string };
let organisation: { id: string };
let admin: Person;
let rep: Person;

beforeAll(async () => {
  organisation = await anOrganisation();
  admin = await aMember(organisation, { role: "admin", name: "Inês" });
  rep = await aMember(organisation, { name: "Maya" });
});

const notFound = { ok: false, problem: { code: "not-found" } };
const forbidden = { ok: false, problem: { code: "forbidden" } };
const days = (count: number) => new Date(testNow.getTime() + count * 24 * 60 * 60 * 1000);
const password = "a few words in a row";
const session = async (cookie: string) => auth().api.getSession({ headers: new Headers({ cookie }) });

function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

async function invite(email = `new-${crypto.randomUUID()}@example.com`) {
  const invitation = { name: "Łukasz Wiśniewski", email, role: "rep" as const, teamId: admin.teamId, language: "en" as const };
  const { path } = valueOf(await inviteMember(aContext(admin), invitation)) as OneTimeLink;
  return { email, token: path.slice("/invitations/".length) };
}

describe("an invitation", () => {
  test("lets its holder in once", async () => {
    const { email, token } = await invite();
    expect(await findInvitation(token, testNow)).toMatchObject({ purpose: "join", name: "Łukasz Wiśniewski", email });

    const both = await Promise.all([1, 2].map(() => acceptInvitation({ now: testNow }, { token, password, timeZone: "Europe/Warsaw" })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(notFound);
    expect(await findInvitation(token, testNow)).toBeNull();

    const member = await db.member.findFirstOrThrow({ where: { orgId: organisation.id, user: { email } } });
    expect(member).toMatchObject({ role: "rep", teamId: admin.teamId, timeZone: "Europe/Warsaw" });
    expect((await session(await signInAs({ email }, password)))?.user.id).toBe(member.userId);
  });

  test("keeps only the hash of its link", async () => {
    const { email, token } = await invite();
    const row = await db.invitation.findFirstOrThrow({ where: { orgId: organisation.id, email } });
    expect(JSON.stringify(row)).not.toContain(token);
    const events = await db.event.findMany({ where: { orgId: organisation.id, subjectId: row.id } });
    expect(events.map(({ kind }) => kind)).toEqual(["member.invited"]);
    expect(JSON.stringify(events)).not.toContain(token);
  });

  test.each<[string, () => Promise<string>, Date]>([
    ["expired", async () => (await invite()).token, days(7)],
    ["forged for this organisation", async () => newToken(organisation.id).token, testNow],
    ["forged for none", async () => newToken(crypto.randomUUID()).token, testNow],
    ["malformed", async () => "../../etc/passwd", testNow],
    ["revoked", revoked, testNow],
    ["replaced by a newer one", replaced, testNow],
  ])("that is %s opens nothing", async (_what, make, now) => {
    const token = await make();
    const members = () => db.member.count({ where: { orgId: organisation.id } });
    const before = await members();
    expect(await findInvitation(token, now)).toBeNull();
    expect(await acceptInvitation({ now }, { token, password })).toEqual(notFound);
    expect(await members()).toBe(before);
  });

  test("never sets the password of an account that is already there", async () => {
    const elsewhere = await aMember(await anOrganisation());
    await givePassword(elsewhere);
    const { token } = await invite(elsewhere.email);
    expect(await acceptInvitation({ now: testNow }, { token, password })).toMatchObject({ ok: false, problem: { code: "conflict" } });
    await signInAs(elsewhere);
  });

  test("to someone who is here already is refused", async () => {
    const input = { name: "Maya", email: rep.email, role: "rep" as const, teamId: rep.teamId, language: "en" as const };
    expect(await inviteMember(aContext(admin), input)).toMatchObject({ ok: false, problem: { code: "invalid" } });
  });
});

async function revoked() {
  const { email, token } = await invite();
  const [{ id } = { id: "" }] = (await listOpenInvitations(admin, testNow)).filter((open) => open.email === email);
  valueOf(await revokeInvitation(aContext(admin), { invitationId: id }));
  return token;
}

async function replaced() {
  const { email, token } = await invite();
  await invite(email);
  return token;
}

describe("deactivation", () => {
  test("ends sessions at once, and sign-in until they are let in again", async () => {
    const leaver = await aMember(organisation, { name: "Femke" });
    await givePassword(leaver);
    const prospect = await aProspect(leaver);
    const cookie = await signInAs(leaver);
    expect(await session(cookie)).not.toBeNull();

    valueOf(await deactivateMember(aContext(admin), { userId: leaver.userId }));
    expect(await session(cookie)).toBeNull();
    await expect(signInAs(leaver)).rejects.toThrow("401");
    expect(await db.prospect.findFirst({ where: { orgId: organisation.id, id: prospect.id } })).toMatchObject({ ownerId: leaver.userId });
    expect((await listColleagues(admin)).map(({ userId }) => userId)).not.toContain(leaver.userId);

    valueOf(await reactivateMember(aContext(admin), { userId: leaver.userId }));
    expect(await session(cookie)).toBeNull();
    expect(await session(await signInAs(leaver))).not.toBeNull();
  });

  test("spares the last active admin, also when two admins go at the same instant", async () => {
    const small = await anOrganisation();
    const first = await aMember(small, { role: "admin" });
    expect(await deactivateMember(aContext(first), { userId: first.userId })).toMatchObject({ ok: false, problem: { code: "conflict" } });
    expect(await changeRole(aContext(first), { userId: first.userId, role: "rep" })).toMatchObject({ problem: { code: "conflict" } });

    const second = await aMember(small, { role: "admin" });
    for (let round = 0; round < 10; round += 1) {
      const outcomes = await Promise.all([
        deactivateMember(aContext(first), { userId: second.userId }),
        changeRole(aContext(second), { userId: first.userId, role: "manager" }),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      await db.member.updateMany({ where: { orgId: small.id }, data: { role: "admin", deactivatedAt: null } });
    }
  });
});

test("a reset ends the password and the sessions, and its link sets a new one", async () => {
  const forgetful = await aMember(organisation, { name: "Joost" });
  await givePassword(forgetful);
  const cookie = await signInAs(forgetful);

  const { path } = valueOf(await resetMember(aContext(admin), { userId: forgetful.userId })) as OneTimeLink;
  expect(await session(cookie)).toBeNull();
  await expect(signInAs(forgetful)).rejects.toThrow("401");

  const token = path.slice("/invitations/".length);
  expect(await findInvitation(token, testNow)).toMatchObject({ purpose: "reset" });
  valueOf(await acceptInvitation({ now: testNow }, { token, password }));
  expect(await acceptInvitation({ now: testNow }, { token, password: testPassword })).toEqual(notFound);
  expect(await session(await signInAs(forgetful, password))).not.toBeNull();
  expect(await resetMember(aContext(admin), { userId: admin.userId })).toMatchObject({ ok: false, problem: { code: "conflict" } });
});

test("records move with their owner", async () => {
  const mover = await aMember(organisation);
  const team = await aTeam(organisation);
  const theirs = [await aProspect(mover), await aCompany(mover), await aDeal(mover)];
  const others = await aProspect(rep);

  const { records } = valueOf(await moveToTeam(aContext(admin), { userId: mover.userId, teamId: team.id }));
  expect(records).toBe(theirs.length + 1); // the deal brought a company of its own
  const where = { orgId: organisation.id, teamId: team.id };
  expect([await db.prospect.count({ where }), await db.company.count({ where }), await db.deal.count({ where })]).toEqual([1, 2, 1]);
  expect(await db.prospect.findFirst({ where: { orgId: organisation.id, id: others.id } })).toMatchObject({ teamId: rep.teamId });
  expect((await listColleagues({ ...mover, teamId: team.id })).map(({ userId }) => userId)).toEqual([mover.userId]);
});

describe("others are refused inside the use case", () => {
  const attempts = (target: Person, teamId: string) =>
    [
      (by: Actor) => inviteMember(aContext(by), { name: "X", email: "x@example.com", role: "admin", teamId, language: "en" }),
      (by: Actor) => resetMember(aContext(by), { userId: target.userId }),
      (by: Actor) => deactivateMember(aContext(by), { userId: target.userId }),
      (by: Actor) => reactivateMember(aContext(by), { userId: target.userId }),
      (by: Actor) => changeRole(aContext(by), { userId: target.userId, role: "admin" }),
      (by: Actor) => moveToTeam(aContext(by), { userId: target.userId, teamId }),
    ] as const;

  test("a rep and a manager", async () => {
    const manager = await aMember(organisation, { role: "manager" });
    const before = await listMembers(admin);
    for (const attempt of attempts(rep, rep.teamId)) {
      expect(await attempt(rep)).toEqual(forbidden);
      expect(await attempt(manager)).toEqual(forbidden);
    }
    expect(await createTeam(aContext(rep), { name: "Mine" })).toEqual(forbidden);
    expect(await revokeInvitation(aContext(rep), { invitationId: crypto.randomUUID() })).toEqual(forbidden);
    expect(await listMembers(admin)).toEqual(before);
  });

  test("another organisation's admin, to whom nothing here exists", async () => {
    const stranger = await aMember(await anOrganisation(), { role: "admin" });
    const before = [await listMembers(admin), await listTeams(admin)];
    for (const attempt of attempts(rep, rep.teamId)) expect(await attempt(stranger)).toEqual(notFound);
    const { email } = await invite();
    const [open] = (await listOpenInvitations(admin, testNow)).filter((row) => row.email === email);
    expect(await revokeInvitation(aContext(stranger), { invitationId: open!.id })).toEqual(notFound);
    expect(await moveToTeam(aContext(admin), { userId: rep.userId, teamId: stranger.teamId })).toEqual(notFound);
    expect([await listMembers(admin), await listTeams(admin)]).toEqual(before);
  });
});

test("a founded organisation has what it needs, and its first admin comes in by the link", async () => {
  const email = `first-${crypto.randomUUID()}@example.com`;
  const input = { name: "Kelp & Co", timeZone: "Europe/Lisbon", country: "PT", admin: { name: "Rosa", email } };
  const { orgId, path } = valueOf(await foundOrganisation({ now: testNow, policy: defaultPolicy }, input));
  expect(await db.stage.count({ where: { orgId } })).toBe(6);
  expect(await db.policyVersion.count({ where: { orgId, version: 1 } })).toBe(1);

  valueOf(await acceptInvitation({ now: testNow }, { token: path.slice("/invitations/".length), password }));
  expect(await db.member.findFirst({ where: { orgId } })).toMatchObject({ role: "admin", name: "Rosa", timeZone: "Europe/Lisbon" });
  await signInAs({ email }, password);
});
