import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { db } from "#lib/platform/db.ts";
import { planAgain } from "#lib/schedule/plan-again.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { settleFollowUp } from "#lib/schedule/settle-follow-up.ts";
import { aWelcomePlan, inDays } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect } from "#tests/factories/records.ts";

async function aCancelledFollowUp() {
  const rep = await aMember(await anOrganisation());
  const prospect = await aProspect(rep);
  const plan = aWelcomePlan(prospect.id);
  const planned = await planFollowUp(aContext(rep), { plan, clientKey: randomUUID() });
  const followUpId = planned.ok ? planned.value.id : "";
  await settleFollowUp(aContext(rep), { followUpId, as: "cancelled" });
  return { rep, prospect, plan, followUpId };
}

test("what was cancelled is planned again as it was, once, and stays cancelled in the record", async () => {
  const { rep, prospect, plan, followUpId } = await aCancelledFollowUp();
  const clientKey = randomUUID();
  const [first, second] = [
    await planAgain(aContext(rep), { followUpId, clientKey }),
    await planAgain(aContext(rep), { followUpId, clientKey }),
  ];
  expect(second).toEqual(first);
  const rows = await db.followUp.findMany({ where: { orgId: rep.orgId }, orderBy: { state: "asc" } });
  expect(rows).toMatchObject([
    { id: followUpId, state: "cancelled" },
    { id: first.ok && first.value.id, state: "scheduled", at: plan.at, helps: plan.helps, draft: plan.draft, offerText: plan.offer.text },
  ]);
  expect((await db.prospect.findFirstOrThrow({ where: { orgId: rep.orgId, id: prospect.id } })).nextAt).toEqual(plan.at);
});

test("once its time has passed it is refused with a sentence, and nothing is planned", async () => {
  const { rep, followUpId } = await aCancelledFollowUp();
  const outcome = await planAgain(aContext(rep, inDays(2)), { followUpId, clientKey: randomUUID() });
  expect(outcome).toMatchObject({ ok: false, problem: { code: "refused", sentence: expect.stringMatching(/\w/) } });
  expect(await db.followUp.count({ where: { orgId: rep.orgId, state: "scheduled" } })).toBe(0);
});

test("what still stands is not planned twice, and a stranger's does not exist", async () => {
  const { rep, plan, followUpId } = await aCancelledFollowUp();
  const again = await planAgain(aContext(rep), { followUpId, clientKey: randomUUID() });
  const standing = again.ok ? again.value.id : "";
  expect(await planAgain(aContext(rep), { followUpId: standing, clientKey: randomUUID() })).toMatchObject({
    ok: false,
    problem: { code: "conflict" },
  });
  expect(await db.followUp.count({ where: { orgId: rep.orgId, state: "scheduled", at: plan.at } })).toBe(1);

  const stranger = await aMember(await anOrganisation());
  expect(await planAgain(aContext(stranger), { followUpId, clientKey: randomUUID() })).toEqual({
    ok: false,
    problem: { code: "not-found" },
  });
});
