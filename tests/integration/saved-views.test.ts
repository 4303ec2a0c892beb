import { describe, expect, test } from "vitest";

import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { ChangeView, changeView } from "#lib/views/change-view.ts";
import { PinView, pinView } from "#lib/views/pin-view.ts";
import { listPinnedViews, listViews } from "#lib/views/queries.ts";
import { RemoveView, removeView } from "#lib/views/remove-view.ts";
import { RestoreView, restoreView } from "#lib/views/restore-view.ts";
import { SaveView, saveView } from "#lib/views/save-view.ts";
import { aContext, aMember, anOrganisation, aTeam } from "#tests/factories/records.ts";

const there = await anOrganisation();
const team = await aTeam(there);
const maya = await aMember(there, { team });
const femke = await aMember(there, { team });
const otherTeam = await aMember(there, { team: await aTeam(there) });
const manager = await aMember(there, { role: "manager", team });
const otherManager = await aMember(there, { role: "manager", team: await aTeam(there) });
const stranger = await aMember(await anOrganisation(), { role: "admin" });

async function saved(actor: Actor, over: object = {}): Promise<string> {
  const input = { list: "prospects", name: `View ${crypto.randomUUID().slice(0, 8)}`, address: "state=left-alone&owner=me", ...over };
  const outcome = await saveView(aContext(actor), SaveView.parse(input));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.id;
}

const idsOf = async (actor: Actor) => (await listViews(actor)).map(({ id }) => id);
const pin = (actor: Actor, viewId: string, pinned = "yes") => pinView(aContext(actor), PinView.parse({ viewId, pinned }));
const change = (actor: Actor, viewId: string, over: object = {}) =>
  changeView(aContext(actor), ChangeView.parse({ viewId, name: `Named ${crypto.randomUUID().slice(0, 8)}`, shared: "on", ...over }));
const remove = (actor: Actor, viewId: string) => removeView(aContext(actor), RemoveView.parse({ viewId }));
const restore = (actor: Actor, viewId: string) => restoreView(aContext(actor), RestoreView.parse({ viewId }));

describe("who sees a view", () => {
  test("its owner alone; with the team once it is shared; nobody in another team or organisation", async () => {
    const own = await saved(maya);
    const shared = await saved(maya, { shared: "on" });
    for (const actor of [femke, manager]) {
      expect(await idsOf(actor)).toContain(shared);
      expect(await idsOf(actor)).not.toContain(own);
    }
    expect(await idsOf(maya)).toEqual(expect.arrayContaining([own, shared]));
    for (const actor of [otherTeam, otherManager, stranger])
      for (const id of [own, shared]) {
        expect(await idsOf(actor)).not.toContain(id);
        for (const outcome of [pin(actor, id), change(actor, id), remove(actor, id), restore(actor, id)])
          expect(await outcome).toEqual({ ok: false, problem: { code: "not-found" } });
      }
    expect(await pin(femke, own)).toMatchObject({ problem: { code: "not-found" } });
    expect(await db.viewPin.count({ where: { viewId: { in: [own, shared] } } })).toBe(0);
  });

  test("a shared one is changed by its owner and their manager, not by a colleague", async () => {
    const id = await saved(maya, { shared: "on" });
    for (const outcome of [change(femke, id), remove(femke, id), restore(femke, id)])
      expect(await outcome).toEqual({ ok: false, problem: { code: "forbidden" } });
    expect((await listViews(femke)).find((view) => view.id === id)).toMatchObject({ mayChange: false, isShared: true });
    expect(await change(manager, id, { name: "Team's own" })).toMatchObject({ ok: true });
    expect((await listViews(maya)).find((view) => view.id === id)).toMatchObject({ name: "Team's own", mayChange: true });
  });
});

test("pins are everyone's own; taking a view back takes the others'", async () => {
  const id = await saved(maya, { shared: "on", pinned: "on" });
  await pin(femke, id);
  await pin(femke, id);
  expect(await listPinnedViews(femke)).toMatchObject([{ id, pinned: true }]);
  expect(await listPinnedViews(manager)).toEqual([]);
  await change(maya, id, { shared: "no" });
  expect(await listPinnedViews(femke)).toEqual([]);
  expect((await listPinnedViews(maya)).map((view) => view.id)).toContain(id);
  await pin(maya, id, "no");
  expect((await listPinnedViews(maya)).map((view) => view.id)).not.toContain(id);
});

test("a view asks what its list's schema reads, and nothing else", async () => {
  const id = await saved(maya, {
    list: "companies",
    address: "state=archived&cursor=abc&org=1&cols=owner&cols=people&next=//evil.example",
  });
  expect((await listViews(maya, "companies")).find((view) => view.id === id)?.query).toEqual({ state: "archived", cols: "people,owner" });
  await db.$executeRaw`UPDATE "SavedView" SET query = '{"state": "gone", "q": ["a"], "x": {"y": 1}}' WHERE id = ${id}::uuid`;
  expect((await listViews(maya, "companies")).find((view) => view.id === id)?.query).toEqual({ q: "a" });
});

test("saved twice under one name it is one view, also from two tabs at once", async () => {
  const name = "Mine, Again";
  const ids = await Promise.all([1, 2, 3].map((n) => saved(maya, { name, address: `q=${n}` })));
  ids.push(await saved(maya, { name: "mine, again", address: "sort=next" }));
  expect(new Set(ids).size).toBe(1);
  expect((await listViews(maya)).find(({ id }) => id === ids[0])).toMatchObject({ name: "mine, again", query: { sort: "next" } });
  expect(await saved(femke, { name })).not.toBe(ids[0]);
  expect(await saved(maya, { name, list: "deals", address: "view=table" })).not.toBe(ids[0]);
});

test("removed and brought back with its pins; not over one that took its name", async () => {
  const id = await saved(maya, { name: "Gone", pinned: "on" });
  expect(await remove(maya, id)).toMatchObject({ ok: true });
  expect(await remove(maya, id)).toMatchObject({ ok: true });
  expect(await idsOf(maya)).not.toContain(id);
  expect(await change(maya, id)).toMatchObject({ problem: { code: "not-found" } });
  expect(await restore(maya, id)).toMatchObject({ ok: true });
  expect((await listPinnedViews(maya)).map((view) => view.id)).toContain(id);
  await remove(maya, id);
  await saved(maya, { name: "gone" });
  expect(await restore(maya, id)).toMatchObject({ problem: { code: "conflict" } });
  const kinds = await db.event.findMany({ where: { orgId: maya.orgId, subjectId: id }, select: { kind: true } });
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(["view.removed", "view.removed", "view.restored", "view.saved"]);
});

test("a name of another view is refused, an empty or endless one, too", async () => {
  await saved(maya, { name: "Taken" });
  const id = await saved(maya);
  expect(await change(maya, id, { name: "taken" })).toMatchObject({ problem: { code: "invalid", fields: { name: [expect.any(String)] } } });
  for (const name of ["", "  ", "x".repeat(61)]) expect(SaveView.safeParse({ list: "prospects", name }).success).toBe(false);
});
