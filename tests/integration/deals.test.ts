import { describe, expect, test } from "vitest";

import { CreateDeal, createDeal } from "#lib/deals/create-deal.ts";
import { EditDeal, editDeal } from "#lib/deals/edit-deal.ts";
import { MoveDeal, moveDeal } from "#lib/deals/move-deal.ts";
import { findDeal, listBoard, listDeals, listStageChanges, olderThan } from "#lib/deals/queries.ts";
import { DealListQuery } from "#lib/deals/list.ts";
import { ProspectListQuery } from "#lib/prospects/list.ts";
import { listProspects } from "#lib/prospects/queries.ts";
import { undoMove } from "#lib/deals/undo-move.ts";
import { db } from "#lib/platform/db.ts";
import { aCompany, aContext, aDeal, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";

const there = await anOrganisation();
const maya = await aMember(there);
const [first, second] = there.stages;
const won = there.stages.find(({ kind }) => kind === "won")!;
const later = aContext(maya, new Date(testNow.getTime() + 3_600_000));
const move = (dealId: string, over: object) =>
  moveDeal(later, MoveDeal.parse({ dealId, stageId: second!.id, version: 1, how: "agreed", agreement: "She sends the list", ...over }));

describe("a move taken back", () => {
  test("leaves stage, word, days and history as they were, and the stream knows both", async () => {
    const { id } = await aDeal(maya, { agreed: true });
    const before = await findDeal(maya, id);
    const moved = await move(id, { how: "hoped", closeOn: "2026-12-12", closeOnFrom: "said" });
    expect(moved).toMatchObject({ ok: true, value: { dealId: id, version: 2, agreed: false } });
    expect(await findDeal(maya, id)).toMatchObject({ stageId: second!.id, closeOn: new Date("2026-12-12"), closeOnFrom: "said" });

    expect(await undoMove(later, { dealId: id, version: 2 })).toEqual({ ok: true, value: { stage: first!.name } });
    expect(await findDeal(maya, id)).toEqual({ ...before, version: 3 });
    expect((await listStageChanges(maya, id)).rows).toEqual([]);
    const events = await db.event.findMany({ where: { orgId: there.id, subjectId: id } });
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(["deal.move-undone", "deal.moved"]);
  });

  test("is refused once the deal went on, and for whoever may not see it", async () => {
    const { id } = await aDeal(maya);
    await move(id, {});
    const stranger = await aMember(await anOrganisation(), { role: "admin" });
    const colleague = await aMember(there, { team: await aTeam(there) });
    for (const actor of [stranger, colleague])
      expect(await undoMove(aContext(actor), { dealId: id, version: 2 })).toMatchObject({ problem: { code: "not-found" } });
    await editDeal(later, EditDeal.parse({ dealId: id, version: 2, title: "Renamed", amount: 5, currency: "EUR" }));
    for (const version of [1, 2, 3])
      expect(await undoMove(later, { dealId: id, version })).toMatchObject({ problem: { code: "conflict" } });
    expect(await findDeal(maya, id)).toMatchObject({ stageId: second!.id, title: "Renamed", version: 3 });
  });

  test("of two at the same instant one takes it back", async () => {
    const { id } = await aDeal(maya);
    await move(id, {});
    const outcomes = await Promise.all([1, 2, 3].map(() => undoMove(later, { dealId: id, version: 2 })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

test("a deal is won with an amount, which the move may bring along", async () => {
  const { id } = await aDeal(maya, { amount: 0 });
  expect(await move(id, { stageId: won.id })).toMatchObject({ problem: { fields: { amount: [expect.any(String)] } } });
  expect(await move(id, { stageId: won.id, amount: "48,000.50" })).toMatchObject({ ok: true });
  expect(await findDeal(maya, id)).toMatchObject({ amount: 48_000.5, stageId: won.id });
});

test("the day they decide keeps where it comes from, and goes with it", async () => {
  const prospect = await aProspect(maya);
  const fields = { title: "Loggers", amount: 1, currency: "EUR", closeOn: "2026-12-12", closeOnFrom: "guess" };
  const made = await createDeal(aContext(maya), CreateDeal.parse({ ...fields, prospectId: prospect.id }));
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  const dealId = made.value.id;
  expect(await findDeal(maya, dealId)).toMatchObject({ closeOnFrom: "guess" });
  await editDeal(aContext(maya), EditDeal.parse({ ...fields, dealId, version: 1, closeOn: "" }));
  expect(await findDeal(maya, dealId)).toMatchObject({ closeOn: null, closeOnFrom: null });
  expect(EditDeal.safeParse({ ...fields, dealId, version: 1, closeOnFrom: "hope" }).success).toBe(false);
});

test("a long column goes on where it ended, without a card twice or left out", async () => {
  const organisation = await anOrganisation();
  const rep = await aMember(organisation);
  const stage = organisation.stages[0]!.id;
  const { id: companyId } = await aCompany(rep);
  const shared = { currency: "EUR", stageId: stage, companyId, ownerId: rep.userId, teamId: rep.teamId };
  await db.deal.createMany({
    data: Array.from({ length: 120 }, (_, i) => ({ ...shared, title: `Deal ${i}`, orgId: organisation.id, id: crypto.randomUUID() })),
  });
  const { id: elsewhere } = await aDeal(rep, { stageId: organisation.stages[1]!.id });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const cards = await listBoard(aContext(rep), "", cursor ? { stage, cursor } : null);
    expect(cards.some(({ id }) => id === elsewhere)).toBe(true);
    const column = cards.filter(({ stageId }) => stageId === stage);
    seen.push(...column.map(({ id }) => id));
    cursor = olderThan(column);
  } while (cursor);
  expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
});

test("a card says left alone where the list of prospects does, too much once the budget is spent, and nothing of nobody", async () => {
  const context = aContext(await aMember(await anOrganisation()));
  const { actor } = context;
  const longAgo = new Date(testNow.getTime() - 40 * 86_400_000);
  const dealWith = async (pulse: { lastOutboundAt?: Date; unanswered?: number }) => {
    const { id } = await aProspect(actor);
    await db.prospect.update({ where: { orgId_id: { orgId: actor.orgId, id } }, data: pulse });
    return [id, (await aDeal(actor, { prospectId: id })).id] as const;
  };
  const [silentId, silent] = await dealWith({ lastOutboundAt: longAgo, unanswered: 1 });
  const [, pressed] = await dealWith({ lastOutboundAt: longAgo, unanswered: 7 });
  const [, fresh] = await dealWith({});
  const { id: companyId } = await aCompany(actor);
  const { id: nobody } = await aDeal(actor, { companyId });
  const wordOf = async (dealId: string) => (await listBoard(context, "")).find(({ id }) => id === dealId)?.pressure?.word ?? null;

  expect(await Promise.all([silent, pressed, fresh, nobody].map(wordOf))).toEqual(["left-alone", "too-much", "new", null]);
  const { rows } = await listProspects(context, ProspectListQuery.parse({ state: "left-alone" }));
  expect(rows.map(({ id }) => id)).toContain(silentId);
  const table = await listDeals(context, DealListQuery.parse({ view: "table" }));
  expect(table.rows.find(({ id }) => id === silent)?.pressure).toEqual({ word: "left-alone", unanswered: 1, budget: 7 });
});
