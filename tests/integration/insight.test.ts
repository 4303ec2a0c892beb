import { beforeAll, expect, test } from "vitest";

import { findAttention, findPipeline, findReps } from "#lib/insight/queries.ts";
import { listConsentChanges, listPlans, listRefusals, listTouches } from "#lib/insight/list-queries.ts";
import { ConsentQuery, PlansQuery, RefusalsQuery, TouchesQuery } from "#lib/insight/lists.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { ProspectListQuery } from "#lib/prospects/list.ts";
import { listProspects } from "#lib/prospects/queries.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import {
  aContext,
  aDeal,
  aMember,
  anOrganisation,
  aProspect,
  aTeam,
  type TestOrganisation,
  type TestProspect,
  testNow,
} from "../factories/records.ts";

// testNow is a Wednesday: Monday is two days back
const days = (count: number) => new Date(testNow.getTime() + count * 24 * 60 * 60 * 1000);

let organisation: TestOrganisation;
let manager: Actor;
let maya: Actor;
let joost: Actor;
let ana: TestProspect;
let bruno: TestProspect;

const touch = (by: Actor, { id: prospectId }: TestProspect, at: Date, more: { direction?: "in"; disposition?: string } = {}) =>
  db.touchpoint.create({
    data: {
      ...{
        orgId: by.orgId,
        id: newId(at),
        prospectId,
        channel: "email",
        direction: "out",
        disposition: "sent",
        at,
        timeZone: "Europe/Lisbon",
        byId: by.userId,
      },
      ...more,
    },
  });

async function plan(
  by: Actor,
  { id: prospectId }: TestProspect,
  at: Date,
  over: { refusedBy?: string; state?: "scheduled" | "held" | null; judgedAt?: Date },
): Promise<void> {
  const { refusedBy = null, state = null, judgedAt = testNow } = over;
  const passed = refusedBy === null;
  const decision = { orgId: by.orgId, id: newId(judgedAt), prospectId, channel: "email", at, passed };
  const reasons = [{ rule: refusedBy ?? "V2", severity: "rewrite", sentence: `Because of ${refusedBy ?? "nothing"}.` }];
  const scores = { consentPassed: true, value: 30, bar: 20, consent: 100, cadence: 50, policyVersion: 1 };
  const occasion = state === "held" ? "touch" : "planned";
  await db.gateDecision.create({
    data: {
      ...decision,
      ...scores,
      occasion,
      verdict: passed ? "allow" : "rewrite",
      reasons,
      refusedBy,
      inputs: {},
      byId: by.userId,
      judgedAt,
    },
  });
  if (!state) return;
  const { id: decisionId, passed: decisionPassed, ...where } = decision;
  const words = {
    askSize: "reply",
    offerKind: "news",
    offerText: "News",
    helps: "It helps them.",
    heldReason: state === "held" ? "They answered." : null,
  };
  await db.followUp.create({
    data: {
      ...where,
      ...words,
      id: newId(at),
      decisionId,
      decisionPassed,
      ownerId: by.userId,
      state,
      heldAt: state === "held" ? judgedAt : null,
    },
  });
}

const said = ({ orgId, id: prospectId }: TestProspect, status: string, channel: string, at: Date) => ({
  ...{ orgId, id: newId(at), prospectId, channel, status, saidBy: "person", method: "preference_link", effectiveFrom: at, recordedAt: at },
});

beforeAll(async () => {
  organisation = await anOrganisation();
  const [south, north] = [await aTeam(organisation), await aTeam(organisation)];
  manager = await aMember(organisation, { role: "manager", team: south });
  maya = await aMember(organisation, { team: south, name: "Maya" });
  joost = await aMember(organisation, { team: north, name: "Joost" });
  ana = await aProspect(maya, { name: "Ana" });
  bruno = await aProspect(joost, { name: "Bruno" });
  const silent = await aProspect(maya, { name: "Silent" });
  const talkative = await aProspect(maya, { name: "Talkative" });

  await touch(maya, ana, days(-1)); // this week
  await touch(maya, ana, days(-4)); // last week, within seven days
  await touch(maya, ana, days(-1.5), { direction: "in", disposition: "replied" });
  await touch(joost, bruno, days(-8));
  await touch(maya, silent, days(-40));
  await touch(maya, talkative, days(-40));
  await touch(maya, talkative, days(-3), { direction: "in", disposition: "replied" });
  await plan(maya, ana, days(1), { state: "scheduled" });
  await plan(joost, bruno, days(-2), { state: "scheduled" });
  await plan(joost, bruno, days(20), { state: "scheduled" });
  await plan(maya, silent, days(3), { state: "held", refusedBy: "C2", judgedAt: days(-1) });
  await plan(maya, ana, days(2), { refusedBy: "D1", judgedAt: days(-3) });
  await plan(maya, ana, days(2), { refusedBy: "D1", judgedAt: days(-29) });
  await plan(joost, bruno, days(2), { refusedBy: "V2", judgedAt: days(-1) });
  await plan(joost, bruno, days(2), { refusedBy: "V2", judgedAt: days(-31) });
  const saved = days(-1);
  await db.consentEvent.createMany({
    data: [
      said(ana, "express", "email", saved),
      said(ana, "withdrawn", "phone", saved),
      said(ana, "withdrawn", "sms", saved),
      said(ana, "terms", "any", saved),
      said(bruno, "objected", "any", days(-0.5)),
      said(silent, "paused", "any", days(-9)),
    ],
  });
  const [first, second] = organisation.stages;
  await aDeal(maya, { stageId: first!.id, prospectId: ana.id, amount: 1_000, agreed: true });
  await aDeal(maya, { stageId: first!.id, prospectId: ana.id, amount: 500 });
  await aDeal(joost, { stageId: second!.id, prospectId: bruno.id, amount: 70, currency: "GBP" });
  await aDeal(joost, { stageId: second!.id, prospectId: bruno.id, amount: 9, archivedAt: testNow });
  await aDeal(joost, { stageId: organisation.stages.find(({ kind }) => kind === "won")!.id, prospectId: bruno.id, amount: 4_000 });
  await db.$transaction((tx) => refreshPulse(tx, organisation.id, [ana.id, bruno.id, silent.id, talkative.id]));
});

test("the pipeline counts open deals by stage and currency, agreed apart from hoped", async () => {
  const rows = await findPipeline(manager);
  expect(rows.map(({ stage, currency, deals, agreed, hoped }) => [stage, currency, deals, agreed, hoped])).toEqual([
    ["New", "EUR", 2, 1_000, 500],
    ["Talking", "GBP", 1, 0, 70],
    ["Evaluation", "EUR", 0, 0, 0],
    ["Proposal", "EUR", 0, 0, 0],
  ]);
});

test("each rep's numbers are those of their rows", async () => {
  const reps = await findReps(aContext(manager));
  expect(reps).toEqual([
    { userId: maya.userId, name: "Maya", doneWeek: 1, doneSeven: 2, plannedWeek: 1, overdue: 0, held: 1, leftAlone: 1, persistence: null },
    {
      userId: joost.userId,
      name: "Joost",
      doneWeek: 0,
      doneSeven: 0,
      plannedWeek: 0,
      overdue: 1,
      held: 0,
      leftAlone: 0,
      persistence: null,
    },
  ]);
});

test("left alone counts whom the list of prospects shows", async () => {
  const { rows } = await listProspects(aContext(manager), ProspectListQuery.parse({ state: "left-alone" }));
  expect(rows.map(({ name }) => name)).toEqual(["Silent"]);
  const { leftAlone } = await findAttention(aContext(manager));
  expect(leftAlone).toMatchObject([{ name: "Silent", ownerName: "Maya", lastTouchAt: days(-40) }]);
});

test("refusals of thirty days stand by rule; a plan held later is none", async () => {
  const { refusals, held } = await findAttention(aContext(manager));
  expect(refusals).toEqual([
    { rule: "D1", count: 2 },
    { rule: "V2", count: 1 },
  ]);
  expect(held).toMatchObject([{ name: "Silent", reason: "They answered." }]);
  const { rows } = await listRefusals(aContext(manager), RefusalsQuery.parse({ rule: "D1" }));
  expect(rows.map(({ name, repName, sentence }) => [name, repName, sentence])).toEqual([
    ["Ana", "Maya", "Because of D1."],
    ["Ana", "Maya", "Because of D1."],
  ]);
});

test("what someone said of several channels at once is one change of each kind", async () => {
  const { consent, changes } = await findAttention(aContext(manager));
  expect(new Map(consent.map(({ kind, count }) => [kind, count]))).toEqual(
    new Map([
      ["stop", 1],
      ["channel", 1],
      ["agreement", 1],
      ["terms", 1],
    ]),
  );
  expect(changes[0]).toMatchObject({ name: "Bruno", kind: "stop", saidBy: "person" });
  const { rows } = await listConsentChanges(aContext(manager), ConsentQuery.parse({ kind: "channel" }));
  expect(rows).toMatchObject([{ name: "Ana", channels: ["phone", "sms"] }]);
});

test("the lists behind the numbers hold as many rows as they say", async () => {
  const context = aContext(manager);
  const names = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name);
  expect(names(await listTouches(context, TouchesQuery.parse({ rep: maya.userId, period: "seven" })))).toEqual(["Ana", "Ana"]);
  expect(names(await listTouches(context, TouchesQuery.parse({ rep: maya.userId })))).toEqual(["Ana"]);
  expect(names(await listPlans(context, PlansQuery.parse({ rep: joost.userId, show: "overdue" })))).toEqual(["Bruno"]);
  expect(names(await listPlans(context, PlansQuery.parse({})))).toEqual(["Ana"]);
  expect(names(await listPlans(context, PlansQuery.parse({ show: "held" })))).toEqual(["Silent"]);
});

test("pages follow each other without a gap, forth and back", async () => {
  const busy = await aMember(organisation, { name: "Busy" });
  const many = await aProspect(busy, { name: "Many" });
  for (let i = 0; i < 120; i += 1) await touch(busy, many, new Date(days(-1).getTime() - i * 1_000));
  const list = (cursor: string) => listTouches(aContext(manager), TouchesQuery.parse({ rep: busy.userId, cursor }));
  const first = await list("");
  const second = await list(first.next!);
  const third = await list(second.next!);
  expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
  expect(third.next).toBeNull();
  expect(new Set([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(120);
  expect((await list(third.previous!)).rows).toEqual(second.rows);

  await db.consentEvent.createMany({
    data: Array.from({ length: 60 }, (_, i) =>
      said(many, i % 2 ? "resumed" : "call_back", "any", new Date(days(-1).getTime() - (i >> 1) * 1_000)),
    ),
  });
  const changes = (cursor: string) => listConsentChanges(aContext(manager), ConsentQuery.parse({ cursor }));
  const one = await changes("");
  const two = await changes(one.next!);
  expect(one.rows.length + two.rows.length).toBe(64);
  expect((await changes(two.previous!)).rows).toEqual(one.rows);
});

test("another organisation's rows and another team's are not counted", async () => {
  const stranger = await aMember(await anOrganisation(), { role: "manager" });
  expect(await findReps(aContext(stranger))).toEqual([]);
  const nothing = await findAttention(aContext(stranger));
  expect(nothing).toEqual({ hasProspects: false, refusals: [], consent: [], changes: [], leftAlone: [], held: [] });
  expect((await listTouches(aContext(stranger), TouchesQuery.parse({ rep: maya.userId, period: "seven" }))).rows).toEqual([]);
  expect((await listRefusals(aContext(stranger), RefusalsQuery.parse({}))).rows).toEqual([]);
  expect((await findPipeline(stranger)).every(({ deals }) => deals === 0)).toBe(true);

  expect((await listRefusals(aContext(joost), RefusalsQuery.parse({}))).rows.map(({ name }) => name)).toEqual(["Bruno"]);
  expect((await listTouches(aContext(joost), TouchesQuery.parse({ rep: maya.userId, period: "seven" }))).rows).toEqual([]);
});
