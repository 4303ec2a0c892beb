import { expect, test } from "vitest";

import { mayTakeBack, whatStands } from "#lib/touches/taken-back.ts";

const logged = { createdAt: new Date("2026-11-18T09:00:00Z"), replacedById: null, correctsId: null };
const minutes = (count: number) => new Date(logged.createdAt.getTime() + count * 60_000);
const nothing = { statuses: [], takenOff: 0, readingEnded: false, step: "none", isPlanBack: false } as const;

test("a touch can be taken back for ten minutes, and not once it was corrected", () => {
  expect(mayTakeBack(logged, minutes(10))).toBeNull();
  expect(mayTakeBack(logged, minutes(11))).toContain("Correct it instead");
  expect(mayTakeBack({ ...logged, replacedById: "b" }, minutes(1))).toContain("corrected");
  expect(mayTakeBack({ ...logged, correctsId: "a" }, minutes(1))).toContain("corrected");
});

test("C4, C9: what they asked for stands, and it is said", () => {
  expect(whatStands({ ...nothing, statuses: [] })).toEqual([]);
  expect(whatStands({ ...nothing, statuses: ["objected"] })).toEqual(["Their stop stands: only they can lift it."]);
  expect(whatStands({ ...nothing, statuses: ["paused", "call_back"] })).toHaveLength(2);
  expect(whatStands({ ...nothing, statuses: [], step: "dropped" })).toEqual([]);
  expect(whatStands({ ...nothing, statuses: [], step: "kept", isPlanBack: true, takenOff: 2, readingEnded: true })).toHaveLength(4);
});
