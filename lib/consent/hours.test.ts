import { expect, test } from "vitest";

import { readHours, sayHours } from "#lib/consent/hours.ts";
import { law } from "#lib/consent/law.ts";

test("what is said is read as the same hours, for every rule of the law", () => {
  for (const { hours } of law)
    for (const day of hours ? [hours.week, hours.saturday, hours.sunday] : []) expect(readHours(sayHours(day))).toEqual(day);
});

test("hours as people type them", () => {
  expect(readHours("9-18")).toEqual([[9, 18]]);
  expect(readHours(" 9 – 21:30 ")).toEqual([[9, 21.5]]);
  expect(readHours("10-13 and 14-20")).toEqual([
    [10, 13],
    [14, 20],
  ]);
  expect(readHours("None")).toBeNull();
});

test.each(["", "9", "18-9", "9-9", "9-25", "9-12, 11-14", "9:75-12", "mornings"])("“%s” is no hours of a day", (typed) => {
  expect(readHours(typed)).toBeUndefined();
});
