import { expect, test } from "vitest";

import { isTimeZone } from "#lib/follow-up/local-time.ts";
import { countries } from "#lib/prospects/countries.ts";
import { guessZone } from "#lib/prospects/guess-zone.ts";

test.each([
  ["NL", null, "Europe/Amsterdam"],
  ["in", null, "Asia/Kolkata"],
  ["US", "ny", "America/New_York"],
  ["US", " CA ", "America/Los_Angeles"],
  ["US", "AZ", "America/Phoenix"],
])("%s %s", (country, region, zone) => expect(guessZone(country, region)).toBe(zone));

test.each([
  ["PT", null],
  ["ES", null],
  ["US", null],
  ["US", "FL"],
  ["US", "TX"],
  ["US", "Atlantis"],
  ["RU", null],
  ["ZZ", null],
  [null, "NY"],
])("%s %s stays open", (country, region) => expect(guessZone(country, region)).toBeNull());

test("every zone in the table exists, and most countries have one", () => {
  const known = countries.flatMap(({ code }) => guessZone(code) ?? []);
  expect(known.filter((zone) => !isTimeZone(zone))).toEqual([]);
  expect(known.length).toBeGreaterThan(210);
});
