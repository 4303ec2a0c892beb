import { afterAll, describe, expect, test } from "vitest";

import { listRegistries } from "#lib/consent/queries.ts";
import { UploadRegistry, uploadRegistry } from "#lib/consent/upload-registry.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { AdjustLaw, adjustLaw } from "#lib/policy/adjust-law.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { PublishPolicy, publishPolicy, restorePolicy } from "#lib/policy/publish-policy.ts";
import { findPolicyAt, listLawChanges, readPolicy } from "#lib/policy/queries.ts";
import { holdStopped } from "#lib/schedule/hold-stopped.ts";
import { rollOutPolicy } from "#lib/schedule/roll-out-policy.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

afterAll(() => closeQueue(1));

async function anOffice() {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  const admin = await aMember(organisation, { role: "admin" });
  return { admin, manager: await aMember(organisation, { role: "manager" }), rep: await aMember(organisation) };
}

const bringIn = (actor: Actor, text: string, over: object = {}) =>
  uploadRegistry(aContext(actor), UploadRegistry.parse({ registry: "US-DNC", asOf: "2026-11-10", fileName: "dnc.csv", ...over }), text);
const seen = async ({ orgId }: Actor, id: string) => (await readDossier(db, orgId, id, { now: testNow })).registries;
const american = { country: "US", timeZone: "America/Chicago", subscriberKind: "consumer" };
const aCall = (id: string) =>
  aWelcomePlan(id, { channel: "phone", at: new Date("2026-11-19T18:00:00Z"), basis: { kind: "looked_up", note: "" } });

describe("a registry", () => {
  test("is kept as hashes and told of those on it, in the organisation that brought it in", async () => {
    const { admin, rep } = await anOffice();
    const other = await anOffice();
    const few = Array.from({ length: 148 }, (_, i) => `512,5551${String(i).padStart(3, "0")}`).join("\n");
    expect(await bringIn(admin, `Number\n512,5550143\n512,5550144\n${few}\nn/a 12`)).toEqual({
      ok: true,
      value: { count: 150, unreadable: 1 },
    });
    expect(await bringIn(admin, "Number\n512,5550143\nn/a 12")).toMatchObject({ ok: false, problem: { code: "invalid" } });
    const listed = await aProspect(rep, { ...american, phone: "+15125550143" });
    const free = await aProspect(rep, { ...american, phone: "+15125550199" });
    expect(await seen(rep, listed.id)).toEqual([{ list: "US-DNC", asOf: "2026-11-10", listed: true }]);
    expect(await seen(rep, free.id)).toEqual([{ list: "US-DNC", asOf: "2026-11-10", listed: false }]);
    // with an extension it is the same number; one that cannot be looked up is not checked
    expect(await seen(rep, (await aProspect(rep, { ...american, phone: "+15125550143;ext=7" })).id)).toMatchObject([{ listed: true }]);
    expect(await seen(rep, (await aProspect(rep, { ...american, phone: "ask at the desk" })).id)).toEqual([]);
    expect(await seen(other.rep, (await aProspect(other.rep, { ...american, phone: "+15125550143" })).id)).toEqual([]);
    const numbers = await db.registryNumber.findMany({ where: { orgId: admin.orgId } });
    expect(JSON.stringify(numbers)).not.toContain("5550143");
    expect(await listRegistries(other.admin)).toEqual([]);
  });

  test("a newer copy takes the place of the one before, and only an admin brings one in", async () => {
    const { admin, manager, rep } = await anOffice();
    for (const actor of [manager, rep]) expect(await bringIn(actor, "5125550143")).toEqual({ ok: false, problem: { code: "forbidden" } });
    await bringIn(admin, "5125550143", { asOf: "2026-10-01" });
    await bringIn(admin, "5125550144");
    expect(await listRegistries(admin)).toMatchObject([{ registry: "US-DNC", asOf: "2026-11-10", count: 1, by: admin.name }]);
    expect(await db.registryNumber.count({ where: { orgId: admin.orgId } })).toBe(1);
    expect(await db.registryList.count({ where: { orgId: admin.orgId } })).toBe(2);
  });

  test("a file without a number, or of a day to come, changes nothing", async () => {
    const { admin } = await anOffice();
    await bringIn(admin, "5125550143");
    expect(await bringIn(admin, "name,mail\nAna,ana@vilar.example")).toMatchObject({ ok: false, problem: { code: "invalid" } });
    expect(await bringIn(admin, "5125550144", { asOf: "2026-11-19" })).toMatchObject({ ok: false, problem: { code: "invalid" } });
    expect(await listRegistries(admin)).toMatchObject([{ count: 1 }]);
  });

  test("takes a planned call to a number on it off the schedule", async () => {
    const { admin, rep } = await anOffice();
    const [listed, free] = [
      await aProspect(rep, { ...american, phone: "+15125550143" }),
      await aProspect(rep, { ...american, phone: "+15125550199" }),
    ];
    for (const { id } of [listed, free]) expect(await plan(rep, aCall(id))).toMatchObject({ ok: true });
    await bringIn(admin, "5125550143");
    await holdStopped({ orgId: rep.orgId }, testNow);
    const states = await db.followUp.findMany({ where: { orgId: rep.orgId }, select: { prospectId: true, state: true } });
    expect(Object.fromEntries(states.map(({ prospectId, state }) => [prospectId, state]))).toEqual({
      [listed.id]: "held",
      [free.id]: "scheduled",
    });
  });

  test("a look into it is a line of the ledger, of that number and until the law's days are over", async () => {
    const { rep } = await anOffice();
    const ana = await aProspect(rep, { ...american, phone: "+15125550143" });
    await plan(rep, aCall(ana.id));
    const line = await db.consentEvent.findFirstOrThrow({
      where: { orgId: rep.orgId, prospectId: ana.id },
      include: { contactPoint: true },
    });
    expect(line).toMatchObject({
      status: "looked_up",
      channel: "phone",
      saidBy: "rep",
      effectiveTo: inDays(28),
      contactPoint: { value: "+15125550143" },
    });
    await db.contactPoint.updateMany({ where: { orgId: rep.orgId, id: line.contactPointId! }, data: { invalidAt: testNow } });
    const other = { value: "+15125550177", normalised: "+15125550177", isPrimary: true };
    await db.contactPoint.create({ data: { ...other, orgId: rep.orgId, id: crypto.randomUUID(), prospectId: ana.id, kind: "phone" } });
    const again = await plan(rep, { ...aCall(ana.id), at: new Date("2026-11-27T18:00:00Z"), basis: null });
    expect(again).toMatchObject({ ok: false, problem: { code: "refused" } });
    expect(JSON.stringify(again)).toContain("Another number of theirs was looked up, not this one.");
  });

  test("is asked of the number that would be rung up, and of the next one once that is dead", async () => {
    const { admin, rep } = await anOffice();
    await bringIn(admin, "5125550143");
    const ana = await aProspect(rep, { ...american, phone: "+15125550199" });
    const listed = { value: "+15125550143", normalised: "+15125550143", orgId: rep.orgId, prospectId: ana.id, kind: "phone" };
    await db.contactPoint.create({ data: { ...listed, id: crypto.randomUUID() } });
    expect(await seen(rep, ana.id)).toMatchObject([{ listed: false }]);
    await db.contactPoint.updateMany({ where: { orgId: rep.orgId, normalised: "+15125550199" }, data: { invalidAt: testNow } });
    expect(await seen(rep, ana.id)).toMatchObject([{ listed: true }]);
  });

  test("takes in two hundred thousand numbers", async () => {
    const { admin } = await anOffice();
    const text = Array.from({ length: 200_000 }, (_, i) => `+1${String(2_125_000_000 + i)}`).join("\n");
    expect(await bringIn(admin, text)).toEqual({ ok: true, value: { count: 200_000, unreadable: 0 } });
  }, 60_000);
});

describe("a rule set differently", () => {
  const set = (actor: Actor, over: object) =>
    adjustLaw(aContext(actor), AdjustLaw.parse({ basedOn: 1, rule: "EU-03", reason: "Their works council asked for it", ...over }));

  test("stricter: is in force, judges what is planned again, and stands in the history", async () => {
    const { admin, rep } = await anOffice();
    const ana = await aProspect(rep);
    expect(await plan(rep, aWelcomePlan(ana.id))).toMatchObject({ ok: true });
    expect(await set(admin, { expressOnly: true })).toEqual({ ok: true, value: { version: 2 } });
    await rollOutPolicy({ orgId: rep.orgId, version: 2 }, () => testNow);
    const held = await db.followUp.findFirstOrThrow({ where: { orgId: rep.orgId } });
    expect(held).toMatchObject({ state: "held", heldReason: expect.stringContaining("as set here") });
    expect((await listLawChanges(admin)).changes).toMatchObject([
      { version: 2, rule: "EU-03", own: { expressOnly: true, reason: "Their works council asked for it" }, by: admin.name },
    ]);
    expect((await findPolicyAt(admin, new Date(testNow.getTime() - 1))).law).toEqual({});
    expect(await listLawChanges((await anOffice()).admin)).toEqual({ changes: [], earlier: null });
  });

  test("looser: only on purpose, with a reason worth the name, and it is said which part", async () => {
    const { admin } = await anOffice();
    const looser = { rule: "DE-02", week: "8-20" };
    expect(await set(admin, looser)).toMatchObject({
      ok: false,
      problem: { code: "conflict", sentence: expect.stringContaining("hours") },
    });
    expect(await set(admin, { ...looser, insist: "yes", reason: "Because" })).toMatchObject({ ok: false, problem: { code: "invalid" } });
    expect(await set(admin, { ...looser, insist: "yes" })).toMatchObject({ ok: true });
    expect((await readPolicy(db, admin.orgId)).law["DE-02"]!.hours!.week).toEqual([[8, 20]]);
  });

  test("numbers published or restored later leave it as it is, and it can be taken back", async () => {
    const { admin } = await anOffice();
    await set(admin, { expressOnly: true });
    const numbers = PublishPolicy.parse({ basedOn: 2, note: "Fewer", numbers: { "noes.most": "2" } });
    expect(await publishPolicy(aContext(admin), numbers)).toMatchObject({ ok: true });
    expect(await restorePolicy(aContext(admin), { basedOn: 3, version: 1 })).toMatchObject({ ok: true });
    expect((await readPolicy(db, admin.orgId)).law).toHaveProperty("EU-03");
    expect(await set(admin, { basedOn: 4, asRead: "on" })).toEqual({ ok: true, value: { version: 5 } });
    expect((await readPolicy(db, admin.orgId)).law).toEqual({});
    expect((await listLawChanges(admin)).changes.map(({ version, own }) => [version, own === null])).toEqual([
      [5, true],
      [2, false],
    ]);
  });

  test("by an admin only, of a rule there is, and not where nothing differs", async () => {
    const { admin, manager, rep } = await anOffice();
    for (const actor of [manager, rep])
      expect(await set(actor, { expressOnly: true })).toEqual({ ok: false, problem: { code: "forbidden" } });
    expect(await set(admin, { rule: "ZZ-99", expressOnly: true })).toEqual({ ok: false, problem: { code: "not-found" } });
    expect(await set(admin, {})).toMatchObject({ ok: false, problem: { code: "invalid" } });
    const asRead = {
      rule: "FR-02",
      week: "10-13 and 14-20",
      saturday: "none",
      sunday: "none",
      touches: "4",
      days: "30",
      refusalDays: "60",
    };
    expect(await set(admin, asRead)).toMatchObject({ ok: false, problem: { code: "invalid" } });
    expect(await set(admin, { touches: "3" })).toMatchObject({ ok: false, problem: { code: "invalid" } });
    expect(await set(admin, { rule: "DE-02", week: "late" })).toMatchObject({
      ok: false,
      problem: { code: "invalid", fields: { week: [expect.any(String)] } },
    });
    expect(await db.policyVersion.count({ where: { orgId: admin.orgId } })).toBe(1);
  });
});
