import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";

import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { findByToken, openLink } from "#lib/preferences/find-by-token.ts";
import { findKept, findLookalikes } from "#lib/prospects/merge-queries.ts";
import { findProspectRecord, listProspects } from "#lib/prospects/queries.ts";
import { ProspectListQuery } from "#lib/prospects/list.ts";
import { restoreProspect } from "#lib/prospects/restore-prospect.ts";
import { findByWords } from "#lib/search/queries.ts";
import { answerRequest } from "#lib/rights/answer-request.ts";
import { recordRequest } from "#lib/rights/record-request.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { findTimeline } from "#lib/touches/queries.ts";
import { startFile, takeFile, text } from "#tests/factories/imports.ts";
import { aLink } from "#tests/factories/links.ts";
import { plant, tablesHolding } from "#tests/factories/marker.ts";
import { merge } from "#tests/factories/merging.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aCompany, aContext, aDeal, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";
import { later, logged } from "#tests/factories/touches.ts";

afterAll(() => closeQueue(1));

const value = <T>(outcome: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

async function aHouse() {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  return { organisation, rep: await aMember(organisation), manager: await aMember(organisation, { role: "manager" }) };
}

async function guestOf(actor: Actor, prospectId: string, now = testNow) {
  const token = await aLink({ orgId: actor.orgId, id: prospectId }, { createdAt: now });
  return { token, guest: (await openLink(token, now))! };
}

const says = async (actor: Actor, prospectId: string, choice: unknown, now = testNow) =>
  value(await choosePreferences({ ...(await guestOf(actor, prospectId, now)).guest, now }, Choice.parse(choice)));

const stateOf = (id: string) =>
  db.followUp.findFirstOrThrow({ where: { id }, select: { state: true, heldReason: true, prospectId: true } });

/** Every table with a row that names the record. */
async function tablesNaming(orgId: string, id: string): Promise<string[]> {
  const columns = await db.$queryRaw<{ name: string; who: string }[]>`
    SELECT table_name AS name, column_name AS who FROM information_schema.columns
     WHERE table_schema = 'public' AND (column_name IN ('prospectId', 'matchId') OR column_name ~ '^introduce')`;
  const found: string[] = [];
  for (const { name, who } of columns) {
    const rows = await db.$queryRawUnsafe<unknown[]>(
      `SELECT FROM "${name}" WHERE "orgId" = $1::uuid AND "${who}" = $2::uuid LIMIT 1`,
      orgId,
      id,
    );
    if (rows.length > 0) found.push(name);
  }
  return found.toSorted();
}

describe("merging two records", () => {
  test("moves everything that hangs on the one to the other", async () => {
    const { organisation, rep } = await aHouse();
    const orgId = organisation.id;
    const kept = await aProspect(rep, { jobTitle: null });
    const other = await aProspect(rep, { name: "Ana M.", jobTitle: "Head of labs", source: "A fair" });
    await anInvolved(rep, other.id);
    const there = await tablesNaming(orgId, other.id);
    for (const table of [
      "Touchpoint",
      "FollowUp",
      "GateDecision",
      "ConsentEvent",
      "CommunicationPreference",
      "PreferenceLink",
      "Fact",
      "Deal",
      "Objection",
      "NextStep",
      "OpportunityAssessment",
      "Event",
      "Mail",
      "Notice",
      "DataRequest",
      "ContactPoint",
    ])
      expect(there).toContain(table);

    value(await merge(rep, kept, other));
    expect(await tablesNaming(orgId, other.id)).toEqual([]);
    const record = (await findProspectRecord(rep, kept.id))!;
    expect(record).toMatchObject({ name: kept.name, jobTitle: "Head of labs", source: "A fair" });
    expect(record.contactPoints.map(({ value }) => value)).toEqual(expect.arrayContaining([kept.email, other.email]));
    expect(record.contactPoints.filter(({ kind, isPrimary }) => kind === "email" && isPrimary)).toMatchObject([{ value: kept.email }]);
    const { rows } = await findTimeline(rep, kept.id);
    expect(rows.map(({ title }) => title)).toContain(`Two records of ${kept.name} became one`);
  });

  test("takes the folded record off every list, and leads its id, its link and its address to the kept one", async () => {
    const { rep } = await aHouse();
    const [kept, other] = [await aProspect(rep), await aProspect(rep, { name: "Ana Folded" })];
    const { token } = await guestOf(rep, other.id);
    value(await merge(rep, kept, other));

    expect(await findProspectRecord(rep, other.id)).toBeNull();
    expect(await findKept({ actor: rep }, other.id)).toBe(kept.id);
    for (const state of ["all", "archived"]) {
      const { rows } = await listProspects(aContext(rep), ProspectListQuery.parse({ state }));
      expect(rows.map(({ id }) => id)).not.toContain(other.id);
    }
    const found = async (q: string) => (await findByWords(aContext(rep), q, ["people"], { size: 8 })).people!.hits.map(({ id }) => id);
    expect(await found("Ana Folded")).toEqual([]);
    expect(await found(other.email!)).toEqual([kept.id]);
    expect((await findByToken(token, testNow))!.name).toBe(kept.name);
    expect((await openLink(token, testNow))!.prospectId).toBe(kept.id);
    expect(await restoreProspect(aContext(rep), { prospectId: other.id })).toMatchObject({ ok: false, problem: { code: "not-found" } });
  });

  test("makes one of an address that both have, and keeps what was said of it", async () => {
    const { organisation, rep } = await aHouse();
    const orgId = organisation.id;
    const kept = await aProspect(rep, { phone: null });
    const other = await aProspect(rep, { email: kept.email, phone: null });
    const point = await db.contactPoint.findFirstOrThrow({ where: { orgId, prospectId: other.id } });
    const line = {
      orgId,
      id: randomUUID(),
      prospectId: other.id,
      contactPointId: point.id,
      channel: "email",
      status: "implied",
      saidBy: "rep",
    };
    await db.consentEvent.create({ data: { ...line, method: "call", effectiveFrom: testNow, recordedAt: testNow } });

    value(await merge(rep, kept, other));
    const points = await db.contactPoint.findMany({ where: { orgId, prospectId: kept.id } });
    expect(points).toHaveLength(1);
    expect(await db.consentEvent.findFirstOrThrow({ where: { orgId, id: line.id } })).toMatchObject({
      prospectId: kept.id,
      contactPointId: points[0]!.id,
      method: "call",
    });
  });

  test("numbers what they chose anew in the order it was said, and adds the strictest of both", async () => {
    const { organisation, rep } = await aHouse();
    const [kept, other] = [await aProspect(rep), await aProspect(rep)];
    const save = { action: "save", days: [], timeZone: "Europe/Lisbon", hours: { when: "any" } };
    await says(rep, kept.id, { ...save, channels: ["email", "phone"], rate: "2/week" }, later(1000));
    await says(rep, other.id, { ...save, channels: ["email", "linkedin"], rate: "4/month" }, later(2000));
    await says(rep, kept.id, { action: "pause", for: "2-weeks" }, later(3000));
    value(await merge(rep, kept, other, {}, later(4000)));

    const versions = await db.communicationPreference.findMany({
      where: { orgId: organisation.id, prospectId: kept.id },
      orderBy: { version: "asc" },
    });
    expect(versions.map(({ version, createdAt, maxTouches, maxPer }) => [version, createdAt, `${maxTouches}/${maxPer}`])).toEqual([
      [1, later(1000), "2/week"],
      [2, later(2000), "4/month"],
      [3, later(3000), "2/week"],
      [4, later(4000), "2/month"],
    ]);
    expect(versions[3]).toMatchObject({ channels: ["email"], saidBy: "person" });
    expect(versions[3]!.pausedUntil).toEqual(versions[2]!.pausedUntil);
  });

  test("judges what both planned again together, holds what is forbidden now, and tells both reps", async () => {
    const { organisation, rep, manager } = await aHouse();
    const second = await aMember(organisation);
    const kept = await aProspect(rep);
    const other = await aProspect(second);
    const first = value(await plan(rep, aWelcomePlan(kept.id)));
    const next = value(await plan(second, aWelcomePlan(other.id, { at: inDays(1.1) })));
    value(await merge(manager, kept, other));

    expect(await stateOf(first.id)).toMatchObject({ state: "scheduled", prospectId: kept.id });
    expect(await stateOf(next.id)).toMatchObject({ state: "held", prospectId: kept.id });
    const told = await db.notice.findMany({ where: { orgId: organisation.id, kind: "merged" } });
    expect(told.map(({ userId }) => userId).toSorted()).toEqual([rep.userId, second.userId].toSorted());
    expect(await db.followUp.count({ where: { prospectId: kept.id, ownerId: rep.userId } })).toBe(2);
  });

  test.each([true, false])("holds a plan that the other record's stop forbids (stop on the kept one: %s)", async (onKept) => {
    const { rep } = await aHouse();
    const [planned, stopped] = [await aProspect(rep), await aProspect(rep)];
    const { id } = value(await plan(rep, aWelcomePlan(planned.id)));
    await says(rep, stopped.id, { action: "stop" });
    const [kept, other] = onKept ? [stopped, planned] : [planned, stopped];
    value(await merge(rep, kept, other));
    expect(await stateOf(id)).toMatchObject({ state: "held", prospectId: kept.id, heldReason: expect.stringMatching(/stop/i) });
    expect(await plan(rep, aWelcomePlan(kept.id))).toMatchObject({ ok: false, problem: { code: "refused" } });
    expect((await findProspectRecord(rep, kept.id))!.stoppedAt).not.toBeNull();
  });

  test("lifts no stop by a later yes on the other record, and lets them lift it themselves", async () => {
    const { organisation, rep } = await aHouse();
    const [kept, other] = [await aProspect(rep), await aProspect(rep)];
    await logged(rep, kept.id, { direction: "in", disposition: "asked_to_stop", theySaid: "Stop" });
    const save = { action: "save", channels: ["email"], rate: "any", days: [], hours: { when: "any" }, timeZone: "Europe/Lisbon" };
    await says(rep, other.id, save, later(60_000));
    value(await merge(rep, kept, other, {}, later(120_000)));
    const stop = () =>
      db.$queryRaw<
        { since: Date | null }[]
      >`SELECT stop_in_force(${organisation.id}::uuid, ${kept.id}::uuid, 'email', ${later(240_000)}) AS since`;
    expect((await stop())[0]!.since).toEqual(later(120_000));
    await says(rep, kept.id, save, later(180_000));
    expect((await stop())[0]!.since).toBeNull();
  });

  test("gives a mailbox of the one record no power over the no of the other", async () => {
    const { rep } = await aHouse();
    const [kept, other] = [await aProspect(rep), await aProspect(rep)];
    const { token } = await guestOf(rep, other.id);
    await logged(rep, kept.id, { direction: "in", disposition: "asked_to_stop", theySaid: "Stop" });
    value(await merge(rep, kept, other, {}, later(60_000)));
    const guest = (await openLink(token, later(120_000)))!;
    const save = { action: "save", channels: ["email"], rate: "any", days: [], hours: { when: "any" }, timeZone: "Europe/Lisbon" };
    expect(await choosePreferences(guest, Choice.parse(save))).toMatchObject({ ok: false, problem: { sentence: "ownMailbox" } });
  });
});

describe("who may merge", () => {
  test("the owner of both, or a manager; nobody else, and across no team or organisation", async () => {
    const { organisation, rep, manager } = await aHouse();
    const colleague = await aMember(organisation);
    const stranger = await aMember(organisation, { team: await aTeam(organisation) });
    const abroad = (await aHouse()).manager;
    const [mine, theirs] = [await aProspect(rep), await aProspect(colleague)];
    const foreign = await aProspect(abroad);
    const hidden = await aProspect(stranger);
    const problem = async (...args: Parameters<typeof merge>) => {
      const outcome = await merge(...args);
      return outcome.ok ? null : outcome.problem;
    };
    expect(await problem(rep, mine, theirs)).toMatchObject({ code: "conflict", sentence: expect.stringContaining("owner of both") });
    expect(await problem(rep, mine, hidden)).toMatchObject({ code: "conflict" });
    expect(await problem(stranger, mine, theirs)).toMatchObject({ code: "not-found" });
    expect(await problem(abroad, mine, theirs)).toMatchObject({ code: "not-found" });
    expect(await problem(manager, mine, foreign)).toMatchObject({ code: "conflict" });
    expect(await problem(abroad, foreign, mine)).toMatchObject({ code: "conflict" });
    expect(await problem(manager, mine, mine)).toMatchObject({ code: "invalid" });
    expect(await problem(manager, mine, theirs, { sure: false })).toMatchObject({ code: "invalid" });
    expect(await db.prospect.count({ where: { mergedIntoId: { not: null }, orgId: organisation.id } })).toBe(0);
    expect(await problem(manager, mine, theirs)).toBeNull();
  });

  test("the database refuses to move evidence where nothing was merged, to merge twice or in a ring, and to write about what is left", async () => {
    const { organisation, rep } = await aHouse();
    const orgId = organisation.id;
    const [kept, other, third] = [await aProspect(rep), await aProspect(rep), await aProspect(rep)];
    await says(rep, other.id, { action: "stop" });
    const moveLedger = (from: string, to: string) =>
      db.$executeRaw`UPDATE "ConsentEvent" SET "prospectId" = ${to}::uuid WHERE "orgId" = ${orgId}::uuid AND "prospectId" = ${from}::uuid`;
    await expect(moveLedger(other.id, kept.id)).rejects.toThrow("append-only");
    value(await merge(rep, kept, other));
    await expect(moveLedger(kept.id, third.id)).rejects.toThrow("append-only");
    const at = (id: string) => ({ where: { orgId_id: { orgId, id } } });
    await expect(db.prospect.update({ ...at(other.id), data: { mergedIntoId: third.id } })).rejects.toThrow("Prospect_merged");
    await expect(db.prospect.update({ ...at(other.id), data: { mergedIntoId: null } })).rejects.toThrow("Prospect_merged");
    await expect(db.prospect.update({ ...at(kept.id), data: { mergedIntoId: other.id, archivedAt: testNow } })).rejects.toThrow(
      "Prospect_merged",
    );
    await expect(db.prospect.update({ ...at(other.id), data: { archivedAt: null } })).rejects.toThrow("Prospect_merged");
    const fact = { orgId, id: randomUUID(), prospectId: other.id, label: "a", value: "b", origin: "told_us" };
    await expect(db.fact.create({ data: fact })).rejects.toThrow("Prospect_merged");
    value(await merge(rep, third, kept));
    expect(await findKept({ actor: rep }, other.id)).toBe(third.id);
  });
});

describe("after a merge", () => {
  test("a file with either key or address adds nobody and lifts nothing", async () => {
    const { organisation, rep } = await aHouse();
    const orgId = organisation.id;
    const file = "ID,Name,Email\nK-1,Rosa Duarte,rosa@duarte.example\nK-2,Rosa D.,rosa.d@lab.example\n";
    await startFile(rep, await takeFile(rep, text(file)));
    const [one, two] = await db.prospect.findMany({ where: { orgId }, orderBy: { externalKey: "asc" }, select: { id: true } });
    await says(rep, two!.id, { action: "stop" });
    value(await merge(rep, one!, two!));
    const before = await readDossier(db, orgId, one!.id, { now: testNow });
    const again = `${file}K-2,Rosa D.,new@elsewhere.example\n`;
    await startFile(rep, await takeFile(rep, text(again)));
    expect(await db.prospect.count({ where: { orgId, archivedAt: null } })).toBe(1);
    const after = await readDossier(db, orgId, one!.id, { now: testNow });
    expect(after.ledger).toEqual(before.ledger);
    expect(await plan(rep, aWelcomePlan(one!.id))).toMatchObject({ ok: false, problem: { code: "refused" } });
  });

  test("erasing the kept record erases all of both and keeps both keys and addresses off", async () => {
    const { organisation, rep } = await aHouse();
    const orgId = organisation.id;
    const admin = await aMember(organisation, { role: "admin" });
    const file = "ID,Name,Email\nK-1,Wilma Quist,wilma@quist.example\nK-2,Wilma Q.,wilma.q@lab.example\n";
    await startFile(rep, await takeFile(rep, text(file)));
    const [one, two] = await db.prospect.findMany({ where: { orgId }, orderBy: { externalKey: "asc" }, select: { id: true } });
    await anInvolved(rep, two!.id);
    value(await merge(rep, one!, two!));
    const marker = "zq8Wombat";
    for (const { id } of [one!, two!]) await plant(marker, orgId, "prospectId", id);
    value(await recordRequest(aContext(admin), { prospectId: one!.id, kind: "erase", cameBy: "phone", about: null, words: null } as never));
    const { id: requestId } = await db.dataRequest.findFirstOrThrow({ where: { orgId, kind: "erase", state: "open" } });
    value(await answerRequest(aContext(admin), { requestId, as: "done", answer: "", sure: true, also: [] }));

    expect(await tablesHolding(marker)).toEqual([]);
    expect(await tablesHolding("wilma")).toEqual([]);
    await startFile(rep, await takeFile(rep, text("ID,Name\nK-1,Wilma Quist\nK-2,Wilma Q.\n")));
    const back = await db.prospect.findMany({ where: { orgId, erasedAt: null }, select: { id: true, stoppedAt: true } });
    for (const { id } of back) expect(await plan(rep, aWelcomePlan(id))).toMatchObject({ ok: false });
  });

  test("records that look like one person are found, of one's own team only", async () => {
    const { organisation, rep } = await aHouse();
    const stranger = await aMember(organisation, { team: await aTeam(organisation) });
    const company = await aCompany(rep);
    const one = await aProspect(rep, { name: "Ana Vilar", companyId: company.id });
    const byMail = await aProspect(rep, { email: one.email, phone: null });
    const byName = await aProspect(rep, { name: "ana vilar", companyId: company.id });
    await aProspect(stranger, { email: one.email, phone: null });
    await aProspect(rep, { name: "Ana Vilar" });
    expect(await findLookalikes(rep, one.id)).toEqual([
      { id: byMail.id, name: byMail.name, by: "email" },
      { id: byName.id, name: byName.name, by: "name" },
    ]);
  });

  test("of two that merge the same pair at once, one does and the other is told", async () => {
    const { rep } = await aHouse();
    for (let round = 0; round < 10; round += 1) {
      const [one, two] = [await aProspect(rep), await aProspect(rep)];
      const outcomes = await Promise.all([merge(rep, one, two), round % 2 ? merge(rep, one, two) : merge(rep, two, one)]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { code: "conflict" } });
    }
  });
});

/** Something in every table that names a person. */
async function anInvolved(rep: Actor, id: string): Promise<void> {
  const { orgId } = rep;
  value(await plan(rep, aWelcomePlan(id, { at: inDays(9) })));
  await logged(rep, id, { direction: "in", disposition: "thanked", theySaid: "Thank you" });
  await logged(
    rep,
    id,
    {
      ...{ direction: "in", disposition: "said_no", theySaid: "Too dear", objection: { kind: "price", words: "Too dear" } },
      nextStep: { what: "Send the list", owedBy: "us", dueOn: "2026-12-01", agreed: true },
    },
    later(60_000),
  );
  const { name } = await db.prospect.findFirstOrThrow({ where: { id }, select: { name: true } });
  await aDeal(rep, { prospectId: id, title: `Rooms for ${name}` });
  const own = { orgId, prospectId: id };
  await db.fact.create({ data: { ...own, id: randomUUID(), label: "Likes", value: "Short mails", origin: "told_us" } });
  await db.opportunityAssessment.create({ data: { ...own, id: randomUUID(), fit: 70, stake: "high", homework: "some" } });
  const mail = { kind: "ask", to: "ana@x.example", language: "en", subject: "Ana", text: "Hello", headers: {}, messageId: "<1@x>" };
  await db.mail.create({ data: { ...mail, ...own, id: randomUUID(), createdAt: testNow, nextTryAt: testNow } });
  await says(rep, id, { action: "pause", for: "2-weeks" }, later(120_000));
  await db.dataRequest.create({
    data: { ...own, id: randomUUID(), kind: "export", cameBy: "page", law: "gdpr", receivedAt: testNow, dueOn: inDays(30) },
  });
}
