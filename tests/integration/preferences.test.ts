import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";

import { hashAddress } from "#lib/consent/hash-address.ts";
import { recordConsent } from "#lib/consent/record-consent.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { findByToken, openLink } from "#lib/preferences/find-by-token.ts";
import { issueLink } from "#lib/preferences/issue-link.ts";
import { listTermVersions } from "#lib/preferences/queries.ts";
import { revokeLinks } from "#lib/preferences/revoke-links.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { aLink } from "#tests/factories/links.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 24 * 60);

async function aSetting() {
  const rep = await aMember(await anOrganisation());
  const prospect = await aProspect(rep);
  return { rep, prospect, token: await aLink(prospect) };
}

async function choose(token: string, choice: unknown, now = testNow) {
  const guest = await openLink(token, now);
  return choosePreferences(guest!, Choice.parse(choice));
}

const mailOnly = {
  action: "save",
  channels: ["email"],
  rate: "1/month",
  days: ["2", "3", "4"],
  hours: { when: "morning" },
  timeZone: "Europe/Lisbon",
};

async function plan(actor: Actor, prospect: { id: string }, over: Partial<Plan> = {}, now = testNow) {
  const wanted: Plan = {
    ...{ prospectId: prospect.id, channel: "email", at: days(1), ask: "reply", answersObjectionId: null, urgentFactId: null },
    offer: { kind: "news", assetId: null, text: "The audit rule for cold rooms changed on Monday" },
    helps: "It changes what the next audit asks of their cold rooms",
    draft: "Dear Ana, the rule changed. No reply needed.",
    basis: { kind: "work_role", note: "Public role" },
    ...over,
  };
  return planFollowUp(aContext(actor, now), { plan: wanted, clientKey: randomUUID() });
}

async function everything({ orgId, id }: { orgId: string; id: string }) {
  const where = { orgId, prospectId: id };
  const select = { channel: true, status: true, saidBy: true };
  return {
    ledger: await db.consentEvent.findMany({ where, select, orderBy: { id: "asc" } }),
    versions: await db.communicationPreference.findMany({ where, orderBy: { version: "asc" } }),
    suppressed: await db.suppression.findMany({
      where: { orgId, liftedAt: null },
      select: { kind: true, channel: true },
      orderBy: [{ kind: "asc" }, { channel: "asc" }],
    }),
    events: await db.event.findMany({
      where: { ...where, kind: { startsWith: "preferences." } },
      select: { kind: true, data: true },
      orderBy: { id: "asc" },
    }),
    followUps: await db.followUp.findMany({ where, select: { state: true, heldReason: true } }),
    prospect: await db.prospect.findUniqueOrThrow({ where: { orgId_id: { orgId, id } } }),
  };
}

const said = (rows: { channel: string; status: string }[]) => rows.map(({ channel, status }) => `${channel} ${status}`).toSorted();

describe("the link", () => {
  test("opening the page changes nothing, however often, and shows nothing that is ours", async () => {
    const { rep, prospect, token } = await aSetting();
    await plan(rep, prospect);
    const before = await everything(prospect);
    const pages = await Promise.all(Array.from({ length: 50 }, () => findByToken(token, testNow)));
    expect(await everything(prospect)).toEqual(before);
    expect(pages[0]).toMatchObject({
      name: prospect.name,
      contact: rep.name,
      terms: null,
      stoppedAt: null,
      planned: [],
    });
    expect(JSON.stringify(pages)).not.toContain("audit");
  });

  test("only its hash is kept; several work side by side; revoked, forged and borrowed ones open nothing", async () => {
    const { rep, prospect, token } = await aSetting();
    const second = await aLink(prospect);
    expect((await openLink(second, testNow))?.prospectId).toBe(prospect.id);
    expect(JSON.stringify(await db.preferenceLink.findMany({ where: { orgId: rep.orgId } }))).not.toContain(token);

    const other = await aSetting();
    const borrowed = Buffer.from(token, "base64url");
    Buffer.from(other.rep.orgId.replaceAll("-", ""), "hex").copy(borrowed);
    const forged = Array.from({ length: 200 }, () => Buffer.concat([borrowed.subarray(0, 16), randomBytes(32)]).toString("base64url"));
    for (const wrong of ["", "x", `${token}A`, token.slice(1), borrowed.toString("base64url"), ...forged]) {
      expect(await openLink(wrong, testNow)).toBeNull();
      expect(await findByToken(wrong, testNow)).toBeNull();
    }

    expect(await revokeLinks(aContext(rep), { prospectId: prospect.id })).toEqual({ ok: true, value: { revoked: 2 } });
    expect(await openLink(token, testNow)).toBeNull();
    expect(await findByToken(second, testNow)).toBeNull();
  });

  test("nobody makes or ends a link for a prospect they may not see, nor reads what was chosen", async () => {
    const { prospect, token } = await aSetting();
    await choose(token, mailOnly);
    const { rep: stranger } = await aSetting();
    expect(await issueLink(aContext(stranger), { prospectId: prospect.id })).toEqual({ ok: false, problem: { code: "not-found" } });
    expect(await revokeLinks(aContext(stranger), { prospectId: prospect.id })).toEqual({ ok: false, problem: { code: "not-found" } });
    expect(await listTermVersions(stranger, prospect.id)).toEqual([]);
  });
});

describe("each choice", () => {
  test("saving appends a yes or a no for every channel, with the words that were shown, and a version", async () => {
    const { rep, prospect, token } = await aSetting();
    expect(await choose(token, mailOnly)).toEqual({ ok: true, value: { action: "save", changed: true } });
    const { ledger, versions, events } = await everything(prospect);
    const no = ["linkedin", "mail", "meeting", "phone", "sms"].map((channel) => `${channel} withdrawn`);
    expect(said(ledger)).toEqual(["any terms", "email express", ...no].toSorted());
    expect(new Set(ledger.map(({ saidBy }) => saidBy))).toEqual(new Set(["person"]));
    expect(versions).toMatchObject([
      { version: 1, channels: ["email"], maxTouches: 1, maxPer: "month", days: [2, 3, 4], fromHour: 8, toHour: 12, saidBy: "person" },
    ]);
    expect(events.map(({ kind }) => kind)).toContain("preferences.chosen");
    const line = await db.consentEvent.findFirstOrThrow({ where: { orgId: rep.orgId, status: "express" } });
    expect(line).toMatchObject({ method: "preference_link", wordingVersion: "2026-11-27 en", basis: "consent" });
    expect(line.wording).toContain("Save my choices");
    expect(await listTermVersions(rep, prospect.id)).toMatchObject([{ channels: ["email"], rate: { max: 1, per: "month" } }]);
  });

  const paused = { action: "pause", for: "1-month" };
  const callBack = { action: "call-back", on: "2027-05-18" };
  test.each([
    ["save", mailOnly],
    ["pause", paused],
    ["pause until a day", { action: "pause", for: "date", until: "2027-01-04" }],
    ["call back", callBack],
    ["stop", { action: "stop" }],
  ])("%s: the same once more adds nothing", async (_name, choice) => {
    const { prospect, token } = await aSetting();
    expect(await choose(token, choice)).toMatchObject({ ok: true, value: { changed: true } });
    const once = await everything(prospect);
    expect(once.versions).toHaveLength(1);
    expect(await choose(token, choice, minutes(3))).toMatchObject({ ok: true, value: { changed: false } });
    const outcomes = await Promise.all([1, 2, 3].map(() => choose(token, choice, minutes(4))));
    expect(outcomes.every((outcome) => outcome.ok && !outcome.value.changed)).toBe(true);
    expect(await everything(prospect)).toEqual(once);
  });

  test("a later word adds a version and keeps the rest; both sides see the history", async () => {
    const { rep, prospect, token } = await aSetting();
    await choose(token, mailOnly);
    await choose(token, paused, minutes(1));
    await choose(token, { action: "resume" }, minutes(2));
    await choose(token, callBack, minutes(3));
    const versions = await listTermVersions(rep, prospect.id);
    expect(versions.map(({ pausedUntil, callBackOn }) => [pausedUntil, callBackOn])).toEqual([
      [null, "2027-05-18"],
      [null, null],
      ["2026-12-18", null],
      [null, null],
    ]);
    expect(versions.every(({ channels }) => channels?.join() === "email")).toBe(true);
    const { ledger } = await everything(prospect);
    expect(said(ledger)).toEqual(expect.arrayContaining(["any paused", "any resumed", "any call_back"]));
  });

  test("a day that has passed, or too far ahead, is declined at its field", async () => {
    const { prospect, token } = await aSetting();
    expect(await choose(token, { action: "pause", for: "date", until: "2026-11-18" })).toMatchObject({
      problem: { code: "invalid", fields: { until: ["dayPast"] } },
    });
    expect(await choose(token, { action: "call-back", on: "2126-11-19" })).toMatchObject({
      problem: { code: "invalid", fields: { on: [expect.any(String)] } },
    });
    expect((await everything(prospect)).versions).toEqual([]);
  });
});

describe("at once", () => {
  test("a pause takes planned follow-ups off in the same commit, with the reason the rep reads (C3)", async () => {
    const { rep, prospect, token } = await aSetting();
    expect((await plan(rep, prospect)).ok).toBe(true);
    await choose(token, { action: "pause", for: "2-weeks" });
    const { followUps, prospect: record, events } = await everything(prospect);
    expect(followUps).toEqual([{ state: "held", heldReason: expect.stringContaining("pause") }]);
    expect(record).toMatchObject({ nextAt: null, pausedUntil: new Date("2026-12-02T00:00:00Z") });
    expect(events).toContainEqual({ kind: "preferences.paused", data: { version: 1, taken: 1 } });
    expect(await findByToken(token, testNow)).toMatchObject({ planned: [], taken: 1 });
  });

  test("declining a channel holds what was planned on it, and only that", async () => {
    const { rep, prospect, token } = await aSetting();
    await plan(rep, prospect);
    await choose(token, { ...mailOnly, channels: ["phone"], rate: "any", days: [], hours: { when: "any" } });
    expect((await everything(prospect)).followUps).toEqual([{ state: "held", heldReason: expect.any(String) }]);
  });

  test("a stop hashes the addresses, holds the plans and is refused by the database to whoever writes (C4)", async () => {
    const { rep, prospect, token } = await aSetting();
    await plan(rep, prospect);
    const { decisionId } = await db.followUp.findFirstOrThrow({ where: { orgId: rep.orgId } });
    await choose(token, { action: "stop" });
    const { suppressed, followUps, prospect: record } = await everything(prospect);
    expect(suppressed).toEqual([
      { kind: "email", channel: "any" },
      { kind: "phone", channel: "any" },
    ]);
    expect(followUps).toEqual([{ state: "held", heldReason: expect.stringContaining("stop") }]);
    expect(record.stoppedAt).toEqual(testNow);
    const back = db.$executeRaw`UPDATE "FollowUp" SET state = 'scheduled', "decisionPassed" = true, "decisionId" = ${decisionId}::uuid WHERE "orgId" = ${rep.orgId}::uuid`;
    await expect(back).rejects.toThrow(/asked us to stop/);
    expect(await plan(rep, prospect)).toMatchObject({ ok: false, problem: { code: "refused" } });

    const { hashSalt } = await db.organisation.findUniqueOrThrow({ where: { id: rep.orgId } });
    const hash = hashAddress(hashSalt, "email", prospect.email!);
    expect(await db.suppression.count({ where: { orgId: rep.orgId, hash } })).toBe(1);
  });

  test("a stop reaches the same person under another record of the organisation", async () => {
    const { rep, prospect, token } = await aSetting();
    const twin = await aProspect(rep, { email: prospect.email, phone: null });
    await plan(rep, twin);
    await choose(token, { action: "stop" });
    expect((await everything(twin)).followUps).toMatchObject([{ state: "held" }]);
    expect(await plan(rep, twin)).toMatchObject({ ok: false, problem: { code: "refused" } });
  });

  test.each([
    ["pause", { action: "pause", for: "1-month" }],
    ["call-back", { action: "call-back", on: "2027-05-18" }],
    ["no e-mail", { ...mailOnly, channels: ["phone"] }],
  ])("%s holds on every record of the person, said once (C3)", async (_name, choice) => {
    const { rep, prospect, token } = await aSetting();
    const twin = await aProspect(rep, { email: prospect.email, phone: null });
    expect((await plan(rep, twin)).ok).toBe(true);
    await choose(token, choice);
    const { followUps, versions, ledger, events } = await everything(twin);
    expect([followUps, versions.length, events.length]).toEqual([[{ state: "held", heldReason: expect.any(String) }], 1, 1]);
    expect(await plan(rep, twin)).toMatchObject({ ok: false });
    expect(ledger.filter(({ status }) => status === "express")).toEqual([]);
    expect(await choose(token, choice, minutes(1))).toEqual({ ok: true, value: { action: choice.action, changed: false } });
    expect((await everything(twin)).ledger).toEqual(ledger);
  });

  test("what is taken back is taken back on every record; a yes lifts no stop elsewhere", async () => {
    const { rep, prospect, token } = await aSetting();
    const twin = await aProspect(rep, { email: prospect.email, phone: null });
    await choose(token, { action: "pause", for: "1-month" });
    await choose(token, { action: "resume" }, minutes(1));
    expect(await plan(rep, twin, {}, minutes(1))).toMatchObject({ ok: true });
    await choose(token, { action: "stop" }, minutes(2));
    expect((await everything(twin)).prospect.stoppedAt).toEqual(minutes(2));
    await choose(token, { action: "undo-stop" }, minutes(3));
    expect((await everything(twin)).prospect.stoppedAt).toBeNull();
    await choose(token, { action: "stop" }, minutes(4));
    await choose(token, mailOnly, minutes(20));
    expect((await everything(prospect)).prospect.stoppedAt).toBeNull();
    expect((await everything(twin)).prospect.stoppedAt).toEqual(minutes(4));
  });

  test.each(Array.from({ length: 10 }, (_, round) => round))(
    "two links of one person at the same instant both take effect (round %i)",
    async () => {
      const { rep, prospect, token } = await aSetting();
      const twin = await aProspect(rep, { email: prospect.email, phone: null });
      const other = await aLink(twin);
      await Promise.all([choose(token, { action: "pause", for: "1-month" }), choose(other, { action: "stop" })]);
      for (const record of [prospect, twin]) expect((await everything(record)).prospect.stoppedAt).toEqual(testNow);
    },
  );

  test.each(Array.from({ length: 10 }, (_, round) => round))(
    "a stop against people planning at the same instant leaves nothing scheduled (round %i)",
    async () => {
      const { rep, prospect, token } = await aSetting();
      await Promise.all([
        ...Array.from({ length: 6 }, () => plan(rep, prospect)),
        choose(token, { action: "stop" }),
        ...Array.from({ length: 6 }, () => plan(rep, prospect)),
      ]);
      expect((await everything(prospect)).followUps.filter(({ state }) => state === "scheduled")).toEqual([]);
    },
  );
});

describe("after a stop", () => {
  test("within ten minutes it can be undone: everything is as before, and what was taken off stays off", async () => {
    const { rep, prospect, token } = await aSetting();
    await choose(token, { ...mailOnly, days: [], hours: { when: "any" } });
    await plan(rep, prospect);
    await choose(token, { action: "stop" }, minutes(1));
    expect(await findByToken(token, minutes(5))).toMatchObject({ stoppedAt: minutes(1), undoUntil: minutes(11), taken: 1 });
    expect(await choose(token, { action: "undo-stop" }, minutes(11))).toMatchObject({ ok: true, value: { changed: true } });
    const { suppressed, versions, followUps, prospect: record } = await everything(prospect);
    expect(suppressed).toEqual([]);
    expect(versions.map(({ stopped, channels }) => [stopped, channels])).toEqual([
      [false, ["email"]],
      [true, ["email"]],
      [false, ["email"]],
    ]);
    expect(followUps).toMatchObject([{ state: "held" }]);
    expect(record.stoppedAt).toBeNull();
    expect(await plan(rep, prospect, {}, minutes(11))).toMatchObject({ ok: true });
    expect(await plan(rep, prospect, { channel: "phone" }, minutes(11))).toMatchObject({ ok: false });
    expect(await choose(token, { action: "undo-stop" }, minutes(11))).toMatchObject({ ok: false, problem: { code: "conflict" } });
  });

  test("after ten minutes only choosing channels anew lifts it, and only on those", async () => {
    const { rep, prospect, token } = await aSetting();
    await choose(token, { action: "stop" });
    for (const choice of [
      { action: "undo-stop" },
      { action: "resume" },
      { action: "pause", for: "2-weeks" },
      { action: "call-back", on: "2027-05-18" },
    ])
      expect(await choose(token, choice, minutes(11))).toMatchObject({ ok: false, problem: { code: "conflict" } });
    expect(await choose(token, { ...mailOnly, days: [], hours: { when: "any" } }, minutes(12))).toMatchObject({ ok: true });
    const { suppressed, prospect: record } = await everything(prospect);
    expect(record.stoppedAt).toBeNull();
    expect(suppressed).toEqual([
      { kind: "phone", channel: "phone" },
      { kind: "phone", channel: "sms" },
    ]);
    expect(await plan(rep, prospect, {}, minutes(13))).toMatchObject({ ok: true });
    expect(await plan(rep, prospect, { channel: "phone" }, minutes(13))).toMatchObject({ ok: false, problem: { code: "refused" } });
  });

  test("a stop that a rep recorded is not undone by the link, but lifted by the person's own yes", async () => {
    const { rep, prospect, token } = await aSetting();
    const stop = { prospectId: prospect.id, channel: "any", status: "objected", saidBy: "rep", method: "call" } as const;
    await inTransaction({}, ({ tx }) => recordConsent({ tx, orgId: rep.orgId, actorId: rep.userId, now: testNow }, [stop]));
    expect(await findByToken(token, minutes(1))).toMatchObject({ stoppedAt: testNow, undoUntil: null });
    expect(await choose(token, { action: "undo-stop" }, minutes(1))).toMatchObject({ ok: false });
    await choose(token, mailOnly, minutes(2));
    await choose(token, mailOnly, minutes(3));
    expect((await findByToken(token, minutes(4)))?.standings).toMatchObject({ email: { kind: "agreed" }, phone: { kind: "stopped" } });
    expect((await everything(prospect)).versions).toHaveLength(1);
    expect((await everything(prospect)).ledger.filter(({ channel }) => channel === "phone")).toHaveLength(1);
  });
});

test("what was said cannot be rewritten, not even by SQL (C9)", async () => {
  const { rep, token } = await aSetting();
  await choose(token, mailOnly);
  const { orgId } = rep;
  await expect(db.$executeRaw`UPDATE "ConsentEvent" SET status = 'express' WHERE "orgId" = ${orgId}::uuid`).rejects.toThrow(/append-only/);
  await expect(db.$executeRaw`DELETE FROM "ConsentEvent" WHERE "orgId" = ${orgId}::uuid`).rejects.toThrow(/append-only/);
  await expect(db.$executeRaw`TRUNCATE "ConsentEvent"`).rejects.toThrow(/append-only/);
});
