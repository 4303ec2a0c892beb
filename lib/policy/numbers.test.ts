import { expect, test } from "vitest";

import { defaultPolicy } from "#lib/policy/defaults.ts";
import { differences, numbersOf, withNumbers } from "#lib/policy/numbers.ts";
import { Policy } from "#lib/policy/policy.ts";
import { SoundPolicy } from "#lib/policy/sound-policy.ts";

const changed = (numbers: Record<string, number>) => Policy.parse(withNumbers(defaultPolicy, new Map(Object.entries(numbers))));

test("numbers are named by their path, the version and words are none", () => {
  const numbers = numbersOf(defaultPolicy);
  expect(numbers.get("rhythms.cold.email.caps.0")).toBe(2);
  expect(numbers.has("version")).toBe(false);
  expect(numbers.has("rhythms.cold.email.source")).toBe(false);
});

test("what is replaced is what differs, and nothing else", () => {
  const policy = changed({ "rhythms.cold.email.min": 3, "noes.most": 2, "no.such.path": 1 });
  expect(differences(defaultPolicy, policy)).toEqual([
    { path: "rhythms.cold.email.min", from: 2, to: 3 },
    { path: "noes.most", from: 3, to: 2 },
  ]);
});

test("the defaults are sound", () => {
  expect(SoundPolicy.parse(defaultPolicy)).toEqual(defaultPolicy);
});

test.each([
  ["rhythms.cold.email.min", 20, "rhythms.cold.email.target"],
  ["rhythms.cold.email.target", 11, "rhythms.cold.email.max"],
  ["rhythms.cold.email.ceiling", 1, "rhythms.cold.email.ceiling"],
  ["rhythms.cold.email.caps.0", 5, "rhythms.cold.email.caps.1"],
  ["rhythms.cold.email.caps.1", 9, "rhythms.cold.email.caps.2"],
  ["rhythms.cold.email.floor", 5, "rhythms.cold.email.floor"],
  ["value.max", 20, "value.base.cold"],
  ["value.wording.penalties.0", 16, "value.wording.penalties.1"],
  ["noes.restDays", 400, "noes.finalRestDays"],
  ["assessment.lowFit", 70, "assessment.highFit"],
  ["timeline.farDays", 30, "timeline.farDays"],
  ["timeline.nearFactor", 1.2, "timeline.nearFactor"],
  ["rank.value", 0.6, "rank.calm"],
])("%s as %d does not fit, said at %s", (path, number, at) => {
  const parsed = SoundPolicy.safeParse(changed({ [path]: number }));
  expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(at);
  for (const { message } of parsed.error!.issues) expect(message).toMatch(/\.$/);
});
