import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { acceptInvitation } from "#lib/people/accept-invitation.ts";
import { forgotPassword, LostPasswordJob, mailLostPassword } from "#lib/people/forgot-password.ts";
import { inviteMember } from "#lib/people/invite-member.ts";
import { findInvitation } from "#lib/people/queries.ts";
import { resetMember } from "#lib/people/reset-member.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue, queue } from "#lib/platform/queue.ts";
import { useMailServer } from "#tests/factories/mail-server.ts";
import { aContext, aMember, anOrganisation, testNow } from "#tests/factories/records.ts";
import { givePassword, signInAs, testPassword } from "#tests/factories/sign-in.ts";

type Person = Actor & { email: string };
let admin: Person;
let rep: Person;
const password = "a few words in a row";
const hours = (count: number) => new Date(testNow.getTime() + count * 3_600_000);

beforeEach(async () => {
  useMailServer(null);
  await db.mail.deleteMany();
  await db.rateLimit.deleteMany();
  await (await queue()).deleteAllJobs("lost-password");
  const organisation = await anOrganisation({ name: "Kelp Works" });
  admin = await aMember(organisation, { role: "admin", name: "Inês" });
  rep = await aMember(organisation, { name: "Maya" });
  await givePassword(rep);
});
afterAll(async () => {
  useMailServer(null);
  await closeQueue(1);
});

const invitee = () => ({
  name: "Łukasz",
  email: `new-${crypto.randomUUID()}@example.com`,
  role: "rep" as const,
  teamId: admin.teamId,
  language: "de" as const,
});
const tokenIn = (text: string | null) => /\/invitations\/([\w-]{64})/.exec(text ?? "")![1]!;
const mails = () => db.mail.findMany({ orderBy: { id: "asc" } });

describe("where mail is sent", () => {
  beforeEach(() => useMailServer({ url: "smtp://127.0.0.1:1" }));

  test("an invitation goes to its owner alone, in the language chosen for them, and lets them in", async () => {
    const input = invitee();
    const outcome = await inviteMember(aContext(admin), input);
    expect(outcome).toEqual({ ok: true, value: { mailedTo: input.email, name: "Łukasz", expiresAt: expect.any(Date) } });
    const [mail] = await mails();
    expect(mail).toMatchObject({
      kind: "invitation",
      to: input.email,
      subject: "Kelp Works lädt Sie zu Tactful ein",
      prospectId: null,
    });
    const token = tokenIn(mail!.text);
    expect(JSON.stringify(outcome)).not.toContain(token);
    expect(await acceptInvitation({ now: testNow }, { token, password })).toEqual({ ok: true, value: { email: input.email } });
  });

  test("a reset by an admin goes to its owner, and has ended the old password", async () => {
    expect(await resetMember(aContext(admin), { userId: rep.userId })).toMatchObject({ ok: true, value: { mailedTo: rep.email } });
    await expect(signInAs(rep)).rejects.toThrow("401");
    const [mail] = await mails();
    expect(mail).toMatchObject({ kind: "password-reset", to: rep.email });
    expect(mail!.text).toContain("Inês has reset your sign-in");
    await acceptInvitation({ now: testNow }, { token: tokenIn(mail!.text), password });
    await signInAs(rep, password);
  });

  test("what was refused mails nothing", async () => {
    expect((await inviteMember(aContext(rep), invitee())).ok).toBe(false);
    expect((await inviteMember(aContext(admin), { ...invitee(), email: rep.email })).ok).toBe(false);
    expect((await resetMember(aContext(rep), { userId: admin.userId })).ok).toBe(false);
    expect(await mails()).toEqual([]);
  });
});

test("where no mail is sent the admin is shown the link, and nothing stands in the outbox", async () => {
  expect(await inviteMember(aContext(admin), invitee())).toMatchObject({
    ok: true,
    value: { path: expect.stringContaining("/invitations/") },
  });
  expect(await resetMember(aContext(admin), { userId: rep.userId })).toMatchObject({ ok: true, value: { path: expect.any(String) } });
  expect(await mails()).toEqual([]);
});

const forgot = (email: string, { from = "192.0.2.1", now = testNow, languages = "fr" as string | null } = {}) =>
  forgotPassword({ now, from, languages }, { email });
const jobs = async () => (await (await queue()).findJobs("lost-password", {})).map(({ data }) => LostPasswordJob.parse(data));
async function afterJobs(now = testNow) {
  for (const job of await jobs()) await mailLostPassword({ now }, job);
  return mails();
}

describe("a forgotten password", () => {
  test("is replaced by a link that works once, for two hours; until then everything stays", async () => {
    await signInAs(rep);
    expect(await forgot(rep.email)).toEqual({ ok: true, value: null });
    const [mail] = await afterJobs();
    expect(mail).toMatchObject({ kind: "password-reset", to: rep.email, language: "fr", orgId: rep.orgId });
    const token = tokenIn(mail!.text);
    await signInAs(rep);
    expect(await db.session.count({ where: { userId: rep.userId } })).toBeGreaterThan(0);
    expect(await findInvitation(token, hours(2))).toBeNull();
    expect(await acceptInvitation({ now: hours(1.9) }, { token, password })).toMatchObject({ ok: true });
    expect(await acceptInvitation({ now: hours(1.9) }, { token, password: testPassword })).toMatchObject({ ok: false });
    expect(await db.session.count({ where: { userId: rep.userId } })).toBe(0);
    await signInAs(rep, password);
  });

  test("answers alike whether there is an account, none, or one that was deactivated", async () => {
    const gone = await aMember({ id: rep.orgId }, { deactivatedAt: testNow });
    const answers = [await forgot(rep.email), await forgot("nobody@nowhere.example"), await forgot(gone.email)];
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect([(await jobs()).length, await db.mail.count()]).toEqual([3, 0]);
    expect((await afterJobs()).map(({ to }) => to)).toEqual([rep.email]);
  });

  test("is mailed three times an hour at most; one network may try twenty addresses", async () => {
    for (let i = 0; i < 5; i += 1) expect((await forgot(rep.email, { from: `192.0.2.${i}` })).ok).toBe(true);
    expect(await jobs()).toHaveLength(3);
    for (let i = 0; i < 20; i += 1) expect((await forgot(`x${i}@nowhere.example`, { from: "198.51.100.1" })).ok).toBe(true);
    expect(await forgot("x20@nowhere.example", { from: "198.51.100.1" })).toMatchObject({ ok: false, problem: { code: "too-many" } });
  });
});
