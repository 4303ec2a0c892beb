import { afterAll, expect, test } from "vitest";

import { SuppressGroup, suppressGroup } from "#lib/consent/suppress-group.ts";
import { UploadRegistry, uploadRegistry } from "#lib/consent/upload-registry.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { settleFollowUp } from "#lib/schedule/settle-follow-up.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";
import { logged } from "#tests/factories/touches.ts";

afterAll(() => closeQueue(1));

// no test here runs the job that looks for such plans: each asks what holds before it has come by
const refused = { ok: false, problem: { code: "conflict", sentence: expect.stringContaining("may not be contacted this way any more") } };
const stateOf = async (id: string) => (await db.followUp.findFirstOrThrow({ where: { id } })).state;

async function aDomainStopped() {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  const [rep, manager] = [await aMember(organisation), await aMember(organisation, { role: "manager" })];
  const ana = await aProspect(rep, { email: "ana@vilar.example.com" });
  const planned = await plan(rep, aWelcomePlan(ana.id, { at: inDays(0.25) }));
  const id = planned.ok ? planned.value.id : "";
  const group = SuppressGroup.parse({ kind: "domain", name: "vilar.example.com", reason: "Their counsel wrote to us" });
  expect(await suppressGroup(aContext(manager), group)).toMatchObject({ ok: true });
  return { rep, ana, id };
}

test("a follow-up to somebody of a domain stopped a moment ago is not done, but taken off; dropping it still works", async () => {
  const { rep, id } = await aDomainStopped();
  expect(await stateOf(id)).toBe("scheduled");
  expect(await settleFollowUp(aContext(rep), { followUpId: id, as: "done" })).toMatchObject(refused);
  expect(await db.followUp.findFirstOrThrow({ where: { id } })).toMatchObject({
    state: "held",
    heldReason: expect.stringContaining("on the list of those who must not be contacted"),
  });
  expect(await settleFollowUp(aContext(rep), { followUpId: id, as: "done" })).toMatchObject(refused);
  expect(await settleFollowUp(aContext(rep), { followUpId: id, as: "cancelled" })).toMatchObject({ ok: true });
});

test.each([true, false])(
  "a touch that happened is logged on its own, and carries out no plan that is forbidden (named: %s)",
  async (isNamed) => {
    const { rep, ana, id } = await aDomainStopped();
    const { id: touchId } = await logged(rep, ana.id, { at: testNow.toISOString(), ...(isNamed && { followUpId: id }) });
    expect(await db.touchpoint.findFirstOrThrow({ where: { id: touchId } })).toMatchObject({ followUpId: null });
    expect(await stateOf(id)).toBe("held");
  },
);

test("nor is a call to a number that a registry brought in a moment ago lists; one on no list is", async () => {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  const [rep, admin] = [await aMember(organisation), await aMember(organisation, { role: "admin" })];
  const american = { country: "US", timeZone: "America/Chicago", subscriberKind: "consumer" };
  const call = { channel: "phone", at: new Date("2026-11-19T18:00:00Z"), basis: { kind: "looked_up", note: "" } } as const;
  const ids: string[] = [];
  for (const phone of ["+15125550143", "+15125550199"]) {
    const planned = await plan(rep, aWelcomePlan((await aProspect(rep, { ...american, phone })).id, call));
    ids.push(planned.ok ? planned.value.id : "");
  }
  await uploadRegistry(aContext(admin), UploadRegistry.parse({ registry: "US-DNC", asOf: "2026-11-10" }), "5125550143");
  expect(await settleFollowUp(aContext(rep), { followUpId: ids[0]!, as: "done" })).toMatchObject(refused);
  expect(await settleFollowUp(aContext(rep), { followUpId: ids[1]!, as: "done" })).toMatchObject({ ok: true });
});
