import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";

import { POST } from "#app/preferences/[token]/choose/route.ts";
import { db } from "#lib/platform/db.ts";
import { answerOnPage } from "#lib/preferences/answer-on-page.ts";
import { Answer } from "#lib/preferences/answer.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { correctTouch } from "#lib/touches/correct-touch.ts";
import { CorrectTouch } from "#lib/touches/touchpoint.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aFullPage, anAsset, everyRow } from "#tests/factories/prospect-page.ts";
import { aContext, aProspect, testNow } from "#tests/factories/records.ts";
import { logged } from "#tests/factories/touches.ts";

type Page = Awaited<ReturnType<typeof aFullPage>>;
const heard = { ok: true, value: { changed: true } };
const before = { ok: true, value: { changed: false } };
const missing = { ok: false, problem: { code: "not-found" } };
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);

const answer = async ({ token }: Page, said: unknown, now = testNow) => answerOnPage((await openLink(token, now))!, Answer.parse(said));
const choose = async ({ token }: Page, said: unknown, now = testNow) =>
  choosePreferences((await openLink(token, now))!, Choice.parse(said));

const followUp = ({ rep, followUpId }: Page) =>
  db.followUp.findUniqueOrThrow({ where: { orgId_id: { orgId: rep.orgId, id: followUpId } } });
const kinds = async ({ rep, prospect }: Page) =>
  (
    await db.event.findMany({
      where: { orgId: rep.orgId, prospectId: prospect.id, kind: { startsWith: "preferences." } },
      orderBy: { id: "asc" },
    })
  )
    .map(({ kind }) => kind)
    .filter((kind) => kind !== "preferences.link-issued");

describe("what is planned with them", () => {
  test("a yes is noted on the plan and told to the owner; once", async () => {
    const page = await aFullPage();
    const yes = { action: "accept", followUpId: page.followUpId };
    expect(await answer(page, yes)).toMatchObject(heard);
    expect(await answer(page, yes, minutes(1))).toMatchObject(before);
    expect(await followUp(page)).toMatchObject({ state: "scheduled", acceptedAt: testNow });
    expect(await kinds(page)).toEqual(["preferences.touch-accepted"]);
  });

  test("a yes was to what it was: moving the plan asks anew", async () => {
    const page = await aFullPage();
    await answer(page, { action: "accept", followUpId: page.followUpId });
    const moved = aWelcomePlan(page.prospect.id, { at: inDays(5) });
    expect(await planFollowUp(aContext(page.rep), { plan: moved, followUpId: page.followUpId, clientKey: randomUUID() })).toMatchObject({
      ok: true,
    });
    expect(await followUp(page)).toMatchObject({ acceptedAt: null, shared: true });
  });

  test.each([
    [
      "another-time",
      { wish: "After  Christmas,\nmornings" },
      "They asked for another time: “After Christmas, mornings”",
      "preferences.another-time",
    ],
    ["not-this", {}, "They said on their page: not this, please.", "preferences.touch-declined"],
  ])("%s takes it off with the reason the owner reads; once", async (action, words, heldReason, kind) => {
    const page = await aFullPage();
    const said = { action, followUpId: page.followUpId, ...words };
    expect(await answer(page, said)).toMatchObject(heard);
    expect(await answer(page, said, minutes(1))).toMatchObject(before);
    expect(await followUp(page)).toMatchObject({ state: "held", heldReason, heldAt: testNow, acceptedAt: null });
    expect(await kinds(page)).toEqual([kind]);
    const { prospect, rep } = page;
    expect(await db.prospect.findUnique({ where: { orgId_id: { orgId: rep.orgId, id: prospect.id } } })).toMatchObject({ nextAt: null });
    expect(await answer(page, { action: "accept", followUpId: page.followUpId })).toMatchObject(missing);
  });

  test("what is not shown to them cannot be answered", async () => {
    const page = await aFullPage();
    const { rep, followUpId } = page;
    await db.followUp.update({ where: { orgId_id: { orgId: rep.orgId, id: followUpId } }, data: { shared: false } });
    for (const said of [{ action: "accept" }, { action: "not-this" }, { action: "another-time", wish: "later" }])
      expect(await answer(page, { ...said, followUpId })).toMatchObject(missing);
    expect(await followUp(page)).toMatchObject({ state: "scheduled", acceptedAt: null });
  });

  test("planned without a word about it, it is not shown; a rep can show it and hide it again", async () => {
    const { rep, followUpId, prospect } = await aFullPage();
    const other = await aProspect(rep);
    const quiet = await plan(rep, aWelcomePlan(other.id));
    const sharedOf = async (id: string) => (await db.followUp.findUniqueOrThrow({ where: { orgId_id: { orgId: rep.orgId, id } } })).shared;
    expect(quiet.ok && (await sharedOf(quiet.value.id))).toBe(false);
    await plan(rep, aWelcomePlan(prospect.id, { at: inDays(4) }), { followUpId, shared: false });
    expect(await sharedOf(followUpId)).toBe(false);
  });
});

test("one tap says whether something was useful, and the last tap counts (V4)", async () => {
  const page = await aFullPage();
  const say = (reaction: string, minute: number) => answer(page, { action: "react", shareId: page.shareId, reaction }, minutes(minute));
  expect(await say("useful", 0)).toMatchObject(heard);
  expect(await say("useful", 1)).toMatchObject(before);
  expect(await say("not_useful", 2)).toMatchObject(heard);
  expect(await db.assetShare.findFirst({ where: { id: page.shareId } })).toMatchObject({ reaction: "not_useful" });
  expect(await kinds(page)).toEqual(["preferences.reacted", "preferences.reacted"]);
});

test("what they said of it themselves outlives what is read from later touches, and a correction of the touch that brought it (V4)", async () => {
  const page = await aFullPage();
  const { rep, prospect, shareId } = page;
  const given = await db.assetShare.findFirstOrThrow({ where: { id: shareId } });
  const reactions = async () =>
    (await db.assetShare.findMany({ where: { orgId: rep.orgId, assetId: given.assetId } })).map(({ reaction }) => reaction);
  await answer(page, { action: "react", shareId, reaction: "useful" });
  await logged(
    rep,
    prospect.id,
    { direction: "in", disposition: "said_no", objection: { kind: "timing", words: "Not this year" } },
    minutes(5),
  );
  expect(await reactions()).toEqual(["useful"]);

  const offer = { kind: "asset", assetId: given.assetId, text: "" };
  const corrected = CorrectTouch.parse({
    touchpointId: given.touchpointId,
    channel: "email",
    direction: "out",
    disposition: "sent",
    offer,
  });
  expect(await correctTouch(aContext(rep, minutes(10)), corrected)).toMatchObject({ ok: true });
  expect(await reactions()).toEqual(["useful"]);
});

test("a step agreed is confirmed, or put right in their words (G1)", async () => {
  const page = await aFullPage();
  const { stepId } = page;
  const step = () => db.nextStep.findFirst({ where: { id: stepId }, select: { confirmedAt: true, correction: true } });
  expect(await answer(page, { action: "confirm-step", stepId })).toMatchObject(heard);
  expect(await answer(page, { action: "confirm-step", stepId }, minutes(1))).toMatchObject(before);
  expect(await step()).toEqual({ confirmedAt: testNow, correction: null });
  const correction = { action: "correct-step", stepId, correction: "Rui compares them, not I" };
  expect(await answer(page, correction)).toMatchObject(heard);
  expect(await answer(page, correction)).toMatchObject(before);
  expect(await step()).toEqual({ confirmedAt: null, correction: "Rui compares them, not I" });
  await db.nextStep.update({ where: { orgId_id: { orgId: page.rep.orgId, id: stepId } }, data: { settledAt: testNow, settledAs: "kept" } });
  expect(await answer(page, { action: "confirm-step", stepId })).toMatchObject(missing);
});

test("somebody else is a note on their record: nobody is created, nobody is signed up (P1)", async () => {
  const page = await aFullPage();
  const where = { orgId: page.rep.orgId };
  const people = async () => [
    await db.prospect.count({ where }),
    await db.contactPoint.count({ where }),
    await db.consentEvent.count({ where }),
  ];
  const were = await people();
  const refer = { action: "refer", who: "Rui Amorim, rui@vilar.example" };
  expect(await answer(page, refer)).toMatchObject(heard);
  expect(await answer(page, refer)).toMatchObject(before);
  expect(await people()).toEqual(were);
  const notes = await db.fact.findMany({ where: { ...where, value: refer.who } });
  expect(notes).toMatchObject([{ origin: "third_party", prospectId: page.prospect.id, recordedById: null }]);
});

describe("ids of others", () => {
  const saysOf = ({ followUpId, shareId, stepId }: Page) => [
    { action: "accept", followUpId },
    { action: "another-time", followUpId, wish: "later" },
    { action: "not-this", followUpId },
    { action: "react", shareId, reaction: "useful" },
    { action: "confirm-step", stepId },
    { action: "correct-step", stepId, correction: "mine" },
  ];

  test("of a colleague of theirs, of another organisation or made up, they are not found and change nothing", async () => {
    const mine = await aFullPage();
    const sameOrganisation = await aFullPage({ id: mine.rep.orgId });
    const elsewhere = await aFullPage();
    const nobody = { ...mine, followUpId: randomUUID(), shareId: randomUUID(), stepId: randomUUID() };
    const rows = await everyRow();
    for (const other of [sameOrganisation, elsewhere, nobody])
      for (const said of saysOf(other)) expect(await answer(mine, said)).toMatchObject(missing);
    expect(await everyRow()).toBe(rows);
    for (const said of saysOf(mine).slice(3, 5)) expect(await answer(mine, said)).toMatchObject(heard);
  });

  test("the page says that it is no longer there, and keeps their words out of the address", async () => {
    const mine = await aFullPage();
    const other = await aFullPage();
    const body = new URLSearchParams({ action: "another-time", followUpId: other.followUpId, wish: "not before my operation", lang: "fr" });
    const request = new Request("http://127.0.0.1/", { method: "POST", body });
    const { headers, status } = await POST(request, { params: Promise.resolve({ token: mine.token }) });
    expect(status).toBe(303);
    expect(Object.fromEntries(new URL(headers.get("location")!, "http://127.0.0.1").searchParams)).toEqual({
      ...{ problem: "not-found", action: "another-time", lang: "fr" },
    });
  });
});

describe("stops in part", () => {
  test("one way: at once, the plan on it is held, the address suppressed; taken back by their own yes (C4)", async () => {
    const page = await aFullPage();
    const where = { orgId: page.rep.orgId, liftedAt: null };
    const stop = { action: "stop-channel", channel: "email" };
    expect(await choose(page, stop)).toMatchObject(heard);
    expect(await choose(page, stop, minutes(1))).toMatchObject(before);
    expect(await followUp(page)).toMatchObject({ state: "held", heldReason: expect.stringContaining("e-mail") });
    expect(await db.suppression.findMany({ where })).toMatchObject([{ kind: "email", channel: "email" }]);
    expect(await plan(page.rep, aWelcomePlan(page.prospect.id, { at: inDays(3) }))).toMatchObject({
      ok: false,
      problem: { code: "refused" },
    });

    const allow = { action: "allow-channel", channel: "email" };
    expect(await choose(page, allow, minutes(2))).toMatchObject(heard);
    expect(await choose(page, allow, minutes(3))).toMatchObject(before);
    expect(await db.suppression.count({ where })).toBe(0);
    const wanted = { plan: aWelcomePlan(page.prospect.id, { at: inDays(3) }), clientKey: randomUUID() };
    expect(await planFollowUp(aContext(page.rep, minutes(3)), wanted)).toMatchObject({ ok: true });
    expect(await kinds(page)).toEqual(["preferences.channel-stopped", "preferences.channel-allowed"]);
  });

  test("it holds under every name they are known by, and a yes lifts it only where it was said", async () => {
    const page = await aFullPage();
    const twin = await aProspect(page.rep, { email: page.prospect.email, phone: null });
    await choose(page, { action: "stop-channel", channel: "email" });
    await choose(page, { action: "allow-channel", channel: "email" }, minutes(1));
    const lines = await db.consentEvent.findMany({ where: { prospectId: twin.id, channel: "email" }, select: { status: true } });
    expect(lines).toEqual([{ status: "withdrawn" }]);
  });

  test("no single way is allowed again while everything is stopped", async () => {
    const page = await aFullPage();
    await choose(page, { action: "stop" });
    expect(await choose(page, { action: "allow-channel", channel: "email" }, minutes(1))).toMatchObject({ problem: { code: "conflict" } });
  });

  test("one topic: what is about nothing else is held and refused, until they want it again (C2)", async () => {
    const page = await aFullPage();
    const { rep, prospect, followUpId } = page;
    const assetId = await anAsset(rep, "Pump audit", ["Pumps"]);
    const about = aWelcomePlan(prospect.id, { at: inDays(3), offer: { kind: "asset", assetId, text: "" } });
    expect(await plan(rep, about, { followUpId })).toMatchObject({ ok: true });
    const stop = { action: "stop-topic", topic: "Pumps" };
    expect(await choose(page, stop)).toMatchObject(heard);
    expect(await choose(page, stop, minutes(1))).toMatchObject(before);
    expect(await followUp(page)).toMatchObject({ state: "held", heldReason: "They asked for nothing more about Pumps." });
    expect(await plan(rep, about)).toMatchObject({
      problem: { code: "refused", reasons: expect.arrayContaining([expect.objectContaining({ rule: "C2", severity: "block" })]) },
    });
    expect(await choose(page, { action: "allow-topic", topic: "Pumps" }, minutes(2))).toMatchObject(heard);
    expect(await planFollowUp(aContext(rep, minutes(2)), { plan: about, clientKey: randomUUID() })).toMatchObject({ ok: true });
    expect(await kinds(page)).toEqual(["preferences.topic-stopped", "preferences.topic-allowed"]);
  });

  test("a topic nobody here has is not noted", async () => {
    const page = await aFullPage();
    for (const said of [
      { action: "stop-topic", topic: "something made up" },
      { action: "save", channels: ["email"], rate: "any", hours: { when: "any" }, timeZone: "UTC", topics: ["made up"] },
    ])
      expect(await choose(page, said)).toMatchObject(missing);
    expect(await db.communicationPreference.count({ where: { prospectId: page.prospect.id } })).toBe(0);
  });
});

test("how many useful things are welcome until the day goes with the day (C7)", async () => {
  const page = await aFullPage();
  const bridges = async () =>
    (await db.communicationPreference.findMany({ where: { prospectId: page.prospect.id }, orderBy: { version: "asc" } })).map(
      ({ bridge }) => bridge,
    );
  await choose(page, { action: "call-back", on: "2027-05-18", between: "0" });
  expect(await followUp(page)).toMatchObject({ state: "held" });
  const gift = aWelcomePlan(page.prospect.id, { ask: "none", at: inDays(6) });
  expect(await plan(page.rep, gift)).toMatchObject({ problem: { code: "refused", sentence: expect.any(String) } });
  await choose(page, { action: "call-back", on: "2027-05-18", between: "1" }, minutes(1));
  expect(await planFollowUp(aContext(page.rep, minutes(2)), { plan: gift, clientKey: randomUUID() })).toMatchObject({ ok: true });
  await choose(page, { action: "stop" }, minutes(3));
  expect(await bridges()).toEqual([0, 1, null]);
  expect(Choice.safeParse({ action: "call-back", on: "2027-05-18", between: "4" }).success).toBe(false);
});
