import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import type { Plan } from "#lib/follow-up/plan.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
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
