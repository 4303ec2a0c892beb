import { expect, test } from "vitest";

import { placeOf, quotes, runsOf, takesUp } from "#lib/value/words.ts";

test("a name is found as whole words, wherever it stands first", () => {
  expect(placeOf("annabel and anna", "Anna")).toBe(12);
  expect(placeOf("(anna) writes", "Anna")).toBe(1);
  expect(placeOf("annabel", "Anna")).toBe(-1);
  expect(placeOf("to al", "al")).toBe(-1);
});

test("three of their words in a row are theirs, small words alone are not", () => {
  const theirs = runsOf([{ words: "The audit in Cork keeps me busy until spring" }]);
  expect(quotes("as you said, the Audit in Cork is near", theirs)).toBe(true);
  expect(quotes("in cork an audit", theirs)).toBe(false);
  expect(quotes("it is so as we do", runsOf([{ words: "it is so as we do" }]))).toBe(false);
  expect(quotes("anything at all here", runsOf([]))).toBe(false);
});

test("a text of one long word, and a goal of thousands, are looked through hundreds of times before this test would be ended", () => {
  const text = "a".repeat(20_000);
  const goal = Array.from({ length: 3_000 }, (_, i) => `b${i.toString(3).replaceAll("0", "c").padStart(8, "d")}`).join(" ");
  for (let round = 0; round < 300; round += 1) {
    expect(placeOf(text, "a".repeat(9_000))).toBe(-1);
    expect(takesUp(text, goal)).toBe(false);
  }
});
