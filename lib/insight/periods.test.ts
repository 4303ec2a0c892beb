import { expect, test } from "vitest";

import { periodsAt } from "#lib/insight/periods.ts";

test("a week begins on the reader's Monday", () => {
  const { weekStart, weekEnd, sevenDaysAgo } = periodsAt("Europe/Amsterdam", new Date("2026-11-22T10:00:00Z")); // a Sunday
  expect(weekStart.toISOString()).toBe("2026-11-15T23:00:00.000Z");
  expect(weekEnd.toISOString()).toBe("2026-11-22T23:00:00.000Z");
  expect(sevenDaysAgo.toISOString()).toBe("2026-11-15T10:00:00.000Z");
});

test("at the same instant it is already Monday elsewhere", () => {
  const { weekStart } = periodsAt("Pacific/Auckland", new Date("2026-11-22T12:00:00Z"));
  expect(weekStart.toISOString()).toBe("2026-11-22T11:00:00.000Z");
});

test("the week of a clock change has an hour more", () => {
  const { weekStart, weekEnd } = periodsAt("Europe/Amsterdam", new Date("2026-10-22T10:00:00Z"));
  expect((weekEnd.getTime() - weekStart.getTime()) / 3_600_000).toBe(7 * 24 + 1);
});
