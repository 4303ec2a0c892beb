import { expect, test } from "vitest";

import { stepGap } from "#lib/prospects/step-gap.ts";

const bare = {
  ...{ archivedAt: null, stoppedAt: null, nextAt: null, pausedUntil: null, callBackOn: null },
  ...{ openSteps: 0, hasHeld: false, reason: null, reading: null },
};
const today = "2026-11-18";

test("D8: with nothing to come and nothing said, there is a gap", () => {
  expect(stepGap(bare, today)).toBe("open");
  expect(stepGap({ ...bare, pausedUntil: today, callBackOn: today }, today)).toBe("open");
});

test("a reason closes it, and so does whatever says as much", () => {
  expect(stepGap({ ...bare, reason: {} }, today)).toBe("reason");
  const enough = [
    { nextAt: new Date(0) },
    { openSteps: 1 },
    { hasHeld: true },
    { reading: {} },
    { archivedAt: new Date(0) },
    { stoppedAt: new Date(0) },
  ];
  for (const over of [...enough, { pausedUntil: "2026-11-19" }, { callBackOn: "2027-05-18" }])
    expect(stepGap({ ...bare, ...over }, today)).toBe("none");
});
