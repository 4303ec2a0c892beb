import { expect, test } from "vitest";

import { backTo } from "#lib/schedule/back-to.ts";

const now = new Date("2026-11-18T09:02:10Z");

test("a snooze that is taken back leads to the time it had", () => {
  const at = new Date("2026-11-18T15:00:00Z");
  expect(backTo(at, now)).toEqual(at);
});

test("a time that has passed is replaced by one a few minutes ahead, for nothing is planned in the past", () => {
  expect(backTo(new Date("2026-11-16T10:00:00Z"), now)).toEqual(new Date("2026-11-18T09:05:00Z"));
  expect(backTo(now, new Date("2026-11-18T09:04:30Z"))).toEqual(new Date("2026-11-18T09:10:00Z"));
});
