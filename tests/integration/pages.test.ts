import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";

import { listPeopleAt } from "#lib/companies/queries.ts";
import { findLedgerLines, listLedgerLines, listSuppressed } from "#lib/consent/queries.ts";
import { listDealsAt, listStageChanges } from "#lib/deals/queries.ts";
import { listEdits } from "#lib/events/queries.ts";
import { writeCursor } from "#lib/keyset.ts";
import { listApiKeys } from "#lib/people/key-queries.ts";
import { listMembers } from "#lib/people/queries.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { findPolicyPage, listLawChanges } from "#lib/policy/queries.ts";
import { countOpenRequests, listRequests } from "#lib/rights/queries.ts";
import { findWeek, listAgenda, ofDay } from "#lib/schedule/agenda-queries.ts";
import { listImports } from "#lib/transfer/queries.ts";
import { many, plannedAt, readThrough } from "#tests/factories/many.ts";
import { inDays } from "#tests/factories/plans.ts";
import {
  aCompany,
  aContext,
  aDeal,
  aMember,
  anOrganisation,
  aProspect,
  aTeam,
  type TestOrganisation,
  type TestProspect,
  testNow,
} from "#tests/factories/records.ts";

// every list has more than two pages, and several rows of each key
const total = 120;
const someOf = (place: number) => Math.floor(place / 7);

let organisation: TestOrganisation;
let admin: Actor;
let rep: Actor;
let elsewhere: Actor;
let stranger: Actor;
let ana: TestProspect;

const id = () => newId(testNow);
const hours = (count: number) => new Date(testNow.getTime() + count * 3_600_000);
const nothing = { rows: [], next: null, previous: null };

beforeAll(async () => {
  organisation = await anOrganisation();
  rep = await aMember(organisation, { name: "Maya" });
  admin = await aMember(organisation, { name: "Ines", role: "admin" });
  elsewhere = await aMember(organisation, { name: "Joost", team: await aTeam(organisation) });
  stranger = await aMember(await anOrganisation(), { role: "admin" });
  ana = await aProspect(rep, { name: "Ana" });
});

describe("the schedule", () => {
  const span = { from: testNow, to: inDays(7), onlyMine: false };

  test("an agenda is read page by page, in order, one's own or everybody's", async () => {
    await plannedAt(
      rep,
      ana,
      many(total, (i) => hours(someOf(i))),
    );
    await plannedAt(elsewhere, await aProspect(elsewhere), [hours(1)]);
    const rows = await readThrough((cursor) => listAgenda(rep, span, cursor));
    expect(rows).toHaveLength(total);
    expect(rows.map(({ at }) => +at)).toEqual(rows.map(({ at }) => +at).toSorted((a, b) => a - b));
    expect(await readThrough((cursor) => listAgenda(admin, span, cursor))).toHaveLength(total + 1);
    expect(await listAgenda(admin, { ...span, onlyMine: true })).toEqual(nothing);
    expect(await listAgenda(stranger, span)).toEqual(nothing);
  });

  test("a week shows the first of each day and says how many there are; each day's agenda has all of them", async () => {
    const day = { from: inDays(20), to: inDays(21) };
    const days = [day, { from: inDays(21), to: inDays(22) }];
    await plannedAt(
      rep,
      ana,
      many(total, () => inDays(20)),
    );
    const week = await findWeek(rep, days, false);
    expect(week.counts).toEqual([total, 0]);
    expect(week.rows).toHaveLength(ofDay.shown);
    const agenda = await readThrough((cursor) => listAgenda(rep, { ...day, onlyMine: false }, cursor));
    expect(agenda).toHaveLength(total);
    expect(week.rows).toEqual(agenda.slice(0, ofDay.shown));
    for (const actor of [elsewhere, stranger]) expect(await findWeek(actor, days, false)).toEqual({ rows: [], counts: [0, 0] });
    await plannedAt(
      rep,
      ana,
      many(ofDay.counted, () => inDays(20)),
    );
    expect((await findWeek(rep, days, true)).counts).toEqual([ofDay.counted, 0]);
  });
});

test("members: active people first, by name", async () => {
  const users = many(total, (i) => ({
    id: id(),
    name: `${"abc"[i % 3]!.toUpperCase()} person ${someOf(i)}`,
    email: `${id()}@example.com`,
  }));
  await db.user.createMany({ data: users });
  const { orgId, teamId, timeZone } = rep;
  await db.member.createMany({
    data: users.map(({ id: userId, name }, i) => ({
      ...{ orgId, userId, teamId, name, timeZone, role: "rep", createdAt: testNow, deactivatedAt: i % 2 ? testNow : null },
    })),
  });
  const rows = await readThrough((cursor) => listMembers(admin, cursor));
  expect(rows).toHaveLength(total + 3);
  expect(rows.findIndex(({ active }) => !active)).toBe(total / 2 + 3);
  for (const active of [true, false]) {
    const names = rows.filter((row) => row.active === active).map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
  }
  expect((await listMembers(stranger)).rows).toMatchObject([{ id: stranger.userId }]);
});

test("API keys: newest first, without what was revoked", async () => {
  const made = { orgId: admin.orgId, worksAsId: rep.userId, createdById: admin.userId, createdAt: testNow };
  await db.apiKey.createMany({
    data: many(total + 5, (i) => ({
      ...made,
      id: id(),
      name: `Key ${i}`,
      tokenHash: randomBytes(32).toString("hex"),
      revokedAt: i < 5 ? testNow : null,
    })),
  });
  const rows = await readThrough((cursor) => listApiKeys(admin, cursor));
  expect(rows).toHaveLength(total);
  expect(rows.map((row) => row.id)).toEqual(
    rows
      .map((row) => row.id)
      .toSorted()
      .toReversed(),
  );
  expect(await listApiKeys(stranger)).toEqual(nothing);
});

describe("those nobody contacts", () => {
  test("each domain and company once, whatever its hashes, by name; what was taken off, latest first", async () => {
    const group = (i: number, liftedAt: Date | null) => {
      const label = `${i % 2 ? "Zaragoza" : "amstel"} ${someOf(i)}`;
      const channel = ["any", "email", "phone", "sms", "linkedin", "mail", "meeting"][i % 7]!;
      const one = { orgId: admin.orgId, kind: "company", label, channel, reason: "They asked", createdAt: testNow, liftedAt };
      return many(3, () => ({ ...one, id: id(), hash: id() }));
    };
    await db.suppression.createMany({
      data: [...many(total, (i) => group(i, null)), ...many(total, (i) => group(i, inDays(-someOf(i))))].flat(),
    });
    await db.suppression.create({
      data: { orgId: admin.orgId, id: id(), kind: "email", hash: id(), channel: "any", reason: "A person", createdAt: testNow },
    });
    const rows = await readThrough((cursor) => listSuppressed(admin, "in-force", cursor));
    expect(rows).toHaveLength(total);
    const labels = rows.map(({ label }) => label.toLowerCase());
    expect(labels).toEqual(labels.toSorted((a, b) => a.localeCompare(b)));
    const lifted = await readThrough((cursor) => listSuppressed(admin, "lifted", cursor));
    expect(lifted).toHaveLength(total);
    const ends = lifted.map(({ liftedAt }) => liftedAt!.getTime());
    expect(ends).toEqual(ends.toSorted((a, b) => b - a));
    for (const actor of [rep, stranger]) expect(await listSuppressed(actor, "in-force")).toEqual(nothing);
  });
});

test("data requests: the first due first, the latest answers first, and counting ends at a hundred", async () => {
  const asked = { orgId: admin.orgId, prospectId: ana.id, kind: "correct", cameBy: "mail", law: "GDPR", receivedAt: testNow };
  const dueOn = (i: number) => new Date(`2026-11-${String(14 + (i % 7)).padStart(2, "0")}`);
  await db.dataRequest.createMany({
    data: [
      ...many(total, (i) => ({ ...asked, id: id(), dueOn: dueOn(i) })),
      ...many(total, (i) => ({
        ...asked,
        id: id(),
        dueOn: dueOn(i),
        state: "done",
        answeredAt: hours(-someOf(i)),
        answeredById: admin.userId,
      })),
    ],
  });
  const context = aContext(admin);
  const open = await readThrough((cursor) => listRequests(context, "open", cursor));
  expect(open).toHaveLength(total);
  expect(open.map((row) => row.dueOn)).toEqual(open.map((row) => row.dueOn).toSorted());
  const answered = await readThrough((cursor) => listRequests(context, "answered", cursor));
  expect(answered).toHaveLength(total);
  expect(answered[0]!.answeredAt).toEqual(testNow);
  // four of the seven days are over
  expect(await countOpenRequests(context)).toEqual({ open: 100, overdue: 69 });
  expect(await countOpenRequests(aContext(stranger))).toEqual({ open: 0, overdue: 0 });
  expect(await listRequests(aContext(stranger), "open")).toEqual(nothing);
});

test("a ledger: what was recorded by then, latest first, for those who see the person", async () => {
  const bruno = await aProspect(rep);
  const line = { orgId: rep.orgId, prospectId: bruno.id, channel: "email", status: "implied", saidBy: "rep", method: "call" };
  await db.consentEvent.createMany({
    data: many(total, (i) => ({ ...line, id: id(), effectiveFrom: inDays(-someOf(i)), recordedAt: inDays(-someOf(i)) })),
  });
  const rows = await readThrough((cursor) => listLedgerLines(rep, bruno.id, testNow, cursor));
  expect(rows).toHaveLength(total);
  expect(rows[0]!.recordedAt).toEqual(testNow);
  expect((await readThrough((cursor) => listLedgerLines(rep, bruno.id, inDays(-1), cursor))).length).toBe(total - 7);
  const ids = rows.slice(60, 62).map((row) => row.id);
  expect((await findLedgerLines(rep, bruno.id, ids)).map((row) => row.id).toSorted()).toEqual(ids.toSorted());
  for (const actor of [elsewhere, stranger]) {
    expect(await listLedgerLines(actor, bruno.id, testNow)).toEqual(nothing);
    expect(await findLedgerLines(actor, bruno.id, ids)).toEqual([]);
  }
});

test("a company: its people by name and its deals, newest first", async () => {
  const company = await aCompany(rep);
  for (let i = 0; i < total; i += 1) await aProspect(rep, { companyId: company.id, name: `Person ${i % 7}`, email: null, phone: null });
  for (let i = 0; i < 60; i += 1) await aDeal(rep, { companyId: company.id });
  const people = await readThrough((cursor) => listPeopleAt(rep, company.id, cursor));
  expect(people).toHaveLength(total);
  expect(people.map(({ name }) => name)).toEqual(people.map(({ name }) => name).toSorted());
  expect(await readThrough((cursor) => listDealsAt(aContext(rep), company.id, cursor))).toHaveLength(60);
  expect(await listPeopleAt(elsewhere, company.id)).toEqual(nothing);
  expect(await listDealsAt(aContext(elsewhere), company.id)).toEqual(nothing);
});

test("how a deal came where it stands, what was changed of it, and the files that were imported", async () => {
  const { orgId, userId } = rep;
  const deal = await aDeal(rep);
  const stageId = organisation.stages[0]!.id;
  await db.stageChange.createMany({
    data: many(total, (i) => ({ orgId, id: id(), dealId: deal.id, stageId, agreed: false, at: hours(-someOf(i)), byId: userId })),
  });
  await db.event.createMany({
    data: many(total, (i) => ({
      ...{ orgId, id: id(), kind: "deal.edited", subjectId: deal.id, actorId: userId, at: hours(-someOf(i)) },
      data: { changes: { title: [`${i}`, "x"] } },
    })),
  });
  expect(await readThrough((cursor) => listStageChanges(rep, deal.id, cursor))).toHaveLength(total);
  expect(await readThrough((cursor) => listEdits(rep, "deal.edited", deal.id, cursor))).toHaveLength(total);
  expect(await listEdits(stranger, "deal.edited", deal.id)).toEqual(nothing);

  const file = {
    orgId,
    subject: "prospects",
    fileName: "people.csv",
    fileHash: "x",
    rows: 1,
    encoding: "utf-8",
    delimiter: ",",
    header: [],
    state: "done",
  };
  await db.import.createMany({
    data: many(total, (i) => ({ ...file, id: id(), mapping: [], options: {}, createdById: userId, createdAt: hours(-someOf(i)) })),
  });
  expect(await readThrough((cursor) => listImports(rep, cursor))).toHaveLength(total);
  expect(await listImports(elsewhere)).toEqual(nothing);
});

test("versions of a policy, and what was set differently in the law: all of them, each version whole", async () => {
  const { orgId } = stranger;
  const own = (version: number) => ({ refusalDays: version, reason: `The works council asked for it in version ${version}` });
  await db.policyVersion.createMany({
    data: many(total, (i) => ({
      orgId,
      version: i + 1,
      numbers: { law: { "EU-03": own(i + 1), "DE-02": own(i + 1) } },
      publishedAt: hours(i),
    })),
  });
  const [versions, changes]: [number[], number[]] = [[], []];
  let before: number | null = null;
  do {
    const page = await findPolicyPage(stranger, before);
    expect(page.inForce.version).toBe(total);
    versions.push(...page.versions.map(({ version }) => version));
    before = page.earlier;
  } while (before !== null);
  do {
    const page = await listLawChanges(stranger, before);
    changes.push(...page.changes.map(({ version }) => version));
    before = page.earlier;
  } while (before !== null);
  expect(versions).toEqual(many(total, (i) => total - i));
  // two rules each
  expect(changes).toEqual(many(2 * total, (i) => total - Math.floor(i / 2)));
});

test("an address that was tampered with is the beginning of the list", async () => {
  const first = await listRequests(aContext(admin), "open");
  for (const key of ["2026-02-31T00:00:00.000Z", "yesterday", "", null, "2026-11-18'; --"])
    expect(await listRequests(aContext(admin), "open", writeCursor({ key, id: id(), back: false }))).toEqual(first);
  const overflown = await listRequests(aContext(admin), "open", writeCursor({ key: "2026-02-31", id: id(), back: false }));
  expect(overflown.rows).toEqual(first.rows);
  expect(await listAgenda(admin, { from: testNow, to: inDays(7), onlyMine: false }, "%%%")).toMatchObject({ previous: null });
});
