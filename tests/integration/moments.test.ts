import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findPromises } from "#lib/insight/promise-queries.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { addNextStep, AddNextStep } from "#lib/prospects/add-next-step.ts";
import { addReferral, AddReferral } from "#lib/prospects/add-referral.ts";
import { answerIntroducer } from "#lib/prospects/answer-introducer.ts";
import { endNoStep } from "#lib/prospects/end-no-step.ts";
import { keepReferral } from "#lib/prospects/keep-referral.ts";
import { ProspectListQuery } from "#lib/prospects/list.ts";
import { matchReferral } from "#lib/prospects/match-referral.ts";
import { findIntroduced, findMoments } from "#lib/prospects/moment-queries.ts";
import { listProspects } from "#lib/prospects/queries.ts";
import { sayWhyNoStep, SayWhyNoStep } from "#lib/prospects/say-why-no-step.ts";
import { settleNextStep } from "#lib/prospects/settle-next-step.ts";
import { findHeld } from "#lib/rights/held-queries.ts";
import { closeKindly } from "#lib/schedule/close-kindly.ts";
import { endReading } from "#lib/schedule/end-reading.ts";
import { planTogether } from "#lib/schedule/plan-together.ts";
import { pullForward } from "#lib/schedule/pull-forward.ts";
import { readSilence } from "#lib/schedule/read-silence.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { merge } from "#tests/factories/merging.ts";
import { aWelcomePlan, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";
import { aDesk, day, later, logged } from "#tests/factories/touches.ts";

const moments = async (actor: Actor, prospectId: string, now = testNow) => (await findMoments({ actor, now }, prospectId))!;
const withoutStep = async (actor: Actor, now = testNow) =>
  (await listProspects({ actor, now }, ProspectListQuery.parse({ state: "no-step" }))).rows.map(({ id }) => id);
const explained = (over: object) => SayWhyNoStep.parse({ kind: "waiting", ...over });

afterAll(() => closeQueue(1));

describe("no active prospect without a next step or a reason (D8)", () => {
  test("a reason takes them off the list until its day, and a later one takes its place", async () => {
    const { rep, prospect } = await aDesk();
    const context = aContext(rep);
    expect(await withoutStep(rep)).toEqual([prospect.id]);

    expect(await sayWhyNoStep(context, explained({ prospectId: prospect.id, words: "They compare two offers" }))).toMatchObject({
      ok: true,
    });
    expect((await moments(rep, prospect.id)).reason).toMatchObject({
      kind: "waiting",
      words: "They compare two offers",
      until: "2026-12-02",
    });
    expect(await withoutStep(rep)).toEqual([]);
    expect(await withoutStep(rep, later(14 * day))).toEqual([prospect.id]);

    await sayWhyNoStep(context, explained({ prospectId: prospect.id, kind: "resting", until: "2027-02-01" }));
    expect((await moments(rep, prospect.id)).reason).toMatchObject({ kind: "resting", until: "2027-02-01" });
    await endNoStep(context, { prospectId: prospect.id });
    expect(await moments(rep, prospect.id)).toMatchObject({ reason: null });
    expect(await withoutStep(rep)).toEqual([prospect.id]);
  });

  test("resting needs a day that lies ahead", async () => {
    const { rep, prospect } = await aDesk();
    for (const until of [null, "2026-11-18"])
      expect(await sayWhyNoStep(aContext(rep), explained({ prospectId: prospect.id, kind: "resting", until }))).toMatchObject({
        problem: { fields: { until: [expect.any(String)] } },
      });
  });

  test("a step, a plan, a pause, a call-back or a reading is a reason of its own", async () => {
    const { rep, prospect } = await aDesk();
    const others = { step: await aProspect(rep), planned: await aProspect(rep), later: await aProspect(rep), paused: await aProspect(rep) };
    await addNextStep(aContext(rep), AddNextStep.parse({ prospectId: others.step.id, what: "Send the list", owedBy: "us" }));
    expect(await plan(rep, aWelcomePlan(others.planned.id))).toMatchObject({ ok: true });
    await logged(rep, others.later.id, {
      channel: "phone",
      disposition: "said_later",
      callBackOn: "2027-05-18",
      theySaid: "In six months",
    });
    await logged(rep, others.paused.id, { channel: "phone", disposition: "asked_to_pause", pausedUntil: "2027-01-18" });
    expect(await withoutStep(rep)).toEqual([prospect.id]);
  });
});

test("promises are counted as kept by their day, late or missed, and open (D8)", async () => {
  const { rep, prospect } = await aDesk();
  const promise = async (dueOn: string, as: "kept" | "missed" | "dropped" | null, now = testNow) => {
    const step = await addNextStep(aContext(rep), AddNextStep.parse({ prospectId: prospect.id, what: "Send it", owedBy: "us", dueOn }));
    if (step.ok && as) await settleNextStep(aContext(rep, now), { prospectId: prospect.id, stepId: step.value.id, as });
  };
  await promise("2026-11-18", "kept");
  await promise("2026-11-18", "kept", later(day));
  await promise("2026-11-18", "missed");
  await promise("2026-11-18", "dropped");
  await promise("2026-11-30", null);
  expect((await moments(rep, prospect.id)).kept).toEqual({ onTime: 1, late: 2, open: 1 });

  const organisation = { id: rep.orgId };
  const mine = [{ userId: rep.userId, name: rep.name, kept: { onTime: 1, late: 2, open: 1 } }];
  const manager = await aMember(organisation, { role: "manager" });
  const elsewhere = await aMember(organisation, { team: await aTeam(organisation) });
  expect(await findPromises(aContext(manager))).toEqual(mine);
  expect(await findPromises(aContext(manager, later(100 * day)))).toEqual([{ ...mine[0], kept: { onTime: 0, late: 0, open: 1 } }]);
  expect(await findPromises(aContext(elsewhere))).toEqual([]);
});

describe("how a silence is read (D5)", () => {
  /** They answered once, and not to the three touches since. */
  async function ghosted() {
    const desk = await aDesk();
    const { rep, prospect } = desk;
    await logged(rep, prospect.id, { direction: "in", disposition: "replied", theySaid: "Busy with an audit" }, later(-60 * day));
    for (const ago of [40, 25, 12]) await logged(rep, prospect.id, {}, later(-ago * day));
    return desk;
  }

  test("one reading stands; it reaches the judges, and their answer ends it", async () => {
    const { rep, prospect } = await ghosted();
    await readSilence(aContext(rep), { prospectId: prospect.id, hypothesis: "swamped" });
    await readSilence(aContext(rep), { prospectId: prospect.id, hypothesis: "personal" });
    expect((await moments(rep, prospect.id)).reading).toMatchObject({ hypothesis: "personal", endsOn: "2027-01-02", by: rep.name });
    expect((await readDossier(db, rep.orgId, prospect.id, { now: testNow })).silence).toMatchObject({ hypothesis: "personal" });
    expect(await db.silenceReading.count({ where: { orgId: rep.orgId, endedAt: null } })).toBe(1);

    await logged(rep, prospect.id, { direction: "in", disposition: "replied", theySaid: "Sorry, we moved house" }, later(day));
    expect((await moments(rep, prospect.id, later(day))).reading).toBeNull();
    expect(await db.silenceReading.count({ where: { orgId: rep.orgId, endedAt: null } })).toBe(0);
  });

  test("what asks more than it bears is taken off", async () => {
    const { rep, prospect } = await ghosted();
    const wanted = aWelcomePlan(prospect.id, { at: later(9 * day), helps: "It answers what Ana said: busy with an audit of cold rooms" });
    expect(await plan(rep, wanted)).toEqual({ ok: true, value: { id: expect.any(String) } });
    expect(await readSilence(aContext(rep), { prospectId: prospect.id, hypothesis: "swamped" })).toMatchObject({ value: { held: 1 } });
    const held = await db.followUp.findFirst({ where: { orgId: rep.orgId, prospectId: prospect.id } });
    expect(held).toMatchObject({ state: "held", heldReason: expect.stringContaining("They are swamped") });
  });

  test("who answered last is not silent, and a reading can be taken back", async () => {
    const { rep, prospect } = await ghosted();
    await readSilence(aContext(rep), { prospectId: prospect.id, hypothesis: "decided" });
    await endReading(aContext(rep), { prospectId: prospect.id });
    expect((await moments(rep, prospect.id)).reading).toBeNull();
    await logged(rep, prospect.id, { direction: "in", disposition: "replied" });
    expect(await readSilence(aContext(rep, later(day)), { prospectId: prospect.id, hypothesis: "decided" })).toMatchObject({
      problem: { code: "conflict" },
    });
  });
});

describe("the way to a call-back (C7)", () => {
  async function inSixMonths() {
    const desk = await aDesk();
    await logged(desk.rep, desk.prospect.id, {
      channel: "phone",
      disposition: "said_later",
      callBackOn: "2027-05-18",
      theySaid: "In six months",
    });
    return desk;
  }
  const gift = (prospectId: string, days: number, over = {}) =>
    aWelcomePlan(prospectId, {
      at: later(days * day),
      ask: "none",
      helps: `It changes what audit ${days} asks of their cold rooms`,
      ...over,
    });

  test("what passes is planned and the rest is held with its reason; a second press changes nothing", async () => {
    const { rep, prospect } = await inSixMonths();
    const plans = [gift(prospect.id, 45), gift(prospect.id, 55), gift(prospect.id, 110)].map((each) => ({
      plan: each,
      clientKey: randomUUID(),
    }));
    const outcome = await planTogether(aContext(rep), { prospectId: prospect.id, plans });
    expect(outcome).toEqual({
      ok: true,
      value: { planned: 2, held: [{ clientKey: plans[1]!.clientKey, why: expect.stringContaining("few and well apart") }] },
    });
    await planTogether(aContext(rep), { prospectId: prospect.id, plans });
    expect(await db.followUp.count({ where: { orgId: rep.orgId, prospectId: prospect.id } })).toBe(2);
  });

  test("a plan of somebody else's is not smuggled in", async () => {
    const { rep, prospect } = await inSixMonths();
    const other = await aProspect(rep);
    await planTogether(aContext(rep), { prospectId: prospect.id, plans: [{ plan: gift(other.id, 45), clientKey: randomUUID() }] });
    expect(await db.followUp.count({ where: { orgId: rep.orgId, prospectId: other.id } })).toBe(0);
  });

  test("a reply in between makes the call sooner: the day, the plan and the ledger go together", async () => {
    const { rep, prospect } = await inSixMonths();
    const sooner = { prospectId: prospect.id, on: "2026-12-10" };
    expect(await pullForward(aContext(rep), sooner)).toMatchObject({ problem: { code: "conflict" } });
    await logged(rep, prospect.id, { direction: "in", disposition: "interested", theySaid: "It has become urgent, ring me" }, later(day));
    expect(await pullForward(aContext(rep, later(2 * day)), sooner)).toMatchObject({ ok: true });

    const where = { orgId: rep.orgId, prospectId: prospect.id };
    const terms = await db.communicationPreference.findFirst({ where, orderBy: { version: "desc" } });
    expect(terms).toMatchObject({ callBackOn: new Date("2026-12-10"), saidBy: "rep" });
    const said = await db.consentEvent.findMany({ where: { ...where, status: "call_back" }, orderBy: { effectiveFrom: "desc" } });
    expect(said[0]).toMatchObject({ evidence: "It has become urgent, ring me", saidBy: "rep", method: "email" });
    expect(await db.followUp.findMany({ where, select: { channel: true, state: true, at: true } })).toEqual([
      { channel: "phone", state: "scheduled", at: new Date("2026-12-10T10:00:00Z") },
    ]);
    expect(await pullForward(aContext(rep, later(2 * day)), sooner)).toMatchObject({ ok: true });
    expect(await db.followUp.count({ where })).toBe(1);
  });

  test("a day they chose on their own page only they move, and no day is moved past what they named", async () => {
    const { rep, prospect } = await inSixMonths();
    await logged(rep, prospect.id, { direction: "in", disposition: "interested", theySaid: "Ring me" }, later(day));
    const at = (on: string) => pullForward(aContext(rep, later(2 * day)), { prospectId: prospect.id, on });
    for (const on of ["2026-11-20", "2027-06-01"]) expect(await at(on)).toMatchObject({ problem: { code: "invalid" } });
    const orgId = rep.orgId;
    const line = { orgId, id: newId(later(3_600_000)), prospectId: prospect.id, channel: "any", status: "call_back", saidBy: "person" };
    await db.consentEvent.create({ data: { ...line, method: "preference_link", effectiveFrom: later(3_600_000) } });
    expect(await at("2026-12-10")).toMatchObject({ problem: { code: "conflict", sentence: expect.stringContaining("own page") } });
    expect(await db.followUp.count({ where: { orgId, prospectId: prospect.id } })).toBe(0);
  });
});

describe("who introduced whom (P1)", () => {
  test("kept once, matched to a record, thanked and told; both records show it", async () => {
    const { rep, prospect } = await aDesk();
    const context = aContext(rep);
    const wanted = AddReferral.parse({ prospectId: prospect.id, name: "Rui Tavares", words: "Ask Rui, he runs purchasing" });
    const [first, again] = [await addReferral(context, wanted), await addReferral(context, wanted)];
    expect(first).toEqual(again);
    const referralId = first.ok ? first.value.id : "";
    expect(await findIntroduced(rep, prospect.id, referralId)).toBe("Rui Tavares");

    const rui = await aProspect(rep, { name: "Rui Tavares" });
    expect(await matchReferral(context, { prospectId: prospect.id, referralId, introducedId: prospect.id })).toMatchObject({
      problem: { code: "invalid" },
    });
    await matchReferral(context, { prospectId: prospect.id, referralId, introducedId: rui.id });
    await answerIntroducer(context, { prospectId: prospect.id, referralId, as: "thanked" });
    expect((await moments(rep, prospect.id)).referrals).toEqual([
      expect.objectContaining({ introduced: { id: rui.id, name: "Rui Tavares" }, thankedAt: testNow, toldAt: null }),
    ]);
    expect((await moments(rep, rui.id)).introducedBy).toEqual([expect.objectContaining({ id: prospect.id, name: prospect.name })]);
    expect(await db.consentEvent.count({ where: { orgId: rep.orgId, prospectId: rui.id } })).toBe(0);

    await sayWhyNoStep(context, explained({ prospectId: rui.id, words: "On leave" }));
    const told = async (id: string) => (await findHeld(rep.orgId, id))!.notes.map(({ kind, words }) => [kind, words]);
    expect(await told(prospect.id)).toEqual([["named", "Rui Tavares – Ask Rui, he runs purchasing"]]);
    expect(await told(rui.id)).toEqual([
      ["introduced", null],
      ["waiting", "On leave"],
    ]);
  });

  test("said to be the same person twice, it is told once; a record that was merged into another is nobody", async () => {
    const { rep, prospect } = await aDesk();
    const [rui, twin] = [await aProspect(rep), await aProspect(rep)];
    const added = await addReferral(aContext(rep), AddReferral.parse({ prospectId: prospect.id, name: "Rui" }));
    const match = { prospectId: prospect.id, referralId: added.ok ? added.value.id : "", introducedId: rui.id };
    expect(await matchReferral(aContext(rep), match)).toEqual(await matchReferral(aContext(rep), match));
    expect(await db.event.count({ where: { orgId: rep.orgId, kind: "referral.matched" } })).toBe(1);
    expect(await merge(rep, rui, twin)).toMatchObject({ ok: true });
    expect(await matchReferral(aContext(rep), { ...match, introducedId: twin.id })).toMatchObject({ problem: { code: "invalid" } });
    expect((await moments(rep, prospect.id)).referrals).toMatchObject([{ introduced: { id: rui.id } }]);
  });

  test.each([true, false])(
    "one who introduced the other is merged with them, and introduced nobody then (the introducer kept: %s)",
    async (first) => {
      const { rep, prospect } = await aDesk();
      const [rui, other] = [await aProspect(rep), await aProspect(rep)];
      for (const introducedId of [rui.id, other.id])
        await addReferral(aContext(rep), AddReferral.parse({ prospectId: prospect.id, name: introducedId, introducedId }));
      const [kept, folded] = first ? [prospect, rui] : [rui, prospect];
      expect(await merge(rep, kept, folded)).toMatchObject({ ok: true });
      expect(await db.referral.findMany({ where: { orgId: rep.orgId } })).toMatchObject([
        { introducerId: kept.id, introducedId: other.id },
      ]);
    },
  );

  test("whom they named on their page waits to be kept, and then no longer", async () => {
    const { rep, prospect } = await aDesk();
    await db.$transaction((tx) => keepReferral({ tx, orgId: rep.orgId, now: testNow }, prospect.id, "Rui in purchasing"));
    expect((await moments(rep, prospect.id)).named).toEqual(["Rui in purchasing"]);
    await addReferral(aContext(rep), AddReferral.parse({ prospectId: prospect.id, name: "Rui in purchasing", words: "Rui in purchasing" }));
    expect((await moments(rep, prospect.id)).named).toEqual([]);
  });

  test("with either of the two the name goes, and so does what was thought of a silence", async () => {
    const { rep, prospect } = await aDesk();
    const rui = await aProspect(rep);
    await addReferral(aContext(rep), AddReferral.parse({ prospectId: prospect.id, name: "Rui", introducedId: rui.id }));
    await logged(rep, rui.id, {});
    await readSilence(aContext(rep), { prospectId: rui.id, hypothesis: "personal" });
    await db.$executeRaw`SELECT erase_person(${rep.orgId}::uuid, ${rui.id}::uuid, ${testNow})`;
    expect(await db.referral.count({ where: { orgId: rep.orgId } })).toBe(0);
    expect(await db.silenceReading.count({ where: { orgId: rep.orgId } })).toBe(0);
  });
});

describe("who may not see the record finds nothing and changes nothing", async () => {
  const there = await anOrganisation({ numbers: defaultPolicy });
  const maya = await aMember(there);
  const femke = await aMember(there, { team: await aTeam(there) });
  const stranger = await aMember(await anOrganisation(), { role: "admin" });
  const prospect = await aProspect(maya);
  const rui = await aProspect(maya);
  const prospectId = prospect.id;
  const ids = { referral: "" };
  beforeAll(async () => {
    const referral = await addReferral(aContext(maya), AddReferral.parse({ prospectId, name: "Rui" }));
    if (referral.ok) ids.referral = referral.value.id;
    await sayWhyNoStep(aContext(maya), explained({ prospectId }));
  });

  const writes: [string, (context: Context) => Promise<unknown>][] = [
    ["sayWhyNoStep", (c) => sayWhyNoStep(c, explained({ prospectId }))],
    ["endNoStep", (c) => endNoStep(c, { prospectId })],
    ["readSilence", (c) => readSilence(c, { prospectId, hypothesis: "swamped" })],
    ["endReading", (c) => endReading(c, { prospectId })],
    ["planTogether", (c) => planTogether(c, { prospectId, plans: [{ plan: aWelcomePlan(prospectId), clientKey: randomUUID() }] })],
    ["pullForward", (c) => pullForward(c, { prospectId, on: "2026-12-10" })],
    ["addReferral", (c) => addReferral(c, AddReferral.parse({ prospectId, name: "Eve" }))],
    ["matchReferral", (c) => matchReferral(c, { prospectId, referralId: ids.referral, introducedId: rui.id })],
    ["answerIntroducer", (c) => answerIntroducer(c, { prospectId, referralId: ids.referral, as: "thanked" })],
  ];
  const everything = async () => {
    const where = { orgId: there.id };
    return Promise.all([
      db.noStepReason.findMany({ where }),
      db.silenceReading.findMany({ where }),
      db.referral.findMany({ where }),
      db.followUp.findMany({ where }),
      db.gateDecision.findMany({ where }),
      db.event.count({ where: { ...where, prospectId } }),
    ]);
  };

  test.each(writes.flatMap(([name, write]) => [femke, stranger].map((outsider) => [name, outsider.role, write, outsider] as const)))(
    "%s by a %s from elsewhere",
    async (_name, _role, write, outsider) => {
      const before = await everything();
      expect(await write(aContext(outsider))).toEqual({ ok: false, problem: { code: "not-found" } });
      expect(await everything()).toEqual(before);
    },
  );

  test("nobody else reads it, or names our person in an introduction of their own", async () => {
    for (const outsider of [femke, stranger]) {
      expect(await findMoments(aContext(outsider), prospectId)).toBeNull();
      expect(await findIntroduced(outsider, prospectId, ids.referral)).toBeNull();
      const own = await aProspect(outsider);
      const named = AddReferral.parse({ prospectId: own.id, name: "Rui", introducedId: rui.id });
      expect(await addReferral(aContext(outsider), named)).toMatchObject({ problem: { code: "invalid" } });
    }
  });
});

describe("leaving well after the last word (C5, C6, G3)", () => {
  const final = {
    channel: "email",
    direction: "in",
    disposition: "said_no",
    theySaid: "No, and that is final.",
    objection: { kind: "final" },
  };

  test("closes the record in one press: nothing is sent, what is planned is off, and twice is once", async () => {
    const { rep, prospect } = await aDesk();
    const context = aContext(rep);
    await plan(rep, aWelcomePlan(prospect.id));
    expect(await closeKindly(context, { prospectId: prospect.id })).toMatchObject({ ok: false, problem: { code: "conflict" } });
    expect(await logged(rep, prospect.id, final)).toMatchObject({ held: 1 });
    const mails = await db.mail.count({ where: { orgId: rep.orgId } });

    const [first, second] = await Promise.all([1, 2].map(() => closeKindly(context, { prospectId: prospect.id })));
    expect([first, second].map((outcome) => outcome!.ok && outcome!.value.takenOff).toSorted()).toEqual([0, 1]);
    const where = { orgId: rep.orgId, prospectId: prospect.id };
    expect(await db.followUp.findMany({ where, select: { state: true } })).toEqual([{ state: "cancelled" }]);
    expect(await db.noStepReason.findMany({ where, select: { kind: true, until: true, endedAt: true } })).toEqual([
      { kind: "closed", until: new Date("2027-11-18"), endedAt: null },
    ]);
    expect(await db.mail.count({ where: { orgId: rep.orgId } })).toBe(mails);
    expect(await withoutStep(rep)).toEqual([]);
    expect(await plan(rep, aWelcomePlan(prospect.id, { ask: "none" }))).toMatchObject({ ok: false, problem: { code: "refused" } });
  });

  test("is not for who may not see them", async () => {
    const { organisation, rep, prospect } = await aDesk();
    await logged(rep, prospect.id, final);
    const elsewhere = await aMember(organisation, { team: await aTeam(organisation) });
    expect(await closeKindly(aContext(elsewhere), { prospectId: prospect.id })).toMatchObject({
      ok: false,
      problem: { code: "not-found" },
    });
  });
});
