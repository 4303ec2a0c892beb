import { expect, test } from "vitest";

import { lint } from "#lib/language/phrases.ts";

test.each([
  ["Just checking in to see where you are.", "L1"],
  ["I still haven’t heard from you.", "L2"],
  ["We need to close this before our quarter ends.", "V5"],
])("%s", (text, rule) => {
  expect(lint(text).map((hit) => hit.rule)).toContain(rule);
});

test("a hit says where it stands in the text as typed, curly apostrophes included", () => {
  const text = "Dear Ana, I haven’t heard from you. Best";
  const [hit] = lint(text);
  expect(text.slice(hit!.from, hit!.to)).toBe(hit!.phrase);
});

test("of overlapping phrases one stays", () => {
  const hits = lint("Just a gentle reminder, just following up on my last email.");
  for (const [i, hit] of hits.entries()) expect(hits.slice(i + 1).every(({ from }) => from >= hit.to)).toBe(true);
});

test.each([
  "You can check in at the hotel from 3 pm.",
  "Following up as you asked on Tuesday: the export answer is yes.",
  "Your contract says prices are fixed for 24 months.",
  "The urgent care ward you run was in the tender.",
  "I wrote to three of your plants at your request.",
])("stays silent at %s", (text) => {
  expect(lint(text)).toEqual([]);
});
