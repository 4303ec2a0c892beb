import { expect, test } from "vitest";

import { Disposition } from "#lib/follow-up/touch.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { contradicts, outcomesFor } from "#lib/touches/outcomes.ts";

test("no outcome offered contradicts who reached out", () => {
  for (const channel of Channel.options)
    for (const direction of ["out", "in"] as const)
      expect(outcomesFor(channel, direction).filter((each) => contradicts(direction, each))).toEqual([]);
});

test("every outcome can be logged somewhere, and a stop on every channel", () => {
  const offered = Channel.options.flatMap((channel) => [...outcomesFor(channel, "out"), ...outcomesFor(channel, "in")]);
  expect(new Set(offered)).toEqual(new Set(Disposition.options));
  expect(Channel.options.every((channel) => outcomesFor(channel, "in").includes("asked_to_stop"))).toBe(true);
});
