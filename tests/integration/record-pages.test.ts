import { beforeAll, expect, test } from "vitest";

import { CompanyListQuery } from "#lib/companies/list.ts";
import { listCompanies } from "#lib/companies/queries.ts";
import { DealListQuery } from "#lib/deals/list.ts";
import { listDeals } from "#lib/deals/queries.ts";
import type { Page } from "#lib/keyset.ts";
import { ProspectListQuery, type ProspectState, usualColumns } from "#lib/prospects/list.ts";
import { listProspects } from "#lib/prospects/queries.ts";
import { AssetListQuery, listAssets } from "#lib/value/queries.ts";
import { aContext, aCompany, aDeal, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";
import { db } from "#lib/platform/db.ts";

const there = await anOrganisation();
const maya = await aMember(there);
const omar = await aMember(there, { role: "manager" });
const context = aContext(maya);
const day = 24 * 60 * 60 * 1000;
const ago = (days: number) => new Date(testNow.getTime() - days * day);

beforeAll(async () => {
  // names, dates and titles repeat, so that the pages break within ties
  for (let n = 0; n < 125; n += 1) {
    const nextAt = n % 3 === 0 ? ago(-1 - (n % 4)) : null;
    await aProspect(n % 2 ? maya : omar, { name: `${n % 2 ? "Ana" : "ana"} Tie ${n % 5}`, nextAt, email: null, phone: null });
  }
  const company = await aCompany(maya, { name: "Tied" });
  for (let n = 0; n < 104; n += 1) await aCompany(maya, { name: `Tied ${n % 3}` });
  for (let n = 0; n < 104; n += 1) await aDeal(maya, { title: "Tie", companyId: company.id });
  const assets = Array.from({ length: 104 }, (_, n) => ({
    orgId: there.id,
    id: crypto.randomUUID(),
    kind: "article",
    title: `Tie ${n % 3}`,
    topics: [],
  }));
  await db.valueAsset.createMany({ data: assets });
});

/** Walks to the end and back again. */
async function walk<Row extends { id: string }>(read: (cursor: string) => Promise<Page<Row>>) {
  const forth: Row[] = [];
  const back: Row[] = [];
  let page = await read("");
  expect(page.previous).toBeNull();
  for (forth.push(...page.rows); page.next; forth.push(...page.rows)) page = await read(page.next);
  for (back.unshift(...page.rows); page.previous; back.unshift(...page.rows)) page = await read(page.previous);
  expect(page.next === null).toBe(forth.length <= 50);
  expect(back.map(({ id }) => id)).toEqual(forth.map(({ id }) => id));
  expect(new Set(forth.map(({ id }) => id)).size).toBe(forth.length);
  return forth;
}

test.each([
  ["name", maya],
  ["next", maya],
  ["recent", maya],
  ["name", omar],
  ["next", omar],
  ["recent", omar],
] as const)("prospects by %s: every row once, in order, forth and back", async (sort, actor) => {
  const rows = await walk((cursor) => listProspects(aContext(actor), ProspectListQuery.parse({ sort, cursor })));
  expect(rows).toHaveLength(125);
  const key = {
    name: (row: (typeof rows)[0]) => row.name.toLowerCase(),
    next: (row: (typeof rows)[0]) => row.nextAt?.toISOString() ?? "~",
    recent: () => "",
  }[sort];
  const sign = sort === "recent" ? -1 : 1;
  const sorted = rows.toSorted((a, b) => {
    const [x, y] = key(a) === key(b) ? [a.id, b.id] : [key(a), key(b)];
    return x < y ? -sign : sign;
  });
  expect(rows.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
});

test("search and owner page alike", async () => {
  const found = await walk((cursor) => listProspects(context, ProspectListQuery.parse({ q: "tie", owner: "me", cursor })));
  expect(found).toHaveLength(62);
  expect(new Set(found.map(({ ownerName }) => ownerName))).toEqual(new Set([maya.name]));
});

test("companies, deals and the library page alike", async () => {
  expect(await walk((cursor) => listCompanies(maya, CompanyListQuery.parse({ q: "tied", cursor })))).toHaveLength(105);
  expect(await walk((cursor) => listDeals(aContext(maya), DealListQuery.parse({ cursor })))).toHaveLength(104);
  expect(await walk((cursor) => listAssets(maya, AssetListQuery.parse({ cursor })))).toHaveLength(104);
});

test("an unreadable address shows the list from its beginning", async () => {
  const query = ProspectListQuery.parse({ q: ["tie"], sort: "size", state: "x", owner: "y", cursor: "z" });
  expect(query).toEqual({ q: "tie", sort: "name", state: "all", owner: "", cols: usualColumns, cursor: "z" });
  expect((await listProspects(context, query)).rows).toHaveLength(50);
});

test("each state shows whom it says", async () => {
  const org = await anOrganisation();
  const rep = await aMember(org);
  const people: Record<string, Parameters<typeof aProspect>[1]> = {
    planned: { nextAt: ago(-2), lastOutboundAt: ago(40) },
    answered: { lastOutboundAt: ago(3), lastInboundAt: ago(1) },
    fresh: { lastOutboundAt: ago(3), lastInboundAt: ago(5) },
    never: {},
    alone: { lastOutboundAt: ago(22) },
    paused: { lastOutboundAt: ago(22), pausedUntil: ago(-30) },
    stopped: { lastOutboundAt: ago(22), stoppedAt: ago(1) },
    archived: { archivedAt: ago(1) },
  };
  for (const [name, over] of Object.entries(people)) await aProspect(rep, { ...over, name });
  const shown = async (state: ProspectState) =>
    (await listProspects(aContext(rep), ProspectListQuery.parse({ state }))).rows.map(({ name }) => name);
  expect(await shown("all")).toEqual(["alone", "answered", "fresh", "never", "paused", "planned", "stopped"]);
  expect(await shown("planned")).toEqual(["planned"]);
  expect(await shown("unplanned")).toEqual(["alone", "answered", "fresh", "never", "paused"]);
  expect(await shown("answered")).toEqual(["answered"]);
  expect(await shown("never-touched")).toEqual(["never"]);
  expect(await shown("left-alone")).toEqual(["alone"]);
  expect(await shown("paused")).toEqual(["paused"]);
  expect(await shown("stopped")).toEqual(["stopped"]);
  expect(await shown("archived")).toEqual(["archived"]);
});
