import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { deliverDue } from "#lib/mail/deliver.ts";
import { deactivateMember } from "#lib/people/deactivate-member.ts";
import { editOwnProfile } from "#lib/people/edit-own-profile.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { chooseDigest } from "#lib/today/choose-digest.ts";
import { digestKinds } from "#lib/today/digest-kinds.ts";
import { countForDigest, findDigestSetting } from "#lib/today/digest-queries.ts";
import { mayNotRead } from "#lib/today/may-not-read.ts";
import { sendDigests } from "#lib/today/send-digests.ts";
import { aMailServer, useMailServer } from "#tests/factories/mail-server.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";
import { logged } from "#tests/factories/touches.ts";

const kinds = digestKinds;
const daily = (actor: Actor, hour: number, over = {}) => chooseDigest(aContext(actor), { when: "daily", hour, kinds, ...over });
const mailTo = (email: string) => db.mail.findMany({ where: { to: email, kind: "digest" }, orderBy: { createdAt: "asc" } });
/** Wednesday 18 November 2026 is `testNow`; the plans lie on Thursday. */
const thursday = (time: string) => new Date(`2026-11-19T${time}:00Z`);

async function aPlanner() {
  const member = await aMember(await anOrganisation(), { timeZone: "Europe/Amsterdam" });
  const prospect = await aProspect(member, { name: "Ana Montenegro" });
  const outcome = await plan(member, aWelcomePlan(prospect.id, { at: inDays(1) }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return { member, prospect };
}

beforeEach(async () => {
  useMailServer(null);
  await db.digest.deleteMany();
  await db.mail.deleteMany();
  await db.digestSetting.deleteMany();
});
afterAll(() => closeQueue(1));

describe("a digest", () => {
  test("goes out at the hour of theirs, once a day, in counts without a name", async () => {
    const { member } = await aPlanner();
    await daily(member, 8);
    expect(await sendDigests(thursday("06:45"))).toEqual({ sent: 0 });
    expect(await sendDigests(thursday("07:00"))).toEqual({ sent: 1 });
    expect(await sendDigests(thursday("07:15"))).toEqual({ sent: 0 });
    const [mail, ...more] = await mailTo(member.email);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: "1 follow-up due", state: "queued", prospectId: null });
    expect(mail!.text).toContain("/settings");
    expect(mail!.text).not.toContain("Ana");
  });

  test("is sent once by however many workers, and once however often hour and zone change", async () => {
    const { member } = await aPlanner();
    await daily(member, 8);
    const sent = await Promise.all(Array.from({ length: 5 }, () => sendDigests(thursday("07:00"))));
    expect(sent.reduce((sum, each) => sum + each.sent, 0)).toBe(1);
    await daily(member, 9);
    await sendDigests(thursday("08:00"));
    await editOwnProfile(aContext(member), { name: member.name, timeZone: "America/New_York" });
    await sendDigests(thursday("14:00"));
    expect(await mailTo(member.email)).toHaveLength(1);
  });

  test("does not come where there is nothing, and not for what they left out", async () => {
    const idle = await aMember(await anOrganisation());
    await daily(idle, 8);
    const { member } = await aPlanner();
    await daily(member, 8, { kinds: ["held"] });
    expect(await sendDigests(thursday("07:00"))).toEqual({ sent: 0 });
    expect([await mailTo(idle.email), await mailTo(member.email)]).toEqual([[], []]);
    expect(await db.digest.count()).toBe(2);
  });

  test("goes to nobody who did not ask, switched it off or left", async () => {
    const { member } = await aPlanner();
    await sendDigests(thursday("07:00"));
    await daily(member, 8);
    await chooseDigest(aContext(member), { when: "off", hour: 8, kinds });
    await sendDigests(thursday("07:00"));
    await daily(member, 8);
    await db.member.updateMany({ where: { userId: member.userId }, data: { deactivatedAt: testNow } });
    await sendDigests(thursday("07:00"));
    expect(await mailTo(member.email)).toEqual([]);
  });

  test("that is written already does not leave for whoever was shut out or switched it off meanwhile", async () => {
    const server = await aMailServer();
    const readers = await Promise.all([aPlanner(), aPlanner(), aPlanner()]);
    for (const { member } of readers) await daily(member, 8);
    expect(await sendDigests(thursday("07:00"))).toEqual({ sent: 3 });
    const [leaver, quiet, reader] = readers.map(({ member }) => member);
    const admin = await aMember({ id: leaver!.orgId }, { role: "admin" });
    expect(await deactivateMember(aContext(admin), { userId: leaver!.userId })).toMatchObject({ ok: true });
    await chooseDigest(aContext(quiet!), { when: "off", hour: 8, kinds });

    useMailServer(server);
    expect(await deliverDue({ digest: mayNotRead }, () => thursday("07:01"))).toMatchObject({ sent: 1, dropped: 2 });
    expect(server.taken.map(({ to }) => [to].flat()[0]!.text)).toEqual([expect.stringContaining(reader!.email)]);
    expect((await mailTo(leaver!.email))[0]).toMatchObject({ state: "dropped", lastError: "They no longer work here.", text: null });
    expect((await mailTo(quiet!.email))[0]).toMatchObject({ state: "dropped", lastError: "They switched their digest off." });
    await server.close();
  });

  test("tells what was welcomed lately, of one's own people alone", async () => {
    const { member, prospect } = await aPlanner();
    const colleague = await aMember({ id: member.orgId }, { team: { id: member.teamId } });
    await logged(member, prospect.id, { direction: "out", channel: "email", disposition: "thanked" });
    expect(await countForDigest(aContext(member, thursday("07:00")))).toMatchObject({ welcomed: 1 });
    expect(await countForDigest(aContext(colleague, thursday("07:00")))).toEqual({ welcomed: 0 });
  });

  test("needs something to tell, and is one's own setting", async () => {
    const { member } = await aPlanner();
    expect(await daily(member, 8, { kinds: ["welcomed"] })).toMatchObject({ problem: { fields: { kinds: [expect.any(String)] } } });
    await daily(member, 7, { kinds: ["due", "held"] });
    expect(await findDigestSetting(member)).toEqual({ hour: 7, kinds: ["due", "held"] });
    expect(await findDigestSetting(await aMember({ id: member.orgId }))).toEqual({ hour: null, kinds });
    const refused = db.$executeRaw`UPDATE "DigestSetting" SET hour = 24 WHERE "userId" = ${member.userId}::uuid`;
    await expect(refused).rejects.toThrow("DigestSetting_hour");
  });
});

test("a member changes their own name and clock, and the stream keeps that they did", async () => {
  const member = await aMember(await anOrganisation());
  expect(await editOwnProfile(aContext(member), { name: "Maya L.", timeZone: "Asia/Tokyo" })).toEqual({ ok: true, value: null });
  expect(await db.member.findFirst({ where: { userId: member.userId }, select: { name: true, timeZone: true, role: true } })).toEqual({
    name: "Maya L.",
    timeZone: "Asia/Tokyo",
    role: "rep",
  });
  expect(await db.event.count({ where: { orgId: member.orgId, kind: "member.edited", subjectId: member.userId } })).toBe(1);
});
