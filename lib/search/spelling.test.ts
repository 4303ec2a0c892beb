import { expect, test } from "vitest";

import { excerpt, meantBy } from "#lib/search/spelling.ts";

test.each([
  ["jonson", ["johnson", "jones", "jansson", "samson"], ["johnson", "jansson"]],
  ["montenergo", ["montenegro", "montgomery"], ["montenegro"]],
  ["karvalho", ["carvalho"], ["carvalho"]],
  ["anna", ["hanna", "ana", "anne", "nina"], ["hanna", "ana", "anne"]],
  ["ana", ["ann", "anna"], []],
  ["visser", ["visser", "vissers"], ["vissers"]],
])("%s may mean …", (typed, known, meant) => expect(meantBy(typed, known)).toEqual(meant));

test("an excerpt shows the word in its sentence", () => {
  const said = `${"before ".repeat(20)}the budget is settled ${"after ".repeat(20)}`;
  expect(excerpt(said, (word) => word === "budget", 20)).toBe("… before before the budget is settled after …");
  expect(excerpt("Short and  good", () => false)).toBe("Short and good");
  expect(excerpt("", () => true)).toBe("");
});
