import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";

import { deliverDue, type Rechecks } from "#lib/mail/deliver.ts";
import type { Message } from "#lib/mail/message.ts";
import { listMail } from "#lib/mail/queries.ts";
import { retryMail } from "#lib/mail/retry-mail.ts";
import { mostTries } from "#lib/mail/retry.ts";
import { sendMail } from "#lib/mail/send-mail.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue, queue } from "#lib/platform/queue.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { aMailServer, type MailServer, useMailServer } from "#tests/factories/mail-server.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

let server: MailServer | undefined;
let orgId: string;

const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 24 * 60);

async function serving(options: Parameters<typeof aMailServer>[0] = {}): Promise<MailServer> {
  server = await aMailServer(options);
  useMailServer(server);
  return server;
}

const letter = { subject: "Your answer", paragraphs: ["Here it is: https://crm.example.com/secret-link"], why: "You asked for it." };
const send = (over: Partial<Message> = {}, now = testNow) =>
  inTransaction({ now }, ({ tx }) =>
    sendMail(
      { tx, orgId, now },
      { kind: "data-request", to: { name: "Ana", address: "ana@vilar.example" }, language: "en", letter, ...over },
    ),
  );
const deliver = (at: Date, rechecks: Rechecks = {}) => deliverDue(rechecks, () => at);
const rowOf = ({ id }: { id: string }) => db.mail.findUniqueOrThrow({ where: { orgId_id: { orgId, id } } });

beforeEach(async () => {
  await db.mail.deleteMany();
  orgId = (await anOrganisation({ name: "Kelp Works" })).id;
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  useMailServer(null);
});
afterAll(() => closeQueue(1));

describe("a message", () => {
  test("is delivered once, says who we are and why, and keeps no words afterwards", async () => {
    const { taken } = await serving();
    await db.organisation.update({ where: { id: orgId }, data: { postalAddress: "Keizersgracht 1, Amsterdam" } });
    const mail = await send({ replyTo: "maya@kelp.example" });
    expect((await rowOf(mail)).text).toContain("secret-link");

    expect(await deliver(minutes(0))).toEqual({ sent: 1, failed: 0, dropped: 0 });
    expect(await deliver(minutes(60))).toEqual({ sent: 0, failed: 0, dropped: 0 });
    expect(taken).toHaveLength(1);
    const [got] = taken;
    expect(got!.from!.value).toEqual([{ name: "Kelp Works", address: "hello@tactful.example" }]);
    expect([got!.to].flat()[0]!.value).toEqual([{ name: "Ana", address: "ana@vilar.example" }]);
    expect([got!.replyTo!.text, got!.subject]).toEqual(["maya@kelp.example", "Your answer"]);
    expect(got!.html).toBe(false);
    for (const part of ["Hello Ana,", "https://crm.example.com/secret-link", "You asked for it.", "Kelp Works, Keizersgracht 1, Amsterdam"])
      expect(got!.text).toContain(part);
    expect(await rowOf(mail)).toMatchObject({
      state: "sent",
      sentAt: testNow,
      text: null,
      headers: {},
      attempts: 1,
      to: "ana@vilar.example",
    });
    expect(got!.messageId).toBe((await rowOf(mail)).messageId);
  });

  test("that is rolled back leaves neither a row nor a job", async () => {
    const { taken } = await serving();
    const boss = await queue();
    const before = (await boss.findJobs("mail", {})).length;
    const failing = inTransaction({ now: testNow }, async ({ tx }) => {
      await sendMail(
        { tx, orgId, now: testNow },
        { kind: "data-request", to: { name: null, address: "ana@vilar.example" }, language: "en", letter },
      );
      throw new Error("what caused it did not happen");
    });
    await expect(failing).rejects.toThrow("did not happen");
    expect(await db.mail.count({ where: { orgId } })).toBe(0);
    expect(await boss.findJobs("mail", {})).toHaveLength(before);
    await deliver(minutes(1));
    expect(taken).toEqual([]);
    await send();
    expect(await boss.findJobs("mail", {})).toHaveLength(before + 1);
  });

  test("waits while no mail server is configured, readable by admins, and leaves once there is one", async () => {
    useMailServer(null);
    const admin = await aMember({ id: orgId }, { role: "admin" });
    const mail = await send();
    expect(await deliver(minutes(5))).toEqual({ sent: 0, failed: 0, dropped: 0 });
    expect((await listMail(admin, { state: null, cursor: null })).rows).toMatchObject([
      { state: "queued", attempts: 0, text: expect.stringContaining("secret-link") },
    ]);
    const { taken } = await serving();
    expect((await listMail(admin, { state: null, cursor: null })).rows).toMatchObject([{ text: null, hasWords: true }]);
    await deliver(minutes(6));
    expect([taken.length, (await rowOf(mail)).state]).toEqual([1, "sent"]);
  });

  test("loses its words after a week, and is then given up", async () => {
    const mail = await send();
    await deliver(days(6));
    expect((await rowOf(mail)).text).not.toBeNull();
    await deliver(new Date(days(7).getTime() + 1));
    expect(await rowOf(mail)).toMatchObject({ state: "failed", text: null, headers: {}, lastError: expect.stringContaining("seven days") });
    const admin = await aMember({ id: orgId }, { role: "admin" });
    expect(await retryMail(aContext(admin), { mailId: mail.id })).toMatchObject({ ok: false, problem: { code: "conflict" } });
  });
});

describe("when the server does not take it", () => {
  test("for now, it is tried again later and later, then kept for an admin, who can start it anew", async () => {
    let isOpen = false;
    const { taken, offered } = await serving({ answer: () => (isOpen ? null : { code: 451, text: "Try again later" }) });
    const mail = await send();
    const waits: number[] = [];
    let now = testNow;
    for (let attempt = 1; attempt < mostTries; attempt += 1) {
      await deliver(now);
      const { state, nextTryAt, lastError } = await rowOf(mail);
      expect([state, lastError]).toEqual(["queued", expect.stringContaining("Try again later")]);
      waits.push(nextTryAt.getTime() - now.getTime());
      await deliver(new Date(nextTryAt.getTime() - 1));
      expect(offered()).toBe(attempt);
      now = nextTryAt;
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    await deliver(now);
    expect(await rowOf(mail)).toMatchObject({ state: "failed", attempts: mostTries });
    await deliver(days(5));
    expect(offered()).toBe(mostTries);
    expect(await db.event.count({ where: { orgId, kind: "mail.failed", subjectId: mail.id } })).toBe(1);

    const admin = await aMember({ id: orgId }, { role: "admin" });
    isOpen = true;
    expect(await retryMail(aContext(admin, days(5)), { mailId: mail.id })).toEqual({ ok: true, value: null });
    expect(await retryMail(aContext(admin, days(5)), { mailId: mail.id })).toMatchObject({ ok: false, problem: { code: "conflict" } });
    await deliver(days(5));
    expect([taken.length, (await rowOf(mail)).state]).toEqual([1, "sent"]);
  });

  test.each([
    ["refuses the message for good", { answer: () => ({ code: 554, text: "Not wanted" }) }],
    ["does not know the recipient", { recipient: () => ({ code: 550, text: "No such user" }) }],
  ])("because it %s, nothing is repeated", async (_what, options) => {
    await serving(options);
    const mail = await send();
    expect(await deliver(minutes(0))).toEqual({ sent: 0, failed: 1, dropped: 0 });
    expect(await rowOf(mail)).toMatchObject({ state: "failed", attempts: 1, lastError: expect.stringMatching(/Not wanted|No such user/) });
  });

  test("because our sign-in is wrong or nobody answers, the message is not to blame", async () => {
    const { url } = await serving({ password: "right" });
    process.env.SMTP_URL = url.replace("right", "wrong");
    const mail = await send();
    await deliver(minutes(0));
    expect(await rowOf(mail)).toMatchObject({ state: "queued", lastError: expect.stringContaining("535") });
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    await deliver(minutes(2));
    expect(await rowOf(mail)).toMatchObject({ state: "queued", attempts: 2, lastError: expect.stringContaining("ECONNREFUSED") });
    process.env.SMTP_URL = url;
    await deliver(minutes(20));
    expect((await rowOf(mail)).state).toBe("sent");
  });

  test("one message after the other: a refused one keeps none of the others back", async () => {
    const { taken } = await serving({ recipient: (address) => (address.startsWith("gone") ? { code: 550, text: "No such user" } : null) });
    await send({ to: { name: null, address: "gone@vilar.example" } });
    await send();
    expect(await deliver(minutes(0))).toEqual({ sent: 1, failed: 1, dropped: 0 });
    expect(taken).toHaveLength(1);
  });
});

describe("several workers", () => {
  test("share the work, each message going once", async () => {
    const { taken } = await serving();
    for (let i = 0; i < 40; i += 1) await send();
    const done = await Promise.all(Array.from({ length: 4 }, () => deliver(minutes(1))));
    expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(40);
    expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(40);
    expect(taken).toHaveLength(40);
  });

  test.each([
    ["a yes", null, 2],
    ["a no", { code: 451, text: "Too late" }, 1],
  ])(
    "one taken for dead is replaced after its lease; coming back with %s it changes nothing, and a repetition can be told",
    async (_what, late, times) => {
      let release = (_reply: { code: number; text: string } | null) => {};
      const hanging = new Promise<{ code: number; text: string } | null>((resolve) => (release = resolve));
      const { taken, offered } = await serving({ answer: (count) => (count === 1 ? hanging : null) });
      const mail = await send();
      const first = deliver(minutes(0));
      await expect.poll(offered).toBe(1);
      expect(await deliver(minutes(9))).toEqual({ sent: 0, failed: 0, dropped: 0 });
      expect(await deliver(minutes(10))).toEqual({ sent: 1, failed: 0, dropped: 0 });
      const done = await rowOf(mail);
      release(late);
      await first;
      expect(await rowOf(mail)).toEqual(done);
      expect(done).toMatchObject({ state: "sent", attempts: 2 });
      expect(taken.map(({ messageId }) => messageId)).toEqual(Array.from({ length: times }, () => done.messageId));
    },
  );
});

describe("what is about a person", () => {
  test("is looked at once more inside the claim, and not sent when it is no longer welcome", async () => {
    const { taken } = await serving();
    const prospect = await aProspect(await aMember({ id: orgId }));
    const mail = await send({ kind: "ask", prospectId: prospect.id });
    expect(await deliver(minutes(0), { ask: () => Promise.resolve("They asked us to stop.") })).toEqual({ sent: 0, failed: 0, dropped: 1 });
    expect(await rowOf(mail)).toMatchObject({ state: "dropped", text: null, headers: {}, lastError: "They asked us to stop." });
    expect(taken).toEqual([]);
  });

  test("and was not asked for, carries one-click unsubscribing with a token of its own, kept as a hash", async () => {
    const { taken, raw } = await serving();
    const prospect = await aProspect(await aMember({ id: orgId }));
    const first = await send({ kind: "ask", prospectId: prospect.id });
    await send({ kind: "ask", prospectId: prospect.id });
    await deliver(minutes(0));
    const tokens = raw.map(
      (text) => /^List-Unsubscribe: <http:\/\/127\.0\.0\.1:3000\/preferences\/one-click\/([\w-]{64})>\r?$/m.exec(text)?.[1],
    );
    expect(new Set(tokens.filter(Boolean)).size).toBe(2);
    expect(taken.every(({ headers }) => headers.has("list"))).toBe(true);
    expect(raw.every((text) => /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m.test(text))).toBe(true);
    const row = await rowOf(first);
    expect(row.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(tokens[0]);

    const asked = await send();
    await deliver(minutes(1));
    expect(raw.at(-1)).not.toContain("List-Unsubscribe");
    expect((await rowOf(asked)).tokenHash).toBeNull();
  });
});

describe("nothing that is typed reaches a header", () => {
  test.each([
    ["quotes and commas", 'Ana "the boss" Montenegro, <evil@example.com>'],
    ["line breaks", "Ana\r\nBcc: evil@example.com"],
    ["other scripts", "Ана Монтенегро 安娜"],
  ])("a name with %s names one recipient", async (_what, name) => {
    const { taken, raw } = await serving();
    await send({ to: { name, address: "ana@vilar.example" }, letter: { ...letter, subject: "Hi\r\nBcc: evil@example.com" } });
    await deliver(minutes(0));
    expect(taken[0]!.bcc).toBeUndefined();
    expect([taken[0]!.to].flat()[0]!.value).toEqual([{ name: name.replace(/\s+/g, " "), address: "ana@vilar.example" }]);
    expect(taken[0]!.subject).toBe("Hi Bcc: evil@example.com");
    expect(raw[0]).not.toMatch(/^bcc:/im);
  });

  test.each(["ana@vilar.example\r\nBcc: x@example.com", "ana@vilar.example, x@example.com", "<x@example.com>"])(
    "an address that is more than one is refused: %j",
    async (address) => {
      await expect(send({ to: { name: null, address } })).rejects.toThrow("one address");
      expect(await db.mail.count({ where: { orgId } })).toBe(0);
    },
  );

  test("addresses in other scripts arrive as they are", async () => {
    const { taken } = await serving();
    await send({ to: { name: "José", address: "josé@correo.example" } });
    await send({ to: { name: null, address: "ana@bücher.example" } });
    expect(await deliver(minutes(0))).toEqual({ sent: 2, failed: 0, dropped: 0 });
    const to = taken.map(({ to }) => [to].flat()[0]!.value[0]!.address!.replace("xn--bcher-kva", "bücher"));
    expect(to.toSorted()).toEqual(["ana@bücher.example", "josé@correo.example"]);
  });
});

describe("the outbox", () => {
  test("is for admins, of their own organisation only", async () => {
    useMailServer(null);
    const [admin, manager, rep] = await Promise.all((["admin", "manager", "rep"] as const).map((role) => aMember({ id: orgId }, { role })));
    const stranger = await aMember(await anOrganisation(), { role: "admin" });
    const mail = await send();
    await db.mail.update({ where: { orgId_id: { orgId, id: mail.id } }, data: { state: "failed" } });
    for (const actor of [manager!, rep!, stranger]) expect((await listMail(actor, { state: null, cursor: null })).rows).toEqual([]);
    for (const actor of [manager!, rep!])
      expect(await retryMail(aContext(actor), { mailId: mail.id })).toEqual({ ok: false, problem: { code: "forbidden" } });
    expect(await retryMail(aContext(stranger), { mailId: mail.id })).toEqual({ ok: false, problem: { code: "not-found" } });
    expect((await rowOf(mail)).state).toBe("failed");
    expect((await listMail(admin!, { state: "failed", cursor: null })).rows).toHaveLength(1);
    expect((await listMail(admin!, { state: "sent", cursor: null })).rows).toEqual([]);
  });

  test("is read page by page, forwards and back", async () => {
    const admin = await aMember({ id: orgId }, { role: "admin" });
    for (let i = 0; i < 51; i += 1) await send({}, minutes(i));
    const first = await listMail(admin, { state: null, cursor: null });
    const second = await listMail(admin, { state: null, cursor: first.next });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 1, null]);
    expect((await listMail(admin, { state: null, cursor: second.previous })).rows).toEqual(first.rows);
  });

  test("keeps the database's own rules: nothing delivered has words, nothing waiting has none", async () => {
    const mail = await send();
    const where = { orgId_id: { orgId, id: mail.id } };
    await expect(db.mail.update({ where, data: { state: "sent", sentAt: testNow } })).rejects.toThrow("Mail_words");
    await expect(db.mail.update({ where, data: { text: null } })).rejects.toThrow("Mail_words");
    await expect(db.mail.update({ where, data: { to: "ana@vilar.example\r\nBcc: x@example.com" } })).rejects.toThrow("Mail_lines");
    await expect(db.mail.update({ where, data: { subject: "Hi\nBcc: x@example.com" } })).rejects.toThrow("Mail_lines");
    await expect(db.mail.update({ where, data: { tokenHash: "a token itself" } })).rejects.toThrow("Mail_hash");
  });
});
