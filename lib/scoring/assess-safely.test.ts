import { afterEach, expect, test, vi } from "vitest";

import { defaultPolicy } from "#lib/policy/defaults.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { assessSafely } from "#lib/scoring/assess-safely.ts";
import { Assess } from "#lib/scoring/assess.ts";
import welcome from "#lib/scoring/examples/welcome.json" with { type: "json" };

const asked = Assess.parse(welcome);
const known = { policy: defaultPolicy, stored: new Map<string, never>(), now: new Date(welcome.now) };

afterEach(() => vi.restoreAllMocks());

test("a judge that throws has refused, under a number that stands in the log", () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const outcome = assessSafely(asked, { ...known, policy: { version: 1 } as Policy });
  if (outcome.ok || outcome.problem.code !== "refused") throw new Error(JSON.stringify(outcome));
  const number = /[0-9a-f-]{36}/.exec(outcome.problem.sentence)![0];
  expect(log).toHaveBeenCalledWith(expect.stringContaining(number), expect.any(TypeError));
  expect(JSON.stringify(outcome)).not.toMatch(/undefined|TypeError/);
});

test("a dossier that names no holidays is judged with those of its country; one that names none has none", () => {
  const call = { ...asked, plan: { ...asked.plan, channel: "phone" as const, at: new Date("2026-12-25T10:00:00Z") } };
  expect(JSON.stringify(assessSafely(call, known))).toContain("Christmas Day");
  expect(JSON.stringify(assessSafely({ ...call, dossier: { ...asked.dossier!, holidays: [] } }, known))).not.toContain("Christmas Day");
});
