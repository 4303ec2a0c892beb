import { expect, test } from "vitest";

import { dueOn, extendedTo, termFor, termOf, terms } from "#lib/rights/terms.ts";

const at = new Date("2027-01-31T23:30:00Z");

test("a month is a calendar month and ends on the last day of a shorter one, by the organisation's calendar", () => {
  expect(dueOn(termFor("NL"), new Date("2026-11-26T09:00:00Z"), "Europe/Amsterdam")).toBe("2026-12-26");
  expect(dueOn(termFor("NL"), at, "UTC")).toBe("2027-02-28");
  expect(dueOn(termFor("NL"), at, "Europe/Amsterdam")).toBe("2027-03-01");
});

test("each place has its own term; a place nobody knows has the GDPR's", () => {
  expect(dueOn(termFor("US"), at, "UTC")).toBe("2027-03-17");
  expect(dueOn(termFor("BR"), at, "UTC")).toBe("2027-02-15");
  expect([termFor(null).id, termFor("JP").id]).toEqual(["GDPR", "GDPR"]);
});

test("more time is given once, and only where the law has some to give", () => {
  expect(extendedTo(termOf("GDPR"), "2026-12-31")).toBe("2027-02-28");
  expect(extendedTo(termOf("CCPA"), "2027-03-17")).toBe("2027-05-01");
  expect(extendedTo(termOf("LGPD"), "2027-02-15")).toBeNull();
});

test("every term has a length and a source, and the last one fits everybody", () => {
  for (const { days = 0, months = 0, source } of terms) {
    expect(days + months).toBeGreaterThan(0);
    expect(source).toMatch(/^https:/);
  }
  expect(terms.at(-1)!.countries).toBeNull();
  expect(() => termOf("NONE")).toThrow("no such term");
});
