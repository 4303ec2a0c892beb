import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";

import { recordConsent } from "#lib/consent/record-consent.ts";
import { suppress } from "#lib/consent/suppress.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { EditProspect } from "#lib/prospects/edit-prospect.ts";
import { changeProspect } from "#lib/schedule/change-prospect.ts";
import { handOverProspect } from "#lib/schedule/hand-over-prospect.ts";
import { judgeDue } from "#lib/schedule/judge-due.ts";
import { PlanFollowUp, planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import { settleFollowUp } from "#lib/schedule/settle-follow-up.ts";
import { snoozeFollowUp } from "#lib/schedule/snooze-follow-up.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

async function aSetting() {
  const organisation = await anOrganisation();
  const rep = await aMember(organisation);
  const manager = await aMember(organisation, { role: "manager" });
  const prospect = await aProspect(rep);
  return { organisation, rep, manager, prospect };
}

describe("the one door", () => {
  test("a welcome plan is scheduled on its decision, and the stated basis stands in the ledger", async () => {
    const { rep, prospect } = await aSetting();
    const outcome = await plan(rep, aWelcomePlan(prospect.id));
    expect(outcome.ok).toBe(true);
    const row = await db.followUp.findFirstOrThrow({ where: { orgId: rep.orgId }, include: { decision: true } });
    expect(row).toMatchObject({ state: "scheduled", decisionPassed: true, decision: { verdict: "allow", consentPassed: true } });
    expect(await db.consentEvent.count({ where: { orgId: rep.orgId, prospectId: prospect.id, status: "legitimate_interest" } })).toBe(1);
    expect((await db.prospect.findFirstOrThrow({ where: { orgId: rep.orgId } })).nextAt).toEqual(row.at);
  });

  test("a refused plan keeps its reasons and schedules nothing", async () => {
    const { rep, prospect } = await aSetting();
    const outcome = await plan(rep, aWelcomePlan(prospect.id, { offer: { kind: "none", assetId: null, text: "" } }));
    expect(outcome).toMatchObject({ ok: false, problem: { code: "refused" } });
    expect(await db.followUp.count({ where: { orgId: rep.orgId } })).toBe(0);
    expect(await db.gateDecision.findFirstOrThrow({ where: { orgId: rep.orgId } })).toMatchObject({ passed: false, refusedBy: "V2" });
  });

  test("the same submit twice is one follow-up", async () => {
    const { rep, prospect } = await aSetting();
    const clientKey = randomUUID();
    const outcomes = await Promise.all([1, 2, 3].map(() => plan(rep, aWelcomePlan(prospect.id), { clientKey })));
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.id)).size).toBe(1);
    expect(await db.followUp.count({ where: { orgId: rep.orgId } })).toBe(1);
  });

  test("the same submit with its key in capitals is the same", async () => {
    const { rep, prospect } = await aSetting();
    const clientKey = randomUUID();
    const send = (key: string) => planFollowUp(aContext(rep), PlanFollowUp.parse({ plan: aWelcomePlan(prospect.id), clientKey: key }));
    const first = await send(clientKey);
    expect(first.ok).toBe(true);
    expect(await send(clientKey.toUpperCase())).toEqual(first);
  });

  test.each(Array.from({ length: 10 }, (_, round) => round))(
    "two people at the same instant never exceed the cadence (round %i)",
    async () => {
      const { rep, manager, prospect } = await aSetting();
      const wanted = aWelcomePlan(prospect.id);
      const outcomes = await Promise.all(Array.from({ length: 16 }, (_, i) => plan(i % 2 ? rep : manager, wanted)));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await db.followUp.count({ where: { orgId: rep.orgId, state: "scheduled" } })).toBe(1);
      expect(await db.gateDecision.count({ where: { orgId: rep.orgId, passed: false } })).toBe(15);
    },
  );

  test("another organisation's or team's prospect does not exist", async () => {
    const { prospect, organisation } = await aSetting();
    const stranger = (await aSetting()).rep;
    const team = await db.team.create({ data: { orgId: organisation.id, id: randomUUID(), name: "South" } });
    const otherTeam = await aMember(organisation, { team });
    for (const actor of [stranger, otherTeam])
      expect(await plan(actor, aWelcomePlan(prospect.id))).toEqual({ ok: false, problem: { code: "not-found" } });
    expect(await db.gateDecision.count({ where: { prospectId: prospect.id } })).toBe(0);
  });

  test("a manager lifts cadence with a reason that is kept; a rep may not; nobody lifts consent", async () => {
    const { rep, manager, prospect } = await aSetting();
    await plan(rep, aWelcomePlan(prospect.id));
    const tooSoon = aWelcomePlan(prospect.id, {
      at: inDays(1.1),
      offer: { kind: "answer", assetId: null, text: "What the rule means for Porto" },
    });
    const override = { reason: "She asked for both on the phone this morning" };
    expect(await plan(rep, tooSoon, { override })).toEqual({ ok: false, problem: { code: "forbidden" } });
    expect((await plan(manager, tooSoon, { override })).ok).toBe(true);
    expect(await db.gateDecision.findFirst({ where: { orgId: rep.orgId, overrideLevel: "manager" } })).toMatchObject({
      passed: true,
      overrideReason: override.reason,
    });

    await stop(manager, prospect.id);
    expect(await plan(manager, { ...tooSoon, at: inDays(30) }, { override })).toMatchObject({ ok: false, problem: { code: "refused" } });
  });
});

const stop = (actor: Actor, prospectId: string, now = testNow) =>
  inTransaction({ now }, ({ tx }) =>
    recordConsent({ tx, orgId: actor.orgId, actorId: null, now }, [
      { prospectId, channel: "any", status: "objected", saidBy: "person", method: "email" },
    ]),
  );

describe("after it was planned", () => {
  test("a stop holds what was planned, with the reason the rep reads", async () => {
    const { rep, prospect } = await aSetting();
    await plan(rep, aWelcomePlan(prospect.id));
    await stop(rep, prospect.id);
    const { held } = await inTransaction({ now: testNow }, ({ tx }) =>
      rejudge({ tx, orgId: rep.orgId, actorId: null, now: testNow }, prospect.id, "preference"),
    );
    expect(held).toBe(1);
    expect(await db.followUp.findFirst({ where: { orgId: rep.orgId } })).toMatchObject({
      state: "held",
      heldReason: expect.stringContaining("asked us to stop"),
    });
    expect((await db.prospect.findFirstOrThrow({ where: { orgId: rep.orgId } })).nextAt).toBeNull();
  });

  test("when it falls due it is judged again: still welcome stays, closed meanwhile is held", async () => {
    const { rep, prospect } = await aSetting();
    const other = await aProspect(rep);
    // years before every other test's plans, which fall due in the same database
    const then = new Date("2021-11-17T09:00:00Z");
    const due = new Date("2021-11-18T09:00:00Z");
    for (const { id } of [prospect, other])
      await planFollowUp(aContext(rep, then), { plan: aWelcomePlan(id, { at: due }), clientKey: randomUUID() });
    await stop(rep, other.id, then);

    expect(await judgeDue(due)).toEqual({ judged: 2, held: 1 });
    const states = await db.followUp.findMany({ where: { orgId: rep.orgId }, select: { prospectId: true, state: true } });
    expect(Object.fromEntries(states.map((row) => [row.prospectId, row.state]))).toEqual({
      [prospect.id]: "scheduled",
      [other.id]: "held",
    });
    expect(await judgeDue(due)).toEqual({ judged: 0, held: 0 });
  });

  test("snoozing goes through the gate, settling twice changes nothing, cancelled is over", async () => {
    const { rep, prospect } = await aSetting();
    const first = await plan(rep, aWelcomePlan(prospect.id));
    const followUpId = first.ok ? first.value.id : "";
    expect((await snoozeFollowUp(aContext(rep), { followUpId, until: inDays(2), clientKey: randomUUID() })).ok).toBe(true);
    expect(await db.followUp.findFirst({ where: { id: followUpId } })).toMatchObject({ at: inDays(2), state: "scheduled" });
    expect((await settleFollowUp(aContext(rep), { followUpId, as: "cancelled" })).ok).toBe(true);
    expect((await settleFollowUp(aContext(rep), { followUpId, as: "cancelled" })).ok).toBe(true);
    expect(await settleFollowUp(aContext(rep), { followUpId, as: "done" })).toMatchObject({ ok: false, problem: { code: "conflict" } });
  });
});

test("what stands on a manager's word is judged again without them, and the word stays theirs", async () => {
  const { rep, manager, prospect } = await aSetting();
  await plan(rep, aWelcomePlan(prospect.id));
  const override = { reason: "She asked for both on the phone this morning" };
  const second = aWelcomePlan(prospect.id, { at: inDays(1.1), offer: { kind: "answer", assetId: null, text: "What it means for Porto" } });
  expect(await plan(manager, second, { override })).toMatchObject({ ok: true });
  const judged = await inTransaction({}, ({ tx }) =>
    rejudge({ tx, orgId: rep.orgId, actorId: null, now: testNow }, prospect.id, "preference"),
  );
  expect(judged).toEqual({ held: 0 });
  const decisions = await db.gateDecision.findMany({ where: { orgId: rep.orgId, occasion: "preference" }, orderBy: { at: "asc" } });
  expect(decisions.map(({ overrideLevel, byId }) => [overrideLevel, byId])).toEqual([
    ["none", null],
    ["manager", manager.userId],
  ]);
});

test("a record handed over takes its plans along", async () => {
  const { organisation, rep, prospect } = await aSetting();
  const colleague = await aMember(organisation);
  await plan(rep, aWelcomePlan(prospect.id));
  expect((await handOverProspect(aContext(rep), { prospectId: prospect.id, ownerId: colleague.userId })).ok).toBe(true);
  expect(await db.followUp.findFirst({ where: { orgId: rep.orgId } })).toMatchObject({ ownerId: colleague.userId, state: "scheduled" });
});

test.each([
  ["a zone where it is night", "held", { timeZone: "Pacific/Auckland" }],
  ["a private person", "held", { subscriberKind: "consumer" }],
  ["an address that asked not to be written to", "held", { emails: ["gone@vilar.example"] }],
  ["another name", "scheduled", { name: "Ana M." }],
])("a record changed to %s: what is planned is %s", async (_what, state, over) => {
  const { rep, prospect } = await aSetting();
  const channel = "timeZone" in over ? "phone" : "email";
  expect(await plan(rep, aWelcomePlan(prospect.id, { channel }))).toMatchObject({ ok: true });
  const former = await aProspect(rep, { email: "gone@vilar.example", phone: null });
  await inTransaction({}, ({ tx }) => suppress({ tx, orgId: rep.orgId, now: testNow }, former.id, ["any"], "They asked us to stop"));
  const { email, phone, name, id: prospectId } = prospect;
  const same = { name, emails: [email], phones: [phone], timeZone: "Europe/Lisbon", country: "PT", subscriberKind: "corporate" };
  const edit = EditProspect.parse({ prospectId, version: 1, source: "A fair", insist: "yes", ...same, ...over });
  expect(await changeProspect(aContext(rep), edit)).toEqual({
    ok: true,
    value: { id: prospectId, version: 2, notices: expect.any(Array) },
  });
  expect(await db.followUp.findFirst({ where: { orgId: rep.orgId }, select: { state: true } })).toEqual({ state });
  const decisions = await db.gateDecision.count({ where: { orgId: rep.orgId } });
  expect(decisions).toBe(state === "held" ? 2 : 1);
});

describe("the database refuses, too", () => {
  test("a schedule without a passing decision, and a move without a new one", async () => {
    const { rep, prospect } = await aSetting();
    await plan(rep, aWelcomePlan(prospect.id, { offer: { kind: "none", assetId: null, text: "" } }));
    const refused = await db.gateDecision.findFirstOrThrow({ where: { orgId: rep.orgId } });
    const row = {
      orgId: rep.orgId,
      id: randomUUID(),
      prospectId: prospect.id,
      ownerId: rep.userId,
      channel: "email",
      at: refused.at,
      askSize: "none",
      offerKind: "none",
      helps: "",
      state: "scheduled",
    };
    await expect(db.followUp.create({ data: { ...row, decisionId: refused.id, decisionPassed: false } })).rejects.toThrow(
      /FollowUp_needs_a_passing_decision/,
    );
    await expect(db.followUp.create({ data: { ...row, decisionId: refused.id, decisionPassed: true } })).rejects.toThrow(/[Ff]oreign key/);

    const good = await plan(rep, aWelcomePlan(prospect.id));
    await expect(
      db.$executeRaw`UPDATE "FollowUp" SET at = at + interval '1 hour' WHERE id = ${good.ok ? good.value.id : ""}::uuid`,
    ).rejects.toThrow(/foreign key/);
  });

  test("a decision that passes without consent", async () => {
    const { rep, prospect } = await aSetting();
    await plan(rep, aWelcomePlan(prospect.id));
    const insert = db.$executeRaw`
      INSERT INTO "GateDecision" SELECT (jsonb_populate_record(d, jsonb_build_object('id', ${randomUUID()}::text, 'consentPassed', false))).* FROM "GateDecision" d WHERE d."orgId" = ${rep.orgId}::uuid`;
    await expect(insert).rejects.toThrow(/consent_is_a_veto/);
  });
});
