import { expect, test } from "vitest";

import { dayOf } from "#lib/follow-up/local-time.ts";
import { workingDays } from "#lib/scoring/working-day.ts";
import { aDossier } from "#tests/factories/dossier.ts";
import { chose } from "#tests/golden/case.ts";

const [friday, saturday, sunday] = ["2026-12-04", "2026-12-05", "2026-12-06"].map((date) => dayOf(date));
const worksFor = (over: Parameters<typeof aDossier>[0]) => {
  const works = workingDays(aDossier(over));
  return [friday, saturday, sunday].map((day) => works(day!));
};

test("the week has five working days, without the holidays of their place", () => {
  expect(worksFor({})).toEqual([true, false, false]);
  expect(worksFor({ holidays: [{ on: "2026-12-04", name: "A holiday" }] })).toEqual([false, false, false]);
});

test("C2: the days of the week they chose are theirs, and no others", () => {
  expect(worksFor({ terms: chose({ days: [6] }) })).toEqual([false, true, false]);
});

test("C7, G1: a day they named or agreed on goes before the week", () => {
  expect(worksFor({ terms: chose({ callBackOn: "2026-12-05" }) })).toEqual([true, true, false]);
  expect(worksFor({ agreedDays: ["2026-12-06"] })).toEqual([true, false, true]);
});
