import { afterAll, describe, expect, test } from "vitest";

import { hashAddress } from "#lib/consent/hash-address.ts";
import { liftSuppression } from "#lib/consent/lift-suppression.ts";
import { countSuppressedPeople, listSuppressed } from "#lib/consent/queries.ts";
import { suppress } from "#lib/consent/suppress.ts";
import { SuppressGroup, suppressGroup } from "#lib/consent/suppress-group.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { holdStopped } from "#lib/schedule/hold-stopped.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { startFile, takeFile, text } from "#tests/factories/imports.ts";
import { aWelcomePlan, plan } from "#tests/factories/plans.ts";
import { aCompany, aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

afterAll(() => closeQueue(1));

async function anOffice() {
  const organisation = await anOrganisation();
  return { organisation, rep: await aMember(organisation), manager: await aMember(organisation, { role: "manager" }) };
}

const put = (actor: Actor, over: object) =>
  suppressGroup(
    aContext(actor),
    SuppressGroup.parse({ kind: "domain", name: "vilar.example.com", reason: "Their counsel wrote to us", ...over }),
  );
const lift = (actor: Actor, over: object = {}) =>
  liftSuppression(aContext(actor), {
    kind: "domain",
    label: "vilar.example.com",
    channel: "any",
    topic: null,
    reason: "Their counsel agreed again",
    ...over,
  });
const offFor = async ({ orgId }: Actor, id: string) => (await readDossier(db, orgId, id, { now: testNow })).suppressed;
const stateOf = async (prospectId: string) =>
  (await db.followUp.findFirstOrThrow({ where: { prospectId }, select: { state: true } })).state;

describe("a domain on the list", () => {
  test("takes what is planned off the schedule, refuses what is planned next, and says why", async () => {
    const { rep, manager } = await anOffice();
    const ana = await aProspect(rep, { email: "ana@vilar.example.com" });
    expect(await plan(rep, aWelcomePlan(ana.id))).toMatchObject({ ok: true });
    expect(await put(manager, {})).toMatchObject({ ok: true });
    await holdStopped({ orgId: rep.orgId }, testNow);

    expect(await stateOf(ana.id)).toBe("held");
    const refused = await plan(rep, aWelcomePlan(ana.id));
    expect(refused).toMatchObject({ ok: false, problem: { code: "refused", sentence: expect.stringContaining("domain or company") } });
    const [event] = await db.event.findMany({ where: { orgId: rep.orgId, kind: "suppression.added" } });
    expect(event).toMatchObject({ actorId: manager.userId, data: { label: "vilar.example.com", reason: "Their counsel wrote to us" } });
  });

  test("reaches what is below it, by whatever address, and the company's own domain, and nobody else", async () => {
    const { rep, manager } = await anOffice();
    await put(manager, { name: "https://www.vilar.example.com/contact" });
    const company = await aCompany(rep, { domain: "Vilar.example.com" });
    expect(await offFor(rep, (await aProspect(rep, { email: "ana@porto.vilar.example.com" })).id)).toHaveLength(6);
    expect(await offFor(rep, (await aProspect(rep, { email: null, companyId: company.id })).id)).toHaveLength(6);
    expect(await offFor(rep, (await aProspect(rep, { email: "ana@notvilar.example.com" })).id)).toEqual([]);
    const stranger = await aMember(await anOrganisation());
    expect(await offFor(stranger, (await aProspect(stranger, { email: "ana@vilar.example.com" })).id)).toEqual([]);
  });

  test("for one way only leaves the others open", async () => {
    const { rep, manager } = await anOffice();
    await put(manager, { channel: "phone" });
    expect(await offFor(rep, (await aProspect(rep, { email: "ana@vilar.example.com" })).id)).toEqual(["phone"]);
  });

  test("is met by whoever an import brings in later", async () => {
    const { rep, manager } = await anOffice();
    await put(manager, {});
    await startFile(rep, await takeFile(rep, text("Name,Email\nNew Person,new@vilar.example.com"), { basis: "customer" }));
    const { id } = await db.prospect.findFirstOrThrow({ where: { orgId: rep.orgId } });
    expect(await plan(rep, aWelcomePlan(id))).toMatchObject({ ok: false, problem: { code: "refused" } });
  });

  test.each(["com", "co.uk", "vilar", "", "vilar example"])("“%s” is no domain", async (name) => {
    const { manager } = await anOffice();
    const input = { kind: "domain", name, channel: "any", topic: null, reason: "x" } as const;
    expect(await suppressGroup(aContext(manager), input)).toMatchObject({ ok: false, problem: { code: "invalid" } });
  });
});

describe("a company on the list", () => {
  test("stays there under another name, and a new record of the same name is on it too", async () => {
    const { rep, manager } = await anOffice();
    const company = await aCompany(rep, { name: "Quinta do Vale" });
    const ana = await aProspect(rep, { companyId: company.id });
    expect(await put(manager, { kind: "company", name: "quinta do vale" })).toEqual({ ok: true, value: { label: "Quinta do Vale" } });
    expect(await offFor(rep, ana.id)).toHaveLength(6);
    await db.company.updateMany({ where: { orgId: rep.orgId, id: company.id }, data: { name: "QdV Holding" } });
    expect(await offFor(rep, ana.id)).toHaveLength(6);
    const again = await aCompany(rep, { name: "QUINTA DO VALE" });
    expect(await offFor(rep, (await aProspect(rep, { companyId: again.id })).id)).toHaveLength(6);
  });

  test("has to be one that is here, and of this organisation", async () => {
    const { rep, manager } = await anOffice();
    const stranger = await anOffice();
    await aCompany(stranger.rep, { name: "Elsewhere Ltd" });
    expect(await put(manager, { kind: "company", name: "Elsewhere Ltd" })).toMatchObject({ ok: false, problem: { code: "invalid" } });
    expect(await db.suppression.count({ where: { orgId: rep.orgId } })).toBe(0);
  });
});

describe("who may, and taking off", () => {
  test("a rep neither puts on nor takes off nor reads the list; a repeat is told so", async () => {
    const { rep, manager } = await anOffice();
    expect(await put(rep, {})).toEqual({ ok: false, problem: { code: "forbidden" } });
    expect(await put(manager, {})).toMatchObject({ ok: true });
    expect(await put(manager, {})).toMatchObject({ ok: false, problem: { code: "conflict" } });
    expect(await lift(rep)).toEqual({ ok: false, problem: { code: "forbidden" } });
    expect((await listSuppressed(rep, "in-force")).rows).toEqual([]);
    expect(await countSuppressedPeople(rep)).toEqual({ count: 0, isMore: false });
    expect((await listSuppressed(manager, "in-force")).rows).toMatchObject([
      { label: "vilar.example.com", by: manager.name, liftedAt: null },
    ]);
    expect((await listSuppressed((await anOffice()).manager, "in-force")).rows).toEqual([]);
  });

  test("taken off with its reason it no longer holds; a person's own stop beside it does", async () => {
    const { rep, manager } = await anOffice();
    const [ana, rui] = [await aProspect(rep, { email: "ana@vilar.example.com" }), await aProspect(rep, { email: "rui@vilar.example.com" })];
    await put(manager, {});
    await inTransaction({}, ({ tx }) => suppress({ tx, orgId: rep.orgId, now: testNow }, rui.id, ["any"], "They stopped all contact"));
    const own = await db.suppression.count({ where: { orgId: rep.orgId, label: null } });

    expect(await lift((await anOffice()).manager)).toEqual({ ok: false, problem: { code: "not-found" } });
    expect(await lift(manager)).toEqual({ ok: true, value: null });
    expect(await offFor(rep, ana.id)).toEqual([]);
    expect(await offFor(rep, rui.id)).toHaveLength(6);
    expect(await db.suppression.count({ where: { orgId: rep.orgId, label: null, liftedAt: null } })).toBe(own);
    expect(await countSuppressedPeople(manager)).toEqual({ count: own, isMore: false });
    expect((await listSuppressed(manager, "in-force")).rows).toEqual([]);
    expect((await listSuppressed(manager, "lifted")).rows).toMatchObject([
      { liftedBy: manager.name, liftReason: "Their counsel agreed again" },
    ]);
  });
});

describe("the database itself", () => {
  test("hashes as the code does", async () => {
    const [row] = await db.$queryRaw<{ hash: string }[]>`SELECT suppression_hash('pepper', 'domain', 'vilar.example.com') AS hash`;
    expect(row!.hash).toBe(hashAddress("pepper", "domain", "vilar.example.com"));
  });

  test("refuses a follow-up to a suppressed address, domain, company or key, whoever writes it", async () => {
    const { organisation, rep } = await anOffice();
    const { hashSalt } = await db.organisation.findUniqueOrThrow({ where: { id: organisation.id } });
    const company = await aCompany(rep, { name: "Quinta do Vale" });
    const known = [
      ["email", "ana@vilar.example.com", null],
      ["phone", "+351912000001", null],
      ["domain", "example.com", "example.com"],
      ["company", "quinta do vale", "Quinta do Vale"],
      ["person", "crm-7", null],
    ] as const;
    for (const [kind, value, label] of known) {
      const person = { email: "ana@vilar.example.com", phone: "+351912000001", companyId: company.id, externalKey: "crm-7" };
      const ana = await aProspect(rep, person);
      expect(await plan(rep, aWelcomePlan(ana.id))).toMatchObject({ ok: true });
      const hash = hashAddress(hashSalt, kind, value);
      const { id } = await db.suppression.create({
        data: { orgId: rep.orgId, id: crypto.randomUUID(), kind, hash, channel: "any", reason: "x", label },
      });
      const again = db.followUp.updateMany({ where: { orgId: rep.orgId, prospectId: ana.id }, data: { state: "scheduled" } });
      await expect(again).rejects.toThrow("FollowUp_suppressed");
      await db.suppression.updateMany({ where: { orgId: rep.orgId, id }, data: { liftedAt: testNow } });
      await db.followUp.updateMany({ where: { orgId: rep.orgId, prospectId: ana.id }, data: { state: "cancelled", settledAt: testNow } });
      await db.prospect.updateMany({ where: { orgId: rep.orgId, id: ana.id }, data: { externalKey: null } });
    }
  });

  test("keeps nothing of a person in plain words", async () => {
    const { rep } = await anOffice();
    const row = {
      orgId: rep.orgId,
      id: crypto.randomUUID(),
      kind: "email",
      hash: "h",
      channel: "any",
      reason: "x",
      label: "ana@vilar.example",
    };
    await expect(db.suppression.create({ data: row })).rejects.toThrow("Suppression_label");
  });
});

test("a stop outlives the record: erased and brought in again, by address or by key alone, they are left alone", async () => {
  const { rep } = await anOffice();
  const ana = await aProspect(rep, { email: "ana@vilar.example.com", phone: null, externalKey: "crm-7" });
  await inTransaction({}, ({ tx }) => suppress({ tx, orgId: rep.orgId, now: testNow }, ana.id, ["any"], "They stopped all contact"));
  await db.contactPoint.deleteMany({ where: { orgId: rep.orgId, prospectId: ana.id } });
  await db.prospect.deleteMany({ where: { orgId: rep.orgId, id: ana.id } });

  const byAddress = await aProspect(rep, { email: "ana@vilar.example.com", phone: null });
  const byKey = await aProspect(rep, { email: "ana.m@elsewhere.example.com", phone: null, externalKey: "crm-7" });
  for (const { id } of [byAddress, byKey]) {
    expect(await offFor(rep, id)).toHaveLength(6);
    expect(await plan(rep, aWelcomePlan(id))).toMatchObject({ ok: false, problem: { code: "refused" } });
  }
});

test("whoever else is known by the address of somebody who stopped is taken off as well", async () => {
  const { rep } = await anOffice();
  const [ana, twin] = [
    await aProspect(rep, { email: "office@vilar.example.com" }),
    await aProspect(rep, { email: "office@vilar.example.com", phone: null }),
  ];
  expect(await plan(rep, aWelcomePlan(twin.id))).toMatchObject({ ok: true });
  await inTransaction({}, ({ tx }) => suppress({ tx, orgId: rep.orgId, now: testNow }, ana.id, ["any"], "They asked us to stop"));
  await holdStopped({ orgId: rep.orgId, sharedWith: (await aProspect(rep)).id }, testNow);
  expect(await stateOf(twin.id)).toBe("scheduled");
  await holdStopped({ orgId: rep.orgId, sharedWith: ana.id }, testNow);
  expect(await stateOf(twin.id)).toBe("held");
});
