import { expect, test } from "vitest";

import { completePolicy } from "#lib/policy/complete.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";

test("what was published stays, what came later takes its default", () => {
  const { awaitingDays: _later, ...rest } = defaultPolicy;
  const { preferredChannel: _too, ...pressure } = rest.pressure;
  const stored = { ...rest, noes: { ...rest.noes, most: 2 }, pressure };
  expect(completePolicy(stored, 7)).toEqual({ ...defaultPolicy, noes: { ...defaultPolicy.noes, most: 2 }, version: 7 });
});

test("D5: what was published before it said how silence is read judges by the defaults, and what it says since stands", () => {
  const { silence, ...before } = defaultPolicy;
  expect(completePolicy(before, 3)).toEqual({ ...defaultPolicy, version: 3 });
  const { decided: _later, ...known } = { ...silence, swamped: { gaps: 3, days: 14 } };
  expect(completePolicy({ ...before, silence: known }, 3).silence).toEqual({ ...silence, swamped: { gaps: 3, days: 14 } });
  expect(() => completePolicy({ ...before, silence: { ...silence, swamped: { gaps: 0.5, days: 14 } } }, 3)).toThrow(/swamped/);
});

test("what is no policy is refused", () => {
  expect(() => completePolicy({ noes: { most: "three" } }, 1)).toThrow(/noes/);
});

test("the defaults are a policy", () => {
  expect(completePolicy({}, 1)).toEqual(defaultPolicy);
});
