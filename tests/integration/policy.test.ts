import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";

import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue, queue } from "#lib/platform/queue.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { PublishPolicy, publishPolicy, restorePolicy } from "#lib/policy/publish-policy.ts";
import { findPolicyPage, findRollout } from "#lib/policy/queries.ts";
import { resumeRollout } from "#lib/policy/resume-rollout.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import { giveUpRollout, rollOutPolicy } from "#lib/schedule/roll-out-policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { readDossier, readDossiers } from "#lib/scoring/queries.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aCompany, aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";
import { logged } from "#tests/factories/touches.ts";

afterAll(() => closeQueue(1));

async function anOffice() {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  const admin = await aMember(organisation, { role: "admin" });
  const manager = await aMember(organisation, { role: "manager" });
  const rep = await aMember(organisation);
  return { organisation, admin, manager, rep };
}

const publish = (actor: Actor, numbers: Record<string, unknown>, over: object = {}) =>
  publishPolicy(aContext(actor), PublishPolicy.parse({ basedOn: 1, note: "Fewer, and better", numbers, ...over }));
const rollOut = (orgId: string, { version = 2, batch = 5 } = {}) => rollOutPolicy({ orgId, version }, () => testNow, batch);
const rolloutOf = (orgId: string, version = 2) => db.policyRollout.findUniqueOrThrow({ where: { orgId_version: { orgId, version } } });

describe("publishing", () => {
  test("a version, its rollout, its event and its job are there together, and it is in force", async () => {
    const { admin, rep } = await anOffice();
    expect(await plan(rep, aWelcomePlan((await aProspect(rep)).id))).toMatchObject({ ok: true });
    expect(await publish(admin, { "noes.most": "2", "rhythms.cold.email.min": "2" })).toEqual({ ok: true, value: { version: 2 } });

    const { orgId } = admin;
    const { numbers, ...version } = await db.policyVersion.findFirstOrThrow({ where: { orgId, version: 2 } });
    expect(version).toMatchObject({ note: "Fewer, and better", publishedAt: testNow, publishedById: admin.userId });
    expect(numbers).toEqual({ ...defaultPolicy, version: 2, noes: { ...defaultPolicy.noes, most: 2 } });
    expect(await rolloutOf(orgId)).toMatchObject({ total: 1, judged: 0, held: 0, cursor: null, finishedAt: null });
    expect(await db.event.findFirstOrThrow({ where: { orgId, kind: "policy.published" } })).toMatchObject({
      actorId: admin.userId,
      data: { version: 2, changed: 1, note: "Fewer, and better" },
    });
    const jobs = await (await queue()).findJobs<{ orgId: string }>("policy-rollout", { data: { orgId } });
    expect(jobs.map(({ data }) => data)).toEqual([{ orgId, version: 2 }]);
    expect((await findPolicyPage(rep)).inForce.noes.most).toBe(2);
  });

  test("a policy that counts in fractions is judged by, planned by and rolled out like any other", async () => {
    const { admin, rep } = await anOffice();
    const [one, other] = [await aProspect(rep), await aProspect(rep)];
    expect(await plan(rep, aWelcomePlan(one.id))).toMatchObject({ ok: true });
    expect(await publish(admin, { "value.points.helps": "14.5", "value.base.cold": "20.4", "value.max": "90.5" })).toMatchObject({
      ok: true,
    });
    expect(await plan(rep, aWelcomePlan(other.id))).toMatchObject({ ok: true });
    await rollOut(admin.orgId);
    expect(await rolloutOf(admin.orgId)).toMatchObject({ judged: 2, held: 0, finishedAt: testNow });
  });

  test("a rep and a manager are refused, and another organisation's admin publishes only their own", async () => {
    const { manager, rep, admin } = await anOffice();
    const stranger = (await anOffice()).admin;
    for (const actor of [manager, rep]) {
      expect(await publish(actor, { "noes.most": 2 })).toEqual({ ok: false, problem: { code: "forbidden" } });
      expect(await restorePolicy(aContext(actor), { basedOn: 1, version: 1 })).toEqual({ ok: false, problem: { code: "forbidden" } });
      expect(await resumeRollout(aContext(actor), { version: 2 })).toEqual({ ok: false, problem: { code: "forbidden" } });
    }
    expect(await publish(stranger, { "noes.most": 2 })).toMatchObject({ ok: true });
    expect(await db.policyVersion.count({ where: { orgId: admin.orgId } })).toBe(1);
    expect((await findPolicyPage(admin)).versions.map(({ version }) => version)).toEqual([1]);
    expect((await findPolicyPage(stranger)).versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(await findRollout(admin, 2)).toBeNull();
    expect(await findRollout(stranger, 2)).toMatchObject({ version: 2, total: 0 });
    expect(await resumeRollout(aContext(admin), { version: 2 })).toEqual({ ok: false, problem: { code: "not-found" } });
  });

  test("what is no number, not in bounds or does not fit is said at its field, and nothing is published", async () => {
    const { admin } = await anOffice();
    const typed = {
      "noes.most": "many",
      "rhythms.cold.email.budget": "2.5",
      "rhythms.cold.email.min": "12",
      "pressure.afterAnswer": "1.4",
      "pressure.halfLife.cold": "0",
      "noes.least": "1",
      "__proto__.x": "1",
    };
    const { problem } = (await publish(admin, typed)) as { problem: { fields: Record<string, string[]> } };
    expect(problem.fields).toMatchObject({
      "numbers.noes.most": ["Write a number, such as 3 or 1.5."],
      "numbers.rhythms.cold.email.budget": ["This has to be a whole number."],
      "numbers.pressure.afterAnswer": ["This can be 1 at most."],
      "numbers.pressure.halfLife.cold": ["This has to be more than 0."],
      "numbers.noes.least": ["The policy has no such number."],
    });
    expect(await publish(admin, { "rhythms.cold.email.min": "12" })).toMatchObject({
      problem: { fields: { "numbers.rhythms.cold.email.target": ["This is shorter than the smallest gap (12)."] } },
    });
    expect(await publish(admin, {})).toMatchObject({ problem: { code: "conflict" } });
    expect(PublishPolicy.safeParse({ basedOn: 1, note: " ", numbers: {} }).success).toBe(false);
    expect(await db.policyVersion.count({ where: { orgId: admin.orgId } })).toBe(1);
  });

  test("on a version that was replaced meanwhile it is refused; insisted, only what was changed goes on top", async () => {
    const { admin } = await anOffice();
    await publish(admin, { "noes.most": 2 });
    const mine = { "noes.most": "3", "noes.restDays": "40" };
    expect(await publish(admin, mine)).toMatchObject({ problem: { code: "conflict", sentence: expect.stringContaining("Version 2") } });
    expect(await publish(admin, mine, { insist: "yes" })).toEqual({ ok: true, value: { version: 3 } });
    expect((await findPolicyPage(admin)).inForce.noes).toEqual({ ...defaultPolicy.noes, most: 2, restDays: 40 });
  });

  test("of two at the same instant one is told of the other", async () => {
    const { admin } = await anOffice();
    const outcomes = await Promise.all([2, 4].map((most) => publish(admin, { "noes.most": most })));
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test("an earlier version's numbers come back as a new one", async () => {
    const { admin } = await anOffice();
    await publish(admin, { "noes.most": 2 });
    expect(await restorePolicy(aContext(admin), { basedOn: 2, version: 1 })).toEqual({ ok: true, value: { version: 3 } });
    const page = await findPolicyPage(admin);
    expect([page.inForce.noes.most, page.versions[0]!.note]).toEqual([3, "The numbers of version 1 again"]);
    expect(await restorePolicy(aContext(admin), { basedOn: 3, version: 1 })).toMatchObject({ problem: { code: "conflict" } });
  });
});

/** Twelve prospects: alone or in companies of two, with one plan or two, contacted lately or not, one on a manager's word. */
async function aBusyOffice() {
  const office = await anOffice();
  const { rep, manager } = office;
  const companies = await Promise.all([aCompany(rep), aCompany(rep), aCompany(rep)]);
  for (let i = 0; i < 12; i += 1) {
    const { id } = await aProspect(rep, { companyId: companies[Math.floor(i / 2)]?.id ?? null });
    if (i % 3 === 0) await logged(rep, id, { at: inDays(-20).toISOString().slice(0, 16) });
    const first =
      i % 2 === 0
        ? aWelcomePlan(id)
        : aWelcomePlan(id, { at: inDays(5), offer: { kind: "resource", assetId: null, text: "An hour of ours" } });
    await plan(rep, first);
    if (i % 4 === 0)
      await plan(rep, aWelcomePlan(id, { at: inDays(12), offer: { kind: "answer", assetId: null, text: "What it means for Porto" } }));
    if (i === 11) {
      const override = { reason: "She asked for both on the phone this morning" };
      await plan(manager, aWelcomePlan(id, { at: inDays(6), offer: { kind: "sample", assetId: null, text: "A probe" } }), { override });
    }
  }
  return office;
}

const scheduleOf = async (orgId: string, tx: Pick<typeof db, "followUp"> = db) => {
  const select = {
    id: true,
    state: true,
    heldReason: true,
    decisionPassed: true,
    decision: { select: { occasion: true, policyVersion: true, reasons: true } },
  };
  const rows = await tx.followUp.findMany({ where: { orgId }, select, orderBy: { id: "asc" } });
  return rows.map(({ decision, ...row }) => ({ ...row, why: row.state === "held" ? decision : null }));
};

/** What judging prospect by prospect would leave, found out and taken back. */
async function asRejudged(orgId: string) {
  const people = await db.prospect.findMany({ where: { orgId }, select: { id: true }, orderBy: { id: "asc" } });
  let left: Awaited<ReturnType<typeof scheduleOf>> = [];
  const takenBack = inTransaction({}, async ({ tx }) => {
    for (const { id } of people) await rejudge({ tx, orgId, actorId: null, now: testNow }, id, "policy");
    left = await scheduleOf(orgId, tx);
    throw new Error("taken back");
  });
  await expect(takenBack).rejects.toThrow("taken back");
  return left;
}

const stricter = { "value.base.cold": 30, "rhythms.cold.any.min": 3, "pressure.companyShare": 0.9 };

describe("judging again", () => {
  test("many dossiers at once are the same as each by itself", async () => {
    const { rep } = await aBusyOffice();
    const { orgId } = rep;
    const people = await db.prospect.findMany({ where: { orgId }, select: { id: true } });
    const assets = Array.from({ length: 104 }, (_, i) => ({
      orgId,
      id: randomUUID(),
      title: `Field notes ${i}`,
      kind: "article",
      topics: [],
      createdAt: testNow,
    }));
    await db.valueAsset.createMany({ data: assets.map((asset, i) => (i % 9 === 0 ? { ...asset, archivedAt: testNow } : asset)) });
    for (const [i, { id }] of people.entries())
      if (i % 2 === 0) await logged(rep, id, { offer: { kind: "asset", assetId: assets[i * 7 + 1]!.id, text: "" } });
    const together = new Map<string, Dossier>();
    for await (const [id, dossier] of readDossiers(
      db,
      orgId,
      people.map(({ id }) => id),
      testNow,
    ))
      together.set(id, dossier);
    for (const { id } of people) expect(together.get(id)).toEqual(await readDossier(db, orgId, id, { now: testNow }));
  });

  test("a stricter policy holds what the judge refuses, as judging prospect by prospect would, and writes nothing of what still passes", async () => {
    const { admin } = await aBusyOffice();
    const { orgId } = admin;
    await publish(admin, stricter);
    const decisions = await db.gateDecision.count({ where: { orgId } });
    const expected = await asRejudged(orgId);
    await rollOut(orgId);
    expect(await scheduleOf(orgId)).toEqual(expected);

    const held = expected.filter(({ state }) => state === "held");
    const planned = expected.length;
    expect([held.length > 2, planned - held.length > 2]).toEqual([true, true]);
    expect(held.every(({ why }) => why?.occasion === "policy" && why.policyVersion === 2)).toBe(true);
    expect(await db.gateDecision.count({ where: { orgId } })).toBe(decisions + held.length);
    expect(await db.event.count({ where: { orgId, kind: "follow-up.held" } })).toBe(held.length);
    expect(await rolloutOf(orgId)).toMatchObject({ total: planned, judged: planned, held: held.length, finishedAt: testNow });
    expect(await nextDatesThatAreWrong(orgId)).toBe(0);
    await rollOut(orgId);
    expect(await db.gateDecision.count({ where: { orgId } })).toBe(decisions + held.length);
  });

  test("killed in the middle it goes on where it was, to the same end", async () => {
    const { admin } = await aBusyOffice();
    const { orgId } = admin;
    await publish(admin, stricter);
    const expected = await asRejudged(orgId);
    await pullThePlug(orgId, 6, () => expect(rollOut(orgId, { batch: 2 })).rejects.toThrow(/pulled the plug/));
    const { judged, finishedAt } = await rolloutOf(orgId);
    expect([judged >= 6, judged < expected.length, finishedAt]).toEqual([true, true, null]);
    await rollOut(orgId);
    expect(await scheduleOf(orgId)).toEqual(expected);
    expect(await rolloutOf(orgId)).toMatchObject({ total: expected.length, judged: expected.length });
  });

  test("given up it says so, and somebody may let it go on", async () => {
    const { admin } = await anOffice();
    const { orgId } = admin;
    await publish(admin, stricter);
    await giveUpRollout({ orgId, version: 2 }, testNow);
    expect((await rolloutOf(orgId)).failedAt).toEqual(testNow);
    expect(await resumeRollout(aContext(admin), { version: 2 })).toEqual({ ok: true, value: { version: 2 } });
    await rollOut(orgId);
    expect(await rolloutOf(orgId)).toMatchObject({ failedAt: null, finishedAt: testNow });
    expect(await resumeRollout(aContext(admin), { version: 2 })).toMatchObject({ problem: { code: "not-found" } });
  });

  test("a newer version takes over", async () => {
    const { admin } = await aBusyOffice();
    await publish(admin, stricter);
    await publish(admin, { "value.base.cold": 22 }, { basedOn: 2 });
    await rollOut(admin.orgId);
    expect(await rolloutOf(admin.orgId, 2)).toMatchObject({ judged: 0, finishedAt: null });
  });

  test("a prospect somebody holds is waited for, not passed over", async () => {
    const { admin, rep } = await anOffice();
    const { orgId } = admin;
    const people = await Promise.all([1, 2, 3, 4].map(() => aProspect(rep)));
    for (const { id } of people) await plan(rep, aWelcomePlan(id));
    await publish(admin, { "value.base.cold": 80 });
    const third = people.map(({ id }) => id).toSorted()[2]!;
    let rolledOut: Promise<void> | undefined;
    await inTransaction({}, async ({ tx }) => {
      await tx.$executeRaw`SELECT 1 FROM "Prospect" WHERE id = ${third}::uuid FOR NO KEY UPDATE`;
      rolledOut = rollOut(orgId);
      await expect.poll(async () => (await rolloutOf(orgId)).judged).toBe(2);
    });
    await rolledOut;
    expect(await rolloutOf(orgId)).toMatchObject({ judged: 4, held: 4 });
  });

  test.each(Array.from({ length: 10 }, (_, round) => round))(
    "people plan while it is published: nothing stays that it refuses (round %i)",
    async () => {
      const { admin, rep } = await anOffice();
      const { orgId } = admin;
      const people = await Promise.all(Array.from({ length: 12 }, () => aProspect(rep)));
      for (const { id } of people.slice(0, 4)) await plan(rep, aWelcomePlan(id));
      const planning = Promise.all(people.slice(4).map(({ id }) => plan(rep, aWelcomePlan(id))));
      await publish(admin, { "value.base.cold": 80 });
      await Promise.all([planning, rollOut(orgId)]);
      expect(await db.followUp.count({ where: { orgId, state: "scheduled" } })).toBe(0);
    },
  );

  test("another organisation's schedule is left alone", async () => {
    const [ours, theirs] = [await aBusyOffice(), await aBusyOffice()];
    const before = await scheduleOf(theirs.admin.orgId);
    await publish(ours.admin, { "value.base.cold": 80 });
    await rollOut(ours.admin.orgId);
    expect(await scheduleOf(theirs.admin.orgId)).toEqual(before);
  });
});

/** The server dies in a transaction of its own work, once `judged` follow-ups are done. */
async function pullThePlug(orgId: string, judged: number, work: () => Promise<unknown>): Promise<void> {
  const sql = `
    CREATE FUNCTION pull_the_plug() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'pulled the plug'; END $$;
    CREATE TRIGGER pull_the_plug AFTER UPDATE ON "PolicyRollout" FOR EACH ROW
      WHEN (OLD."orgId" = '${orgId}' AND OLD.judged >= ${judged}) EXECUTE FUNCTION pull_the_plug();`;
  for (const statement of sql.split(/;\n\s+(?=CREATE)/)) await db.$executeRawUnsafe(statement);
  await work();
  await db.$executeRawUnsafe(`DROP FUNCTION pull_the_plug CASCADE`);
}

async function nextDatesThatAreWrong(orgId: string): Promise<number> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM "Prospect" p WHERE p."orgId" = ${orgId}::uuid
       AND p."nextAt" IS DISTINCT FROM (SELECT min(at) FROM "FollowUp" f WHERE f."orgId" = p."orgId" AND f."prospectId" = p.id AND f.state = 'scheduled')`;
  return rows.length;
}
