import { expect, test } from "vitest";

import { dealFields } from "#lib/deals/deal-fields.ts";
import { saySums } from "#lib/deals/money.ts";
import { barShare, daysInStage, isOverdue } from "#lib/deals/stage-time.ts";
import { missingFor, sayOrigin } from "#lib/deals/their-date.ts";

test.each([
  ["48,000", "48000"],
  ["48 000.50", "48000.50"],
  ["1’200", "1200"],
  ["", "0"],
])("%s is %s", (typed, amount) => expect(dealFields.amount.parse(typed)).toBe(amount));

test.each(["48.000", "-5", "1e9", "12,5€", "9999999999999"])("%s is no amount", (typed) =>
  expect(dealFields.amount.safeParse(typed).success).toBe(false),
);

test("sums never mix currencies", () => {
  expect(
    saySums([
      { currency: "USD", amount: 4_000.5 },
      { currency: "EUR", amount: 621_000 },
      { currency: "GBP", amount: 0 },
    ]),
  ).toBe("€621,000 and US$4,000.50");
});

test("days in a stage against the usual", () => {
  const now = new Date("2026-11-22T09:00:00Z");
  expect(daysInStage(new Date("2026-11-20T10:00:00Z"), now)).toBe(1);
  expect([isOverdue(26, 25), isOverdue(25, 25), isOverdue(99, 0)]).toEqual([true, false, false]);
  expect([barShare(25, 25), barShare(500, 25), barShare(5, 0)]).toEqual([67, 100, 0]);
});

test("a won deal wants its amount, one on its way their date, one that is lost nothing", () => {
  const bare = { amount: 0, closeOn: null };
  expect([missingFor("won", bare), missingFor("open", bare), missingFor("lost", bare)]).toEqual([["amount"], ["closeOn"], []]);
  expect([missingFor("won", { ...bare, amount: 1 }), missingFor("open", { ...bare, closeOn: "2026-12-12" })]).toEqual([[], []]);
});

test("a date says where it comes from, and when nobody knows", () => {
  expect(["said", "known", "guess", null, "toString"].map((from) => sayOrigin(from))).toEqual([
    "they said so",
    "from their papers",
    "our guess",
    "source not noted",
    "source not noted",
  ]);
});
