import { expect, test } from "vitest";

import { isSameQuery, readAddress, readQuery } from "#lib/views/saved-view.ts";

test.each([
  ["prospects", "?state=left-alone&owner=me&cursor=abc&utm=1", { state: "left-alone", owner: "me" }],
  ["prospects", "sort=next&cols=owner&cols=next&cols=drop", { sort: "next", cols: "next,owner" }],
  ["prospects", "state=all&sort=name&cols=company,last,next,clock,owner", {}],
  ["companies", "state=archived&q=vilar&view=table", { state: "archived", q: "vilar" }],
  ["deals", "view=table&stage=nonsense", { view: "table" }],
] as const)("%s: %s asks for %j", (list, search, query) => expect(readQuery(list, readAddress(search))).toEqual(query));

test("what no list's address says is an empty question", () => {
  for (const said of [null, 7, "x", [], { q: { $ne: 1 } }]) expect(readQuery("prospects", said)).toEqual({});
});

test("two questions are the same whatever their order", () => {
  expect(isSameQuery({ a: "1", b: "2" }, { b: "2", a: "1" })).toBe(true);
  expect(isSameQuery({ a: "1" }, { a: "1", b: "2" })).toBe(false);
  expect(isSameQuery({ a: "1" }, { b: "1" })).toBe(false);
});
