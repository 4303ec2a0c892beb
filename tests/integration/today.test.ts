import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import type { Plan } from "#lib/follow-up/plan.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { handOverProspect } from "#lib/schedule/hand-over-prospect.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { findToday } from "#lib/today/queries.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

const days = (count: number) => new Date(testNow.getTime() + count * 86_400_000);

function aWelcomePlan(prospectId: string): Plan {
  return {
    prospectId,
    channel: "email",
    at: days(0.2),
    ask: "reply",
    offer: { kind: "news", assetId: null, text: "The audit rule for cold rooms changed" },
    helps: "It changes what the next audit asks of their cold rooms",
    draft: "",
    answersObjectionId: null,
    urgentFactId: null,
    basis: { kind: "work_role", note: "" },
  };
}

async function aDay() {
  const organisation = await anOrganisation();
  const rep = await aMember(organisation);
  const pulse = (over: object) => aProspect(rep, over);
  const answered = await pulse({ lastOutboundAt: days(-3), lastInboundAt: days(-1) });
  const leftAlone = await pulse({ lastOutboundAt: days(-40), unanswered: 2 });
  await pulse({ lastOutboundAt: days(-5), unanswered: 1 });
  await pulse({ lastOutboundAt: days(-40), stoppedAt: days(-2) });
  await pulse({ lastOutboundAt: days(-40), pausedUntil: days(30) });
  const due = await pulse({});
  await planFollowUp(aContext(rep), { plan: aWelcomePlan(due.id), clientKey: randomUUID() });
  const promised = await pulse({});
  await promise(rep, promised.id, days(0));
  await promise(rep, promised.id, days(9));
  return { organisation, rep, answered, leftAlone, due, promised };
}

const promise = ({ orgId, userId }: Actor, prospectId: string, dueOn: Date) =>
  db.nextStep.create({
    data: { orgId, id: newId(testNow), prospectId, what: "Send the certificate", owedBy: "us", dueOn, createdById: userId },
  });

test("the queue holds what waits, promises first, and leaves out who rests or stopped", async () => {
  const { rep, answered, leftAlone, due, promised } = await aDay();
  const rows = await findToday({ actor: rep, now: testNow });
  expect(rows.map(({ group, prospectId }) => [group, prospectId])).toEqual([
    ["promised", promised.id],
    ["answered", answered.id],
    ["due", due.id],
    ["left-alone", leftAlone.id],
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
