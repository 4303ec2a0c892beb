import { expect, test } from "vitest";
import { z } from "zod";

import { chosenColumns, writeColumns } from "#lib/list-address.ts";

const Column = z.enum(["owner", "next", "added"]);
const Cols = chosenColumns(Column, ["owner", "next"]);

test.each([
  [undefined, ["owner", "next"]],
  ["", ["owner", "next"]],
  ["added,owner", ["owner", "added"]],
  [
    ["added", "next"],
    ["next", "added"],
  ],
  ["drop table", ["owner", "next"]],
  [{ a: 1 }, ["owner", "next"]],
])("%j names %j", (said, columns) => expect(Cols.parse(said)).toEqual(columns));

test("the usual columns need no address", () => {
  expect(writeColumns(["owner", "next"], ["owner", "next"])).toBe("");
  expect(Cols.parse(writeColumns(["next", "added"], ["owner", "next"]))).toEqual(["next", "added"]);
});
