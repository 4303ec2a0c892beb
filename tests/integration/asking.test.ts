import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { recordConsent } from "#lib/consent/record-consent.ts";
import { aboutProspect, deliverDue, type Rechecks } from "#lib/mail/deliver.ts";
import { findLastAsk } from "#lib/mail/queries.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { type AskProspect, askProspect } from "#lib/preferences/ask-prospect.ts";
import { issueLink } from "#lib/preferences/issue-link.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { findByToken, openLink } from "#lib/preferences/find-by-token.ts";
import { mayNotAsk } from "#lib/preferences/may-ask.ts";
import { NoteTerms, noteTerms } from "#lib/preferences/note-terms.ts";
import { findAskable, listTermVersions } from "#lib/preferences/queries.ts";
import { aLink } from "#tests/factories/links.ts";
import { aMailServer, useMailServer } from "#tests/factories/mail-server.ts";
import { aWelcomePlan, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";
import { logged } from "#tests/factories/touches.ts";
import { lockPerson } from "#lib/prospects/lock-person.ts";

const days = (count: number) => new Date(testNow.getTime() + count * 86_400_000);
const refused = (sentence: string) => ({ ok: false, problem: { code: "conflict", sentence: expect.stringContaining(sentence) } });
const notFound = { ok: false, problem: { code: "not-found" } };

let rep: Actor & { email: string };
let prospect: Awaited<ReturnType<typeof aProspect>>;

beforeEach(async () => {
  useMailServer(null);
  await db.mail.deleteMany();
  rep = await aMember(await anOrganisation());
  prospect = await aProspect(rep);
});
afterAll(() => closeQueue(1));

const ask = (actor: Actor = rep, whom: { id: string } = prospect, now = testNow, basis: AskProspect["basis"] = "work_role") =>
  askProspect(aContext(actor, now), { prospectId: whom.id, basis, note: null });
const mails = () => db.mail.findMany({ where: { orgId: rep.orgId }, orderBy: { id: "asc" } });
const tokenIn = (text: string | null) => /\/preferences\/([\w-]{64})/.exec(text ?? "")![1]!;
const choose = async (token: string, choice: unknown, now = testNow) =>
  choosePreferences((await openLink(token, now))!, Choice.parse(choice));
const mailOnly = { action: "save", channels: ["email"], rate: "1/month", days: [], hours: { when: "any" }, timeZone: "Europe/Lisbon" };

describe("asking how they want to be contacted (C1)", () => {
  test("mails them their own link, in their language; nobody here gets to see it", async () => {
    await db.prospect.update({ where: { orgId_id: { orgId: rep.orgId, id: prospect.id } }, data: { language: "de-AT" } });
    const outcome = await ask();
    const [mail] = await mails();
    expect(outcome).toEqual({ ok: true, value: { mailId: mail!.id } });
    expect(mail).toMatchObject({
      kind: "ask",
      to: prospect.email,
      replyTo: rep.email,
      language: "de",
      subject: "Wie möchten Sie von uns hören?",
      prospectId: prospect.id,
    });
    expect(mail!.text).toContain(`Guten Tag ${prospect.name}`);
    expect(await findByToken(tokenIn(mail!.text), testNow)).toMatchObject({ name: prospect.name });
    const events = await db.event.findMany({ where: { orgId: rep.orgId, kind: "preferences.asked" } });
    expect(events).toMatchObject([{ prospectId: prospect.id, actorId: rep.userId, subjectId: mail!.id }]);
    expect(JSON.stringify([outcome, events, await db.preferenceLink.findMany({ where: { orgId: rep.orgId } })])).not.toContain(
      tokenIn(mail!.text),
    );
    expect(await findLastAsk(rep, prospect.id)).toEqual({ at: testNow, state: "queued" });
  });

  test("a yes by the link that went to their mailbox is confirmed by it; by a link handed over it is not (double opt-in, C9)", async () => {
    await ask();
    await choose(tokenIn((await mails())[0]!.text), { ...mailOnly, channels: ["email", "phone"] });
    const yes = (prospectId: string) =>
      db.consentEvent.findMany({
        where: { orgId: rep.orgId, prospectId, status: "express" },
        select: { channel: true, doubleOptInAt: true },
        orderBy: { channel: "asc" },
      });
    expect(await yes(prospect.id)).toEqual([
      { channel: "email", doubleOptInAt: testNow },
      { channel: "phone", doubleOptInAt: null },
    ]);
    const other = await aProspect(rep);
    await choose(await aLink(other, { addressSince: null }), mailOnly);
    expect(await yes(other.id)).toEqual([{ channel: "email", doubleOptInAt: null }]);
  });

  test("at most once in thirty days, whoever asks and under whichever record; one that did not arrive does not count", async () => {
    const twin = await aProspect(rep, { email: prospect.email, phone: null });
    expect((await ask()).ok).toBe(true);
    const colleague = await aMember({ id: rep.orgId }, { team: { id: rep.teamId } });
    for (const [actor, whom] of [
      [rep, prospect],
      [colleague, prospect],
      [rep, twin],
    ] as const)
      expect(await ask(actor, whom, days(29))).toEqual(refused("Once in 30 days"));
    expect((await ask(rep, twin, days(30))).ok).toBe(true);
    await db.mail.updateMany({ where: { orgId: rep.orgId }, data: { state: "failed" } });
    expect((await ask(rep, prospect, days(31))).ok).toBe(true);
  });

  test("ten at the same instant make one message", async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => ask()));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ["a stop of their own", () => answered({ action: "stop" }), "asked us to stop"],
    [
      "a stop a rep heard",
      () => logged(rep, prospect.id, { channel: "phone", direction: "in", disposition: "asked_to_stop", theySaid: "No more, please" }),
      "asked us to stop",
    ],
    ["a stop under another record", stopElsewhere, "must not be contacted"],
    ["a no to e-mail", () => answered({ action: "stop-channel", channel: "email" }), "no to e-mail"],
    ["a pause", () => answered({ action: "pause", for: "1-month" }), "asked for a pause"],
    ["a day they named", () => answered({ action: "call-back", on: "2027-05-18" }), "18 May 2027"],
    ["an answer of their own", () => answered(mailOnly), "told us themselves"],
    ["a note that they want no e-mail", () => note({ channels: ["phone"] }), "do not want e-mail"],
    ["an archived record", () => db.prospect.updateMany({ where: { id: prospect.id }, data: { archivedAt: testNow } }), "archived"],
    ["no address", () => db.contactPoint.deleteMany({ where: { prospectId: prospect.id, kind: "email" } }), "no e-mail address"],
  ])("is refused after %s", async (_what, happen, sentence) => {
    await happen();
    expect(await ask()).toEqual(refused(sentence));
    expect(await mails()).toEqual([]);
    expect(await db.event.count({ where: { orgId: rep.orgId, kind: "preferences.asked" } })).toBe(0);
  });

  test("what changed after the message was written keeps it back: looked at again inside the claim", async () => {
    const server = await aMailServer();
    useMailServer(server);
    await ask();
    await answered({ action: "pause", for: "1-month" });
    expect(await deliverDue(rechecks, () => days(1))).toEqual({ sent: 0, failed: 0, dropped: 1 });
    const other = await aProspect(rep);
    await ask(rep, other);
    expect(await deliverDue(rechecks, () => days(1))).toEqual({ sent: 1, failed: 0, dropped: 0 });
    expect(server.taken.map(({ to }) => [to].flat()[0]!.text)).toEqual([expect.stringContaining(other.email!)]);
    await server.close();
  });

  test("waits for a choice that is being made, and then keeps to it", async () => {
    const server = await aMailServer();
    useMailServer(server);
    await ask();
    let commit = () => {};
    const choosing = new Promise<void>((resolve) => (commit = resolve));
    const stop = { prospectId: prospect.id, channel: "any", status: "objected", saidBy: "person", method: "preference_link" } as const;
    const stopping = inTransaction({}, async ({ tx }) => {
      const place = { tx, orgId: rep.orgId, actorId: null, now: testNow };
      await lockPerson(place, prospect.id);
      await recordConsent(place, [stop]);
      await choosing;
    });
    const delivering = deliverDue(rechecks, () => days(1));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(server.offered()).toBe(0);
    commit();
    await stopping;
    expect(await delivering).toEqual({ sent: 0, failed: 0, dropped: 1 });
    expect(server.offered()).toBe(0);
    await server.close();
  });

  describe("held against the law of their place (C9)", () => {
    const living = (over: object) => db.prospect.updateMany({ where: { id: prospect.id }, data: over });
    const askable = async () => [...(await findAskable(aContext(rep), [prospect.id]))];
    const lines = () => db.consentEvent.findMany({ where: { prospectId: prospect.id }, include: { contactPoint: true } });

    test("where the law wants a reason, one is stated, kept, and carries until the message leaves", async () => {
      expect(await askable()).toEqual([]);
      expect(await ask(rep, prospect, testNow, null)).toEqual(refused("or state why we may"));
      expect(await mails()).toEqual([]);
      expect(await ask(rep, prospect, testNow, "gave_address")).toMatchObject({ ok: true });
      expect(await lines()).toMatchObject([
        { channel: "email", status: "implied", basis: "gave_address", saidBy: "rep", contactPoint: { value: prospect.email } },
      ]);
      const server = await aMailServer();
      useMailServer(server);
      expect(await deliverDue(rechecks, () => testNow)).toEqual({ sent: 1, failed: 0, dropped: 0 });
      await server.close();
    });

    test("where it wants their consent, no reason but a sale does, and the link is handed over", async () => {
      await living({ country: "DE" });
      expect(await askable()).toEqual([]);
      for (const basis of [null, "work_role", "inquiry"] as const)
        expect(await ask(rep, prospect, testNow, basis)).toEqual(refused("Germany, electronic messages"));
      expect(await ask(rep, prospect, testNow, null)).toEqual(refused("Hand them their link yourself, in person or by phone"));
      expect(await lines()).toEqual([]);
      expect(await issueLink(aContext(rep), { prospectId: prospect.id })).toMatchObject({ ok: true });
      expect(await ask(rep, prospect, testNow, "customer")).toMatchObject({ ok: true });
    });

    test("where they agreed, or no consent is asked for, nothing is stated and a link goes by mail alone", async () => {
      await living({ country: "US" });
      expect(await askable()).toEqual([prospect.id]);
      expect(await issueLink(aContext(rep), { prospectId: prospect.id })).toEqual(refused("They have an e-mail address"));
      expect(await ask(rep, prospect, testNow, null)).toMatchObject({ ok: true });
      expect(await lines()).toEqual([]);
    });
  });

  test("is for those who may see the record", async () => {
    const stranger = await aMember(await anOrganisation(), { role: "admin" });
    const otherTeam = await aMember({ id: rep.orgId }, { team: await aTeam({ id: rep.orgId }) });
    for (const actor of [stranger, otherTeam]) {
      expect(await ask(actor)).toEqual(notFound);
      expect(await note({}, actor)).toEqual(notFound);
      expect(await findLastAsk(actor, prospect.id)).toBeNull();
    }
    expect(await mails()).toEqual([]);
    expect((await ask(await aMember({ id: rep.orgId }, { role: "manager", team: await aTeam({ id: rep.orgId }) }))).ok).toBe(true);
  });
});

const rechecks: Rechecks = { ask: aboutProspect((place, { id, prospectId }) => mayNotAsk(place, prospectId, { except: id })) };
const answered = async (choice: object, whom = prospect) => choose(await aLink(whom), choice);

/** A record made after the stop, which nothing ties to it but the hash of their address. */
async function stopElsewhere() {
  const twin = await aProspect(rep, { email: prospect.email, phone: null });
  await answered({ action: "stop" }, twin);
  await db.contactPoint.deleteMany({ where: { prospectId: twin.id } });
  prospect = await aProspect(rep, { email: prospect.email, phone: null });
}

const note = (over: object, actor: Actor = rep, now = testNow) =>
  noteTerms(
    aContext(actor, now),
    NoteTerms.parse({
      prospectId: prospect.id,
      words: "Mail only, mornings",
      method: "call",
      rate: "any",
      hours: { when: "any" },
      ...over,
    }),
  );
const held = () => db.followUp.count({ where: { orgId: rep.orgId, state: "held" } });

describe("noting what they said", () => {
  test("counts at once, on a rep's word, with their words as evidence; their page confirms it", async () => {
    expect((await plan(rep, aWelcomePlan(prospect.id))).ok).toBe(true);
    expect(await note({ channels: ["phone"], hours: { when: "morning" } })).toEqual({ ok: true, value: { taken: 1 } });
    expect(await held()).toBe(1);
    expect(await listTermVersions(rep, prospect.id)).toMatchObject([{ saidBy: "rep", channels: ["phone"], hours: { from: 8, to: 12 } }]);
    const lines = await db.consentEvent.findMany({ where: { orgId: rep.orgId, status: "terms" } });
    expect(lines).toMatchObject([
      { status: "terms", channel: "any", saidBy: "rep", method: "call", evidence: "Mail only, mornings", collectedById: rep.userId },
    ]);

    expect(await note({ channels: ["phone"], hours: { when: "morning" } })).toEqual({ ok: true, value: { taken: 0 } });
    expect(await listTermVersions(rep, prospect.id)).toHaveLength(1);

    await note({ channels: ["phone", "email"] });
    await answered({ ...mailOnly, channels: ["phone", "email"] });
    expect(await listTermVersions(rep, prospect.id)).toMatchObject([{ saidBy: "person" }, { saidBy: "rep" }, { saidBy: "rep" }]);
  });

  test.each([
    ["another channel", { channels: ["email", "phone"] }, "channels"],
    ["any channel", { channels: [] }, "channels"],
    ["more often", { channels: ["email"], rate: "2/month" }, "rate"],
    ["as often, in a shorter time", { channels: ["email"], rate: "1/week" }, "rate"],
    ["without a limit", { channels: ["email"], rate: "any" }, "rate"],
    ["other days", { channels: ["email"], rate: "1/month", days: ["5"] }, "days"],
    ["any day", { channels: ["email"], rate: "1/month" }, "days"],
    ["other hours", { channels: ["email"], rate: "1/month", days: ["2"], hours: { when: "afternoon" } }, "hours"],
  ])("never allows %s than they said themselves", async (_what, wider, field) => {
    await answered({ ...mailOnly, days: ["2", "3"], hours: { when: "morning" } });
    expect(await note(wider)).toMatchObject({
      ok: false,
      problem: { code: "invalid", fields: { [field]: [expect.stringContaining("They said themselves: E-mail only")] } },
    });
    expect(await listTermVersions(rep, prospect.id)).toHaveLength(1);
    expect(
      await note({ channels: ["email"], rate: "1/quarter", days: ["3"], hours: { when: "between", from: "9", to: "11" } }),
    ).toMatchObject({ ok: true });
    // a later note is measured by their own word, not by the earlier note
    expect(await note({ channels: ["email"], rate: "1/month", days: ["2", "3"], hours: { when: "morning" } })).toMatchObject({ ok: true });
  });

  test("keeps a pause they asked for, and touches nothing after a stop", async () => {
    await answered({ action: "pause", for: "1-month" });
    expect(await note({ channels: ["email"] })).toMatchObject({ ok: true });
    expect(await listTermVersions(rep, prospect.id)).toMatchObject([{ saidBy: "rep", pausedUntil: "2026-12-18" }, { saidBy: "person" }]);
    await answered({ action: "stop" });
    expect(await note({ channels: ["email"] })).toEqual(refused("asked us to stop"));
  });
});
