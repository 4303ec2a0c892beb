import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";

import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { correctTouch } from "#lib/touches/correct-touch.ts";
import { logTouch } from "#lib/touches/log-touch.ts";
import { findTimeline } from "#lib/touches/queries.ts";
import { takeBackTouch } from "#lib/touches/take-back-touch.ts";
import { CorrectTouch } from "#lib/touches/touchpoint.ts";
import { aWelcomePlan, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, aTeam, testNow } from "#tests/factories/records.ts";
import { aDesk, aLog, day, later, logged, pulse } from "#tests/factories/touches.ts";

async function anAsset({ orgId }: Actor, title = "Annex 11 checklist") {
  const id = newId(testNow);
  await db.valueAsset.create({ data: { orgId, id, kind: "template", title, topics: [] } });
  return id;
}

describe("logging a touch", () => {
  test("writes the touch, what was given, the no, the next step, the pulse and the event together", async () => {
    const { rep, prospect } = await aDesk();
    const assetId = await anAsset(rep);
    const { id } = await logged(rep, prospect.id, {
      ...{ channel: "phone", disposition: "said_no", theySaid: "Revalidation would take a quarter.", ask: "meeting" },
      offer: { kind: "asset", assetId },
      objection: { kind: "price" },
      nextStep: { what: "We send the protocol", owedBy: "us", dueOn: "2026-11-24", agreed: true },
    });

    const where = { orgId: rep.orgId, prospectId: prospect.id };
    expect(await db.touchpoint.findMany({ where, select: { id: true, offerAssetId: true, byId: true, timeZone: true } })).toEqual([
      { id, offerAssetId: assetId, byId: rep.userId, timeZone: "Europe/Amsterdam" },
    ]);
    expect(await db.assetShare.findMany({ where, select: { assetId: true, touchpointId: true } })).toEqual([{ assetId, touchpointId: id }]);
    expect(await db.objection.findMany({ where, select: { kind: true, words: true } })).toEqual([
      { kind: "price", words: "Revalidation would take a quarter." },
    ]);
    expect(await db.nextStep.findMany({ where, select: { what: true, owedBy: true, agreed: true } })).toEqual([
      { what: "We send the protocol", owedBy: "us", agreed: true },
    ]);
    expect(await pulse(rep.orgId, prospect.id)).toMatchObject({ lastOutboundAt: testNow, lastInboundAt: testNow, unanswered: 0 });
    expect(await db.event.count({ where: { ...where, kind: "touch.logged", subjectId: id } })).toBe(1);
  });

  test("a second submit of the same form changes nothing and answers with the first", async () => {
    const { rep, prospect } = await aDesk();
    const clientKey = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => logged(rep, prospect.id, { clientKey })));
    const again = await logged(rep, prospect.id, { clientKey, disposition: "bounced" });
    expect(new Set([...answers, again].map(({ id }) => id)).size).toBe(1);
    expect(await db.touchpoint.findMany({ where: { orgId: rep.orgId, prospectId: prospect.id }, select: { disposition: true } })).toEqual([
      { disposition: "sent" },
    ]);
  });

  test("what a device kept for one member is logged for nobody else who signs in there, however often it tries", async () => {
    const { organisation, rep, prospect } = await aDesk();
    const colleague = await aMember(organisation, { team: { id: rep.teamId } });
    const kept = aLog(prospect.id, { writtenBy: rep.userId, clientKey: randomUUID() });
    const signedOut = { ok: false, problem: { code: "signed-out" } };
    for (let i = 0; i < 2; i += 1) expect(await logTouch(aContext(colleague), kept)).toEqual(signedOut);
    expect(await db.touchpoint.count({ where: { orgId: rep.orgId } })).toBe(0);
    const { id } = await logged(rep, prospect.id, kept);
    expect(await db.touchpoint.findMany({ where: { orgId: rep.orgId }, select: { id: true, byId: true } })).toEqual([
      { id, byId: rep.userId },
    ]);
    const correction = CorrectTouch.parse({ touchpointId: id, channel: "phone", disposition: "voicemail", writtenBy: rep.userId });
    expect(await correctTouch(aContext(colleague), correction)).toEqual(signedOut);
  });

  test("the unanswered streak counts what reached them since they last answered", async () => {
    const { rep, prospect } = await aDesk();
    const at = (days: number) => later(-days * day).toISOString();
    for (const [days, disposition] of [
      [20, "sent"],
      [16, "interested"],
      [12, "sent"],
      [8, "bounced"],
      [7, "out_of_office"],
      [3, "sent"],
    ] as const)
      await logged(rep, prospect.id, { at: at(days), disposition, direction: disposition === "interested" ? "in" : "out" });
    const { unanswered, lastInboundAt, lastOutboundAt } = await pulse(rep.orgId, prospect.id);
    expect([unanswered, lastInboundAt, lastOutboundAt]).toEqual([2, later(-16 * day), later(-3 * day)]);
  });

  test("reads a wall-clock time in the logger's zone", async () => {
    const { rep, prospect } = await aDesk();
    await logged(rep, prospect.id, { at: "2026-11-17T10:30" });
    expect((await pulse(rep.orgId, prospect.id)).lastOutboundAt).toEqual(new Date("2026-11-17T09:30:00Z"));
  });

  test.each([
    ["in the future", 2 * 60 * 60 * 1000, /future/],
    ["more than five years ago", -6 * 365 * day, /five years/],
  ])("a touch %s is invalid and writes nothing", async (_when, offset, words) => {
    const { rep, prospect } = await aDesk();
    const outcome = await logTouch(aContext(rep), aLog(prospect.id, { at: later(offset).toISOString() }));
    expect(outcome).toMatchObject({ ok: false, problem: { code: "invalid", fields: { at: [expect.stringMatching(words)] } } });
    expect(await db.touchpoint.count({ where: { orgId: rep.orgId } })).toBe(0);
  });

  test("another organisation's prospect, and another team's for a rep, is not found and nothing is written", async () => {
    const { organisation, rep, prospect } = await aDesk();
    const stranger = (await aDesk()).rep;
    const otherTeam = await aMember(organisation, { team: await aTeam(organisation) });
    for (const actor of [stranger, otherTeam])
      expect(await logTouch(aContext(actor), aLog(prospect.id, { disposition: "asked_to_stop", channel: "phone" }))).toEqual({
        ok: false,
        problem: { code: "not-found" },
      });
    expect(await db.touchpoint.count({ where: { orgId: rep.orgId } })).toBe(0);
    expect(await db.consentEvent.count({ where: { orgId: rep.orgId } })).toBe(0);
    expect(await findTimeline(otherTeam, prospect.id)).toMatchObject({ rows: [], next: null });
  });
});

describe("correcting a touch", () => {
  const aCorrection = (touchpointId: string, over: object = {}) =>
    CorrectTouch.parse({ touchpointId, channel: "email", direction: "in", disposition: "thanked", ...over });

  test("keeps the old row as history, and the pulse follows the new one", async () => {
    const { rep, prospect } = await aDesk();
    const { id } = await logged(rep, prospect.id);
    const outcome = await correctTouch(aContext(rep, later(day)), aCorrection(id, { theySaid: "That helped." }));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));

    const rows = await db.touchpoint.findMany({ where: { orgId: rep.orgId, prospectId: prospect.id }, orderBy: { createdAt: "asc" } });
    expect(rows.map(({ disposition, correctsId, replacedById }) => [disposition, correctsId, replacedById])).toEqual([
      ["sent", null, outcome.value.id],
      ["thanked", id, null],
    ]);
    expect(await pulse(rep.orgId, prospect.id)).toMatchObject({ lastOutboundAt: null, lastInboundAt: testNow, unanswered: 0 });
    const { rows: entries } = await findTimeline(rep, prospect.id);
    expect(entries.map(({ kind, told }) => [kind, told !== null])).toEqual(
      expect.arrayContaining([
        ["reply", true],
        ["replaced", false],
      ]),
    );
  });

  test("a corrected no keeps the objection that plans may answer", async () => {
    const { rep, prospect } = await aDesk();
    const { id } = await logged(rep, prospect.id, {
      channel: "phone",
      disposition: "said_no",
      theySaid: "No time",
      objection: { kind: "reflex" },
    });
    const before = await db.objection.findFirstOrThrow({ where: { orgId: rep.orgId } });
    const told = { channel: "phone", direction: "out", disposition: "said_no", theySaid: "Not before May", objection: { kind: "timing" } };
    const outcome = await correctTouch(aContext(rep), aCorrection(id, told));
    expect(
      await db.objection.findMany({ where: { orgId: rep.orgId }, select: { id: true, kind: true, words: true, touchpointId: true } }),
    ).toEqual([{ id: before.id, kind: "timing", words: "Not before May", touchpointId: outcome.ok && outcome.value.id }]);
  });

  test("is for whoever logged it, or a manager; two at once make one", async () => {
    const { organisation, rep, prospect } = await aDesk();
    const { id } = await logged(rep, prospect.id);
    const colleague = await aMember(organisation);
    const manager = await aMember(organisation, { role: "manager", team: await aTeam(organisation) });
    expect(await correctTouch(aContext(colleague), aCorrection(id))).toMatchObject({ problem: { code: "forbidden" } });
    const both = await Promise.all([rep, manager].map((actor) => correctTouch(aContext(actor), aCorrection(id))));
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: "conflict" } });
    const stranger = (await aDesk()).rep;
    expect(await correctTouch(aContext(stranger), aCorrection(id))).toEqual({ ok: false, problem: { code: "not-found" } });
  });
});

test("the timeline reads page by page, latest first, without a gap", async () => {
  const { rep, prospect } = await aDesk();
  for (let index = 0; index < 34; index += 1) await logged(rep, prospect.id, { at: later(-index * day).toISOString() });
  const first = await findTimeline(rep, prospect.id);
  const second = await findTimeline(rep, prospect.id, { before: first.next });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([30, 4, null]);
  const times = [...first.rows, ...second.rows].map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect(new Set(times).size).toBe(34);
  expect((await findTimeline(rep, prospect.id, { show: "replies" })).rows).toEqual([]);
});

describe("taking a touch back", () => {
  const takeBack = (actor: Actor, { id: touchpointId }: { id: string }, now = later(60_000)) =>
    takeBackTouch(aContext(actor, now), { touchpointId });
  const taken = async (...args: Parameters<typeof takeBack>) => {
    const outcome = await takeBack(...args);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    return outcome.value;
  };

  test("all that hung on it goes with it, the row stays as history, and twice or at once is once", async () => {
    const { rep, prospect } = await aDesk();
    const assetId = await anAsset(rep);
    const before = await pulse(rep.orgId, prospect.id);
    const touch = await logged(rep, prospect.id, {
      ...{ channel: "phone", disposition: "said_no", theySaid: "It costs too much", objection: { kind: "price" } },
      ...{ offer: { kind: "asset", assetId }, nextStep: { what: "We send the protocol" } },
    });
    const answers = await Promise.all([1, 2, 3].map(() => taken(rep, touch)));
    expect(answers.map(({ stands }) => stands)).toEqual([[], [], []]);

    const where = { orgId: rep.orgId, prospectId: prospect.id };
    expect(await db.touchpoint.findMany({ where, select: { replacedById: true, takenBackAt: true } })).toEqual([
      { replacedById: touch.id, takenBackAt: later(60_000) },
    ]);
    expect(await pulse(rep.orgId, prospect.id)).toEqual(before);
    expect(await db.assetShare.count({ where })).toBe(0);
    expect(await db.nextStep.findMany({ where, select: { settledAs: true } })).toEqual([{ settledAs: "dropped" }]);
    const dossier = await readDossier(db, rep.orgId, prospect.id, { now: later(60_000) });
    expect([dossier.touches, dossier.objections]).toEqual([[], []]);
    expect(await db.event.count({ where: { ...where, kind: "touch.taken-back", subjectId: touch.id } })).toBe(1);
    const { rows } = await findTimeline(rep, prospect.id);
    expect(rows.find(({ kind }) => kind === "replaced")).toMatchObject({ text: "Taken back; it does not count.", told: null });
  });

  test.each([
    ["asked_to_stop", { stoppedAt: testNow }, "Their stop stands"],
    ["asked_to_pause", { pausedUntil: expect.any(Date) as Date }, "Their pause stands"],
  ])("C4, C9: %s stays said, and they are told so", async (disposition, stands, words) => {
    const { rep, prospect } = await aDesk();
    const touch = await logged(rep, prospect.id, { channel: "phone", disposition, theySaid: "Leave me be" });
    const ledger = await db.consentEvent.findMany({ where: { prospectId: prospect.id } });
    expect((await taken(rep, touch)).stands).toEqual([expect.stringContaining(words)]);
    expect(await pulse(rep.orgId, prospect.id)).toMatchObject({ ...stands, lastInboundAt: null });
    expect(await db.consentEvent.findMany({ where: { prospectId: prospect.id } })).toEqual(ledger);
    const planned = await plan(rep, aWelcomePlan(prospect.id), { clientKey: randomUUID() });
    expect(planned).toMatchObject({ ok: false, problem: { code: "refused" } });
  });

  test("the follow-up it carried out comes back held, and can be logged again", async () => {
    const { rep, prospect } = await aDesk();
    const planned = await plan(rep, aWelcomePlan(prospect.id, { at: later(3_600_000) }));
    const followUpId = planned.ok ? planned.value.id : "";
    const touch = await logged(rep, prospect.id, { followUpId });
    expect((await taken(rep, touch)).stands).toEqual([expect.stringContaining("waits in your queue")]);
    const followUp = () =>
      db.followUp.findFirstOrThrow({ where: { orgId: rep.orgId, id: followUpId }, select: { state: true, settledAt: true } });
    expect(await followUp()).toEqual({ state: "held", settledAt: null });
    await logged(rep, prospect.id, { followUpId }, later(120_000));
    expect(await followUp()).toMatchObject({ state: "done" });
  });

  test("is for whoever logged it, for ten minutes, and not once it was corrected or they said what they think of what was given", async () => {
    const { organisation, rep, prospect } = await aDesk();
    const assetId = await anAsset(rep);
    const touch = await logged(rep, prospect.id, { offer: { kind: "asset", assetId } });
    const manager = await aMember(organisation, { role: "manager" });
    expect(await takeBack(manager, touch)).toMatchObject({ ok: false, problem: { code: "forbidden" } });
    expect(await takeBack((await aDesk()).rep, touch)).toMatchObject({ ok: false, problem: { code: "not-found" } });
    const conflict = (words: string) => ({ ok: false, problem: { code: "conflict", sentence: expect.stringContaining(words) as string } });
    expect(await takeBack(rep, touch, later(11 * 60_000))).toEqual(conflict("10 minutes"));
    await db.assetShare.updateMany({ where: { touchpointId: touch.id }, data: { reaction: "useful", reactedAt: later(30_000) } });
    expect(await takeBack(rep, touch)).toEqual(conflict("what they think"));

    const other = await logged(rep, prospect.id);
    const told = CorrectTouch.parse({ touchpointId: other.id, channel: "email", direction: "in", disposition: "thanked" });
    const corrected = await correctTouch(aContext(rep), told);
    expect(await takeBack(rep, other)).toEqual(conflict("corrected"));
    expect(await takeBack(rep, { id: corrected.ok ? corrected.value.id : "" })).toEqual(conflict("corrected"));

    const third = await logged(rep, prospect.id);
    await taken(rep, third);
    expect(await correctTouch(aContext(rep), { ...told, touchpointId: third.id })).toEqual(conflict("taken back"));
  });
});
