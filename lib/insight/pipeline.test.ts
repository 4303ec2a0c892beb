import { expect, test } from "vitest";

import { byCurrency, sayShort } from "#lib/insight/pipeline.ts";

const row = (stageId: string, currency: string, deals: number, agreed: number, hoped: number) => ({
  stageId,
  stage: stageId,
  currency,
  deals,
  agreed,
  hoped,
});

test("currencies are kept apart, each with every stage in order", () => {
  const [euros, pounds, ...rest] = byCurrency([
    row("New", "EUR", 2, 100, 50),
    row("Talking", "GBP", 1, 0, 9),
    row("Proposal", "EUR", 0, 0, 0),
  ]);
  expect(rest).toEqual([]);
  expect(euros).toMatchObject({ currency: "EUR", agreed: 100, hoped: 50, most: 150 });
  expect(euros!.stages.map(({ stage, agreed }) => [stage, agreed])).toEqual([
    ["New", 100],
    ["Talking", 0],
    ["Proposal", 0],
  ]);
  expect(pounds).toMatchObject({ currency: "GBP", agreed: 0, hoped: 9, most: 9 });
});

test("without a deal there is no currency to draw", () => {
  expect(byCurrency([row("New", "EUR", 0, 0, 0)])).toEqual([]);
});

test.each([
  [0, "0"],
  [940, "940"],
  [999.6, "1k"],
  [14_800, "14.8k"],
  [148_260, "148k"],
  [999_900, "1m"],
  [1_071_000, "1.07m"],
  [2_300_000_000, "2.3bn"],
])("%d is said as %s", (amount, said) => {
  expect(sayShort(amount)).toBe(said);
});
