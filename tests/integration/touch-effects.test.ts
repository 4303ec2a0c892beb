import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";

import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { correctTouch } from "#lib/touches/correct-touch.ts";
import { logTouch } from "#lib/touches/log-touch.ts";
import { findTimeline } from "#lib/touches/queries.ts";
import { CorrectTouch } from "#lib/touches/touchpoint.ts";
import { aContext, aMember, aProspect, aTeam } from "#tests/factories/records.ts";
import { aDesk, aLog, day, later, logged, pulse } from "#tests/factories/touches.ts";

describe("what they asked for", () => {
  test("a stop said on the phone reaches the ledger, the terms, the suppression list and the pulse (C4)", async () => {
    const { rep, prospect } = await aDesk();
    await logged(rep, prospect.id, { channel: "phone", disposition: "asked_to_stop", theySaid: "Please do not contact me again." });
    const where = { orgId: rep.orgId, prospectId: prospect.id };
    expect(
      await db.consentEvent.findMany({ where, select: { status: true, channel: true, saidBy: true, method: true, evidence: true } }),
    ).toEqual([{ status: "objected", channel: "any", saidBy: "rep", method: "call", evidence: "Please do not contact me again." }]);
    expect(await db.communicationPreference.findFirst({ where, select: { stopped: true, version: true } })).toEqual({
      stopped: true,
      version: 1,
    });
    expect(await db.suppression.count({ where: { orgId: rep.orgId, channel: "any", liftedAt: null } })).toBe(2);
    expect((await pulse(rep.orgId, prospect.id)).stoppedAt).toEqual(later(0));
  });

  test("a pause and a call-back each add a version that keeps what they chose before (C3, C7)", async () => {
    const { rep, prospect } = await aDesk();
    await db.communicationPreference.create({
      data: {
        ...{ orgId: rep.orgId, prospectId: prospect.id, version: 1, channels: ["email"], channelsSaid: true, days: [2, 3, 4] },
        ...{ maxTouches: 1, maxPer: "month", saidBy: "person", createdAt: later(-30 * day) },
      },
    });
    await logged(rep, prospect.id, { channel: "phone", disposition: "asked_to_pause", pausedUntil: "2027-01-11" });
    await logged(rep, prospect.id, { channel: "phone", disposition: "said_later", callBackOn: "2027-05-11" }, later(day));
    const latest = await db.communicationPreference.findFirstOrThrow({
      where: { orgId: rep.orgId, prospectId: prospect.id },
      orderBy: { version: "desc" },
    });
    expect(latest).toMatchObject({
      ...{ version: 3, channels: ["email"], days: [2, 3, 4], maxTouches: 1, maxPer: "month", saidBy: "rep" },
      ...{ pausedUntil: new Date("2027-01-11T00:00:00Z"), callBackOn: new Date("2027-05-11T00:00:00Z") },
    });
    expect((await pulse(rep.orgId, prospect.id)).pausedUntil).toEqual(new Date("2027-01-11T00:00:00Z"));
  });

  test("what a colleague hears lengthens a pause and never shortens it (C3)", async () => {
    const { rep, prospect } = await aDesk();
    await logged(rep, prospect.id, { channel: "phone", disposition: "asked_to_pause", pausedUntil: "2027-03-01" });
    await logged(rep, prospect.id, { channel: "phone", disposition: "asked_to_pause", pausedUntil: "2027-01-11" }, later(day));
    expect((await pulse(rep.orgId, prospect.id)).pausedUntil).toEqual(new Date("2027-03-01T00:00:00Z"));
    await logged(rep, prospect.id, { channel: "phone", disposition: "asked_to_pause", pausedUntil: "2027-04-01" }, later(2 * day));
    expect((await pulse(rep.orgId, prospect.id)).pausedUntil).toEqual(new Date("2027-04-01T00:00:00Z"));
  });

  test("a pause without a day lasts ninety days", async () => {
    const { rep, prospect } = await aDesk();
    await logged(rep, prospect.id, { direction: "in", disposition: "asked_to_pause" });
    expect((await pulse(rep.orgId, prospect.id)).pausedUntil).toEqual(new Date("2027-02-16T00:00:00Z"));
  });
});

describe("what was planned", () => {
  async function aPlanned(actor: Actor, prospectId: string, at = later(day)) {
    const offer = { kind: "news", assetId: null, text: "The audit rule for cold rooms changed on Monday" } as const;
    const words = {
      helps: "It changes what the next audit asks of their cold rooms",
      draft: "Dear Ana, the rule changed. No reply needed.",
    };
    const basis = { kind: "work_role", note: "Public role" } as const;
    const plan = {
      prospectId,
      channel: "email",
      at,
      ask: "reply",
      offer,
      ...words,
      answersObjectionId: null,
      urgentFactId: null,
      basis,
    } as const;
    const outcome = await planFollowUp(aContext(actor), { plan, clientKey: randomUUID() });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    return db.followUp.findFirstOrThrow({ where: { orgId: actor.orgId, prospectId }, include: { decision: { select: { value: true } } } });
  }
  const stateOf = async (orgId: string, id: string) => (await db.followUp.findUniqueOrThrow({ where: { orgId_id: { orgId, id } } })).state;

  test("is done by the touch that carries it out, which keeps its judged value", async () => {
    const { rep, prospect } = await aDesk();
    const planned = await aPlanned(rep, prospect.id);
    const { id } = await logged(rep, prospect.id, { followUpId: planned.id }, later(day));
    const touch = await db.touchpoint.findUniqueOrThrow({ where: { orgId_id: { orgId: rep.orgId, id } } });
    expect([await stateOf(rep.orgId, planned.id), touch.followUpId, touch.value]).toEqual(["done", planned.id, planned.decision.value]);
    expect((await pulse(rep.orgId, prospect.id)).nextAt).toBe(null);
    expect(await db.event.count({ where: { orgId: rep.orgId, kind: "follow-up.done", subjectId: planned.id } })).toBe(1);
  });

  test("is not done by a touch with somebody else, and that touch is not written", async () => {
    const { rep, prospect } = await aDesk();
    const planned = await aPlanned(rep, prospect.id);
    const other = await aProspect(rep);
    const outcome = await logTouch(aContext(rep), aLog(other.id, { followUpId: planned.id }));
    expect(outcome).toMatchObject({ ok: false, problem: { code: "invalid" } });
    expect([await stateOf(rep.orgId, planned.id), await db.touchpoint.count({ where: { orgId: rep.orgId } })]).toEqual(["scheduled", 0]);
  });

  test("is taken off by a stop, under every record of the same person (C4)", async () => {
    const { organisation, rep, prospect } = await aDesk();
    const colleague = await aMember(organisation, { team: await aTeam(organisation) });
    const namesake = await aProspect(colleague, { email: prospect.email });
    const [own, theirs] = [await aPlanned(rep, prospect.id), await aPlanned(colleague, namesake.id, later(9 * day))];
    const { held } = await logged(rep, prospect.id, { channel: "phone", disposition: "asked_to_stop", theySaid: "No more, please." });
    expect([held, await stateOf(rep.orgId, own.id), await stateOf(rep.orgId, theirs.id)]).toEqual([2, "held", "held"]);
    const { rows } = await findTimeline(rep, prospect.id, { show: "refusals" });
    expect(rows.map(({ kind, title }) => [kind, title])).toContainEqual(["refused", "E-mail taken off the schedule"]);
  });
});

describe("what was given (V4)", () => {
  async function given(actor: Actor, prospectId: string, daysAgo: number) {
    const asset = { orgId: actor.orgId, id: randomUUID(), kind: "template", title: "Annex 11 checklist", topics: [] };
    await db.valueAsset.create({ data: asset });
    const offer = { kind: "asset", assetId: asset.id };
    await logged(actor, prospectId, { at: later(-daysAgo * day).toISOString(), offer });
    return async () => (await db.assetShare.findFirstOrThrow({ where: { assetId: asset.id } })).reaction;
  }

  test.each(["thanked", "interested", "asked_question"])(
    "was useful when they %s: the last of it, within sixty days",
    async (disposition) => {
      const { rep, prospect } = await aDesk();
      const [first, second] = [await given(rep, prospect.id, 30), await given(rep, prospect.id, 20)];
      await logged(rep, prospect.id, { direction: "in", disposition });
      expect([await first(), await second()]).toEqual([null, "useful"]);
      const late = await aProspect(rep);
      const longAgo = await given(rep, late.id, 61);
      await logged(rep, late.id, { direction: "in", disposition });
      expect(await longAgo()).toBeNull();
    },
  );

  test("is not said to be useless by a no, and follows a correction", async () => {
    const { rep, prospect } = await aDesk();
    const reaction = await given(rep, prospect.id, 5);
    const no = { direction: "in", disposition: "said_no", objection: { kind: "price" }, theySaid: "Too dear." };
    await logged(rep, prospect.id, no, later(-day));
    expect(await reaction()).toBeNull();
    const { id } = await logged(rep, prospect.id, { direction: "in", disposition: "thanked" });
    expect(await reaction()).toBe("useful");
    const meant = CorrectTouch.parse({ touchpointId: id, channel: "email", direction: "in", disposition: "replied" });
    expect(await correctTouch(aContext(rep), meant)).toMatchObject({ ok: true });
    expect(await reaction()).toBeNull();
  });
});
