import { expect, test } from "vitest";

import { sayWhoseClock } from "#components/plan-next-wish.ts";

const ours = "Europe/Amsterdam";
const at = "2026-12-01T10:00";

test.each([
  ["your clock, theirs beside it", false, "America/New_York", ", your time (04:00 in New York)"],
  ["their clock, yours beside it", true, "America/New_York", ", their time in New York (16:00 yours)"],
  ["nothing where both clocks show the same", false, "Europe/Berlin", ""],
  ["nothing where both show the same, whoever's it is", true, "Europe/Berlin", ""],
  ["nothing where their zone is not known", false, null, ""],
  ["theirs, though their zone is not known", true, null, ", their time"],
] as const)("it says %s", (_, isTheirs, theirZone, said) => {
  expect(sayWhoseClock({ at, isTheirs }, ours, theirZone)).toBe(said);
});

test("where it is another day there, that is said", () => {
  expect(sayWhoseClock({ at: "2026-12-01T20:00", isTheirs: false }, ours, "Pacific/Auckland")).toBe(
    ", your time (Wed 2 Dec, 08:00 in Auckland)",
  );
});
