import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { recordTerms } from "#lib/consent/record-terms.ts";
import { findReps } from "#lib/insight/queries.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { askProspect } from "#lib/preferences/ask-prospect.ts";
import { sayWhyNoStep, SayWhyNoStep } from "#lib/prospects/say-why-no-step.ts";
import { handOverProspect } from "#lib/schedule/hand-over-prospect.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { readSilence } from "#lib/schedule/read-silence.ts";
import { findToday } from "#lib/today/queries.ts";
import { findWelcomed } from "#lib/today/welcomed-queries.ts";
import { aWelcomePlan, inDays } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";
import { aDesk, logged } from "#tests/factories/touches.ts";

async function aDay() {
  const organisation = await anOrganisation();
  const rep = await aMember(organisation);
  const pulse = (over: object) => aProspect(rep, over);
  const answered = await pulse({ lastOutboundAt: inDays(-3), lastInboundAt: inDays(-1) });
  const leftAlone = await pulse({ lastOutboundAt: inDays(-40), unanswered: 2 });
  const lately = await pulse({ lastOutboundAt: inDays(-5), unanswered: 1 });
  await pulse({ lastOutboundAt: inDays(-40), stoppedAt: inDays(-2) });
  await pulse({ lastOutboundAt: inDays(-40), pausedUntil: inDays(30) });
  const due = await pulse({});
  await planFollowUp(aContext(rep), { plan: aWelcomePlan(due.id, { at: inDays(0.2) }), clientKey: randomUUID() });
  const promised = await pulse({});
  await promise(rep, promised.id, inDays(0));
  await promise(rep, promised.id, inDays(9));
  return { organisation, rep, answered, leftAlone, lately, due, promised };
}

const promise = ({ orgId, userId }: Actor, prospectId: string, dueOn: Date) =>
  db.nextStep.create({
    data: { orgId, id: newId(testNow), prospectId, what: "Send the certificate", owedBy: "us", dueOn, createdById: userId },
  });

test("the queue holds what waits, promises first, and leaves out who rests or stopped", async () => {
  const { rep, answered, leftAlone, lately, due, promised } = await aDay();
  const rows = await findToday({ actor: rep, now: testNow });
  expect(rows.map(({ group, prospectId }) => [group, prospectId])).toEqual([
    ["promised", promised.id],
    ["answered", answered.id],
    ["due", due.id],
    ["left-alone", leftAlone.id],
    ["not-asked", lately.id],
  ]);
  expect(rows.find(({ group }) => group === "due")).toMatchObject({ verdict: "allow", channel: "email" });
});

test("a colleague's queue is their own", async () => {
  const { organisation } = await aDay();
  const colleague = await aMember(organisation);
  expect(await findToday({ actor: colleague, now: testNow })).toEqual([]);
});

test("a promise for tomorrow is not today's, west of Greenwich either", async () => {
  const organisation = await anOrganisation();
  const rep = await aMember(organisation, { timeZone: "America/New_York" });
  const prospect = await aProspect(rep);
  await promise(rep, prospect.id, new Date("2026-11-19T00:00:00Z"));
  const at = (instant: string) => findToday({ actor: rep, now: new Date(instant) });
  expect(await at("2026-11-18T22:00:00Z")).toEqual([]);
  expect((await at("2026-11-19T06:00:00Z")).map(({ group }) => group)).toEqual(["promised"]);
});

test("what a rep may no longer see leaves their queue", async () => {
  const { rep, promised } = await aDay();
  await db.prospect.update({ where: { orgId_id: { orgId: rep.orgId, id: promised.id } }, data: { archivedAt: testNow } });
  expect((await findToday({ actor: rep, now: testNow })).map(({ group }) => group)).not.toContain("promised");
});

test("a promise goes with the record to its new owner", async () => {
  const { organisation, rep, promised } = await aDay();
  const colleague = await aMember(organisation);
  await handOverProspect(aContext(rep), { prospectId: promised.id, ownerId: colleague.userId });
  expect((await findToday({ actor: colleague, now: testNow })).map(({ group }) => group)).toEqual(["promised"]);
});

const groupsOf = async (rep: Actor, now = testNow) => (await findToday({ actor: rep, now })).map(({ group }) => group);

test("who named a day is left to it, is first of the people on it, and leaves when they are called", async () => {
  const { rep, prospect } = await aDesk();
  await logged(
    rep,
    prospect.id,
    { channel: "phone", disposition: "said_later", theySaid: "In two weeks", callBackOn: "2026-12-02" },
    inDays(-30),
  );
  expect(await groupsOf(rep, inDays(-1))).toEqual([]);
  expect(await groupsOf(rep, inDays(13))).toEqual([]);
  expect(await groupsOf(rep, inDays(14))).toEqual(["called-back"]);
  await logged(rep, prospect.id, { channel: "phone", disposition: "no_answer" }, inDays(14.1));
  expect(await groupsOf(rep, inDays(14.2))).not.toContain("called-back");
});

test("a question after the day was named waits for an answer all the same", async () => {
  const { rep, prospect } = await aDesk();
  await logged(
    rep,
    prospect.id,
    { channel: "phone", disposition: "said_later", theySaid: "In spring", callBackOn: "2027-03-02" },
    inDays(-10),
  );
  await logged(rep, prospect.id, { direction: "in", disposition: "asked_question", theySaid: "Does it fit our rooms?" }, inDays(-1));
  expect(await groupsOf(rep)).toEqual(["answered"]);
});

test("a day taken back or moved is not the old one's", async () => {
  const { organisation, rep, prospect } = await aDesk();
  const name = (callBackOn: string, now: Date) =>
    inTransaction({}, ({ tx }) => recordTerms({ tx, orgId: organisation.id, now }, prospect.id, { callBackOn }, "person"));
  await name("2026-11-17", inDays(-60));
  expect(await groupsOf(rep)).toEqual(["called-back"]);
  await name("2026-12-17", inDays(-20));
  expect(await groupsOf(rep)).toEqual([]);
});

test("who was asked, has answered or said no to e-mail is not to be asked", async () => {
  const { rep, prospect } = await aDesk();
  await logged(rep, prospect.id, {}, inDays(-2));
  expect(await groupsOf(rep)).toEqual(["not-asked"]);
  expect((await askProspect(aContext(rep), { prospectId: prospect.id, basis: "work_role", note: "Looks after their pumps" })).ok).toBe(
    true,
  );
  expect(await groupsOf(rep)).toEqual([]);
});

test("whom somebody said why of, or whose silence is read, is not left alone while that stands; the overview counts the same", async () => {
  const { organisation, rep } = await aDesk();
  const manager = await aMember(organisation, { role: "manager" });
  const [explained, read, plain] = [await aProspect(rep), await aProspect(rep), await aProspect(rep)];
  for (const { id } of [explained, read, plain]) await logged(rep, id, {}, inDays(-30));
  await sayWhyNoStep(aContext(rep), SayWhyNoStep.parse({ prospectId: explained.id, kind: "waiting" }));
  expect(await readSilence(aContext(rep), { prospectId: read.id, hypothesis: "swamped" })).toMatchObject({ ok: true });
  const alone = async (now: Date) =>
    (await findToday({ actor: rep, now })).filter(({ group }) => group === "left-alone").map(({ prospectId }) => prospectId);
  const counted = async (now: Date) => (await findReps({ actor: manager, now })).find(({ userId }) => userId === rep.userId)!.leftAlone;

  expect(await alone(testNow)).toEqual([plain.id]);
  expect(await counted(testNow)).toBe(1);
  expect(await alone(inDays(90))).toHaveLength(3);
  expect(await counted(inDays(90))).toBe(3);
});

test("a group that is looked at alone shows all of it", async () => {
  const { rep } = await aDesk();
  for (let i = 0; i < 20; i += 1) await aProspect(rep, { lastOutboundAt: inDays(-40 - i) });
  expect(await findToday(aContext(rep))).toHaveLength(16);
  expect(await findToday(aContext(rep), "left-alone")).toHaveLength(20);
});

test("what was given and met with an answer is shown, a line a person; an answer to nothing given is not", async () => {
  const { rep, prospect } = await aDesk();
  const other = await aProspect(rep);
  await logged(rep, prospect.id, { offer: { kind: "news", assetId: null, text: "The new audit rule" } }, inDays(-3));
  await logged(rep, prospect.id, { direction: "in", disposition: "thanked", theySaid: "Thank you" }, inDays(-2));
  await logged(rep, other.id, {}, inDays(-3));
  await logged(rep, other.id, { direction: "in", disposition: "replied", theySaid: "Yes?" }, inDays(-2));
  expect(await findWelcomed(aContext(rep))).toMatchObject([
    { prospectId: prospect.id, disposition: "thanked", offerKind: "news", what: "The new audit rule" },
  ]);
  expect(await findWelcomed(aContext(rep, inDays(13)))).toEqual([]);
});
