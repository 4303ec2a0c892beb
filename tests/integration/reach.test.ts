import { expect, test } from "vitest";

import { db } from "#lib/platform/db.ts";
import { findReach } from "#lib/touches/find-reach.ts";
import { aWelcomePlan, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam } from "#tests/factories/records.ts";
import { aDesk, logged } from "#tests/factories/touches.ts";

test("how somebody is reached is told to who may see them, and asking writes nothing", async () => {
  const { rep, prospect } = await aDesk();
  const before = await db.event.count({ where: { orgId: rep.orgId } });
  const outcome = await findReach(aContext(rep), prospect.id, null);
  expect(outcome).toMatchObject({ ok: true, value: { name: prospect.name, plan: { prospectId: prospect.id } } });
  expect(await db.event.count({ where: { orgId: rep.orgId } })).toBe(before);
  expect(await db.followUp.count({ where: { orgId: rep.orgId } })).toBe(0);
});

test("another team's person, and another organisation's, is not found", async () => {
  const there = await anOrganisation();
  const [one, other] = [await aTeam(there), await aTeam(there)];
  const prospect = await aProspect(await aMember(there, { team: one }));
  const strangers = [await aMember(there, { team: other }), await aMember(await anOrganisation())];
  for (const stranger of strangers)
    expect(await findReach(aContext(stranger), prospect.id, null)).toMatchObject({ ok: false, problem: { code: "not-found" } });
});

test("a follow-up that is due brings its letter, but only for its own person", async () => {
  const { rep, prospect } = await aDesk();
  const draft = "Dear Ana, the checklist you asked about is here. No need to reply.";
  const planned = await plan(rep, aWelcomePlan(prospect.id, { draft }));
  const id = (planned as { value: { id: string } }).value.id;
  expect(await findReach(aContext(rep), prospect.id, id)).toMatchObject({ value: { draft } });
  const somebodyElse = await aProspect(rep);
  expect(await findReach(aContext(rep), somebodyElse.id, id)).toMatchObject({ value: { draft: "" } });
});

test("P3: two voicemails without an answer, and none is proposed", async () => {
  const { rep, prospect } = await aDesk();
  for (const at of ["2026-10-20T10:00", "2026-11-06T10:00"])
    await logged(rep, prospect.id, { channel: "phone", disposition: "voicemail", at });
  const outcome = await findReach(aContext(rep), prospect.id, null);
  expect((outcome as { value: { voicemail: unknown } }).value.voicemail).toMatchObject({ script: null });
});
