import { beforeAll, describe, expect, test } from "vitest";

import { archiveProspect, ArchiveProspect } from "#lib/prospects/archive-prospect.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import { db } from "#lib/platform/db.ts";
import type { Actor } from "#lib/platform/context.ts";
import { findByWords } from "#lib/search/queries.ts";
import { Group } from "#lib/search/search.ts";
import { aCompany, aContext, aDeal, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";

const there = await anOrganisation();
const team = await aTeam(there);
const rep = await aMember(there, { team });
const colleague = await aMember(there, { team });
const otherTeam = await aMember(there, { team: await aTeam(there) });
const manager = await aMember(there, { role: "manager", team });
const stranger = await aMember(await anOrganisation(), { role: "admin" });
const day = 24 * 60 * 60 * 1000;

const names = async (actor: Actor, q: string, group: Group = "people", page = { size: 25 }) =>
  (await findByWords(aContext(actor), q, [group], page))[group]!.hits.map(({ name }) => name);

async function aNote(actor: Actor, prospectId: string, theySaid: string, daysAgo: number) {
  const at = new Date(testNow.getTime() - daysAgo * day);
  const touch = { orgId: actor.orgId, id: crypto.randomUUID(), prospectId, channel: "email", direction: "in", disposition: "replied" };
  await db.touchpoint.create({ data: { ...touch, theySaid, at, timeZone: "Europe/Lisbon", byId: actor.userId } });
}

let johnson: { id: string };
beforeAll(async () => {
  johnson = await aProspect(rep, { name: "Ída Johnson", email: null, phone: null });
  await aProspect(colleague, { name: "Ida Jonas", email: null, phone: null });
  await aProspect(otherTeam, { name: "Hidden Johnsen", email: null, phone: null });
  await aCompany(rep, { name: "São Vicente Kühlhäuser" });
  await aDeal(rep, { title: "Größere Prüfung" });
  for (let n = 0; n < 60; n += 1) await aProspect(n % 2 ? rep : colleague, { name: `Xara ${n % 7}`, email: null, phone: null });
  await aNote(rep, johnson.id, "The façade budget is settled in March, ask again then.", 3);
  await aNote(rep, johnson.id, "The façade is painted.", 400);
});

describe("a word", () => {
  test.each([
    ["a slip", "jonson", ["Ída Johnson"]],
    ["swapped letters, and the other word short", "ida jonhson", ["Ída Johnson"]],
    ["as spelt, without its accent", "ida john", ["Ída Johnson"]],
    ["nothing alike", "quetzal", []],
    ["one letter", "j", []],
  ])("%s", async (_case, q, found) => expect(await names(rep, q)).toEqual(found));

  test("finds companies, deals and what was said, whatever the accents", async () => {
    expect(await names(rep, "sao vicnete", "companies")).toEqual(["São Vicente Kühlhäuser"]);
    expect(await names(rep, "grossere prufung", "deals")).toEqual(["Größere Prüfung"]);
    expect(await names(rep, "pruefung", "deals")).toEqual(["Größere Prüfung"]);
    const { notes } = await findByWords(aContext(rep), "FACADE", ["notes"], { size: 1 });
    expect(notes!.hits[0]!.detail).toContain("façade budget");
    const older = await findByWords(aContext(rep), "facade", ["notes"], { size: 1, cursor: notes!.next! });
    expect(older.notes).toMatchObject({ hits: [{ detail: "The façade is painted." }], next: null });
    expect(notes!.hits[0]!.href).toMatch(new RegExp(`^/prospects/${johnson.id}\\?show=touches&before=`));
  });

  test("takes signs literally", async () => {
    for (const q of ["%%%%", "____", "'; --", "a:* & b", "((((", "\\\\\\\\", "!!!!"])
      for (const group of Group.options) expect(await names(rep, q, group)).toEqual([]);
  });
});

test("a rep finds their team's, a manager all, and nobody another organisation's", async () => {
  expect(await names(rep, "johnsen")).toEqual(["Ída Johnson"]);
  expect(await names(otherTeam, "johnson")).toEqual(["Hidden Johnsen"]);
  expect(await names(manager, "hidden johnsen")).toEqual(["Hidden Johnsen"]);
  expect(await names(manager, "johnson")).toEqual(["Ída Johnson", "Hidden Johnsen"]);
  for (const q of ["johnson", "jonson"]) expect(await names(stranger, q)).toEqual([]);
  for (const [q, group] of [
    ["vicente", "companies"],
    ["prufung", "deals"],
    ["facade", "notes"],
  ] as const) {
    for (const outsider of [stranger, otherTeam]) expect(await names(outsider, q, group)).toEqual([]);
    expect(await names(manager, q, group)).not.toEqual([]);
  }
});

test("page after page shows every one once, in the order of the list", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { people } = await findByWords(aContext(rep), "xara", ["people"], { size: 7, ...(cursor && { cursor }) });
    seen.push(...people!.hits.map(({ id }) => id));
    cursor = people!.next ?? undefined;
  } while (cursor);
  const all = await db.prospect.findMany({
    where: { orgId: rep.orgId, name: { startsWith: "Xara" } },
    orderBy: [{ searchText: "asc" }, { id: "asc" }],
  });
  expect(seen).toEqual(all.map(({ id }) => id));
});

test("one's own come first where only a few are shown", async () => {
  const { people } = await findByWords(aContext(rep), "xara", ["people"], { size: 8, ownFirst: true });
  const own = new Set((await db.prospect.findMany({ where: { ownerId: rep.userId } })).map(({ id }) => id));
  expect(people!.hits).toHaveLength(8);
  expect(people!.hits.every(({ id }) => own.has(id))).toBe(true);
});

test("words are known while somebody on the lists bears them", async () => {
  const known = async () =>
    (await db.knownWord.findMany({ where: { orgId: rep.orgId, word: { in: ["zdenka", "kolarova"] } } })).map(({ word }) => word);
  const person = await aProspect(rep, { name: "Zdenka Kolářová", email: "zdenka.kolarova@example.com" });
  const namesake = await aProspect(rep, { name: "Zdenka Malá" });
  expect((await known()).toSorted()).toEqual(["kolarova", "zdenka"]);
  await archiveProspect(aContext(rep), ArchiveProspect.parse({ prospectId: person.id }));
  expect(await known()).toEqual(["zdenka"]);
  expect(await names(rep, "kolarova")).toEqual([]);
  await archiveProspect(aContext(rep), ArchiveProspect.parse({ prospectId: namesake.id }));
  expect(await known()).toEqual([]);
});

test("the database folds as the application does", async () => {
  const texts = [
    "ŁUKASZ  Żółć",
    "Hallgrímur Steinþórsson",
    "Großmann",
    "Ｆｕｌｌ　ｗｉｄｔｈ",
    "İstanbul ıssız",
    "Nguyễn Thị",
    "Đặng",
    " A  b\tc\n",
    "ǅ ŉ ﬁ Ⅷ ẞ",
    "e\u0301te\u0301",
    "",
  ];
  const rows = await db.$queryRaw<
    { folded: string }[]
  >`SELECT fold_for_search(t) AS folded FROM unnest(${texts}::text[]) WITH ORDINALITY x(t, n) ORDER BY n`;
  expect(rows.map(({ folded }) => folded)).toEqual(texts.map((text) => foldForSearch(text)));
});
