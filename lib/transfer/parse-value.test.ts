import { describe, expect, test } from "vitest";

import { detectDateOrder, readDate } from "#lib/transfer/parse-date.ts";
import { detectDecimalMark, readAmount, readCurrency, readKey, readText, saysStop } from "#lib/transfer/parse-value.ts";
import { readRegion } from "#lib/prospects/read-region.ts";
import { readCountry } from "#lib/transfer/read-country.ts";
import { standInName } from "#lib/transfer/stand-in-name.ts";
import { isTypoOf } from "#lib/transfer/typo.ts";

test.each([
  ["$1,117.10K", ".", 1_117_100],
  ["1.117,10", ",", 1117.1],
  ["€ 22 700", ".", 22_700],
  ["CHF 1'200.50", ".", 1200.5],
  ["(300)", ".", -300],
  ["-5", ".", -5],
  ["2.5M", ".", 2_500_000],
  ["12", ".", 12],
  ["about 5", ".", 5],
  ["n/a", ".", null],
  ["12 Main Street", ".", null],
  ["1e300", ".", null],
] as const)("the amount %s", (cell, mark, amount) => expect(readAmount(cell, mark)).toBe(amount));

test("decimal marks and currencies", () => {
  expect(detectDecimalMark(["1.117,10", "5,5"])).toBe(",");
  expect(detectDecimalMark(["1,117.10", "1,000"])).toBe(".");
  expect([
    readCurrency("€ 5", "USD"),
    readCurrency("5 chf", "EUR"),
    readCurrency("$5", "CAD"),
    readCurrency("$5", "EUR"),
    readCurrency("5", "EUR"),
  ]).toEqual(["EUR", "CHF", "CAD", "USD", null]);
});

test("cells that say nothing", () => {
  for (const cell of ["", "Select", "NULL", "N/A", "-", "unknown"]) expect(readText(cell)).toBeNull();
  expect(readText("0")).toBe("0");
  expect(readKey("0")).toBeNull();
});

test("a stop is a stop, and so is a doubt (C4)", () => {
  for (const cell of ["Yes", "TRUE", "1", "x", "Unsubscribed", "2024-03-01 10:00"])
    expect(saysStop(cell)).toEqual({ stop: true, sure: true });
  for (const cell of ["No", "false", "0", "", "Select", "Subscribed", undefined])
    expect(saysStop(cell)).toEqual({ stop: false, sure: true });
  expect(saysStop("only on Mondays")).toEqual({ stop: true, sure: false });
});

describe("dates", () => {
  test("the order is told from the column", () => {
    expect(detectDateOrder(["01/02/2026", "25/02/2026"])).toBe("dmy");
    expect(detectDateOrder(["01/02/2026", "02/25/2026"])).toBe("mdy");
    expect(detectDateOrder(["01/02/2026"])).toBe("ambiguous");
    expect(detectDateOrder(["01.02.2026"])).toBe("dmy");
    expect(detectDateOrder(["2026-02-01", ""])).toBe("none");
  });
  test.each([
    ["2026-02-01", "none", "2026-02-01"],
    ["2021-04-15 23:03:00", "none", "2021-04-15"],
    ["15 Apr, 2021 00:03:00", "none", "2021-04-15"],
    ["April 5, 2021", "none", "2021-04-05"],
    ["07-Mar-21", "none", "2021-03-07"],
    ["3/4/2026", "dmy", "2026-04-03"],
    ["3/4/2026", "mdy", "2026-03-04"],
    ["3/4/2026", "ambiguous", null],
    ["31.02.2026", "dmy", null],
    ["soon", "none", null],
  ] as const)("%s (%s)", (cell, order, day) => expect(readDate(cell, order)).toBe(day));
});

test("countries and states by any of their names", () => {
  expect(["Portugal", "pt", "USA", "Deutschland", "Côte d’Ivoire", "Asia/Pacific Region"].map(readCountry)).toEqual([
    "PT",
    "PT",
    "US",
    "DE",
    "CI",
    null,
  ]);
  expect([readRegion("Florida", "US"), readRegion("FL", "US"), readRegion("Bavaria", "DE")]).toEqual(["FL", "FL", "Bavaria"]);
});

test("what stands for a name", () => {
  const nobody = { points: [], jobTitle: null, company: null };
  const email = { kind: "email" as const, value: "ana@vilar.example", normalised: "ana@vilar.example", problem: null };
  expect(
    standInName(
      [
        { header: "Lead Number", value: "660737" },
        { header: "Lead Origin", value: "Landing Page Submission" },
      ],
      nobody,
    ),
  ).toBe("Lead 660737 · Landing Page Submission");
  expect(standInName([], { ...nobody, points: [email] })).toBe("ana");
  expect(standInName([], { ...nobody, jobTitle: "Buyer", company: "Vilar" })).toBe("Buyer, Vilar");
  expect(standInName([], nobody)).toBeNull();
});

test("slips of the pen in names of companies", () => {
  expect(isTypoOf("GTXPro", "GTX Pro")).toBe(true);
  expect(isTypoOf("Betasolion Limited", "Betasoloin")).toBe(true);
  expect(isTypoOf("Vilar Lda", "Vilar Lda.")).toBe(true);
  expect(isTypoOf("Acme", "Acne")).toBe(false);
  expect(isTypoOf("Isdom", "Zathunicon")).toBe(false);
});
