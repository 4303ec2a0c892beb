import { expect, test } from "vitest";

import { type Pulse, readPulse } from "#lib/cadence/read-pulse.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";

const now = new Date("2026-11-27T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const pulse: Pulse = {
  ...{ unanswered: 1, lastOutboundAt: daysAgo(3), lastInboundAt: daysAgo(5), nextAt: null },
  ...{ isPaused: false, isStopped: false, leftAlone: false, isSenior: false, assessment: null },
};
const word = (over: Partial<Pulse>) => readPulse({ ...pulse, ...over }, defaultPolicy, now).word;

test.each<[string, Partial<Pulse>, string]>([
  ["one touch since their answer", {}, "in-rhythm"],
  ["one below the budget of those who went quiet", { unanswered: 4 }, "in-rhythm"],
  ["at the budget of those who went quiet", { unanswered: 5 }, "too-much"],
  ["below the budget of a deal with somebody who never answered", { unanswered: 6, lastInboundAt: null }, "in-rhythm"],
  ["at the budget of a deal with somebody who never answered", { unanswered: 7, lastInboundAt: null }, "too-much"],
  ["asked too much, and then silence", { unanswered: 5, leftAlone: true }, "too-much"],
  ["silence with nothing planned", { leftAlone: true }, "left-alone"],
  ["they wrote last, and nothing is planned", { unanswered: 0, lastInboundAt: daysAgo(1) }, "waits"],
  ["they wrote last, and the answer is planned", { unanswered: 0, lastInboundAt: daysAgo(1), nextAt: now }, "in-rhythm"],
  ["nobody has contacted them", { unanswered: 0, lastOutboundAt: null, lastInboundAt: null }, "new"],
  ["a pause of theirs", { isPaused: true, unanswered: 9 }, "paused"],
  ["a stop of theirs", { isStopped: true, isPaused: true, unanswered: 9 }, "stopped"],
])("%s", (_case, over, expected) => {
  expect(word(over)).toBe(expected);
});

test("a poor fit and a high seat leave less room", () => {
  const assessment = { fit: 10, stake: "low", homework: "some" } as const;
  expect(readPulse({ ...pulse, assessment }, defaultPolicy, now).budget).toBe(4);
  expect(readPulse({ ...pulse, isSenior: true }, defaultPolicy, now).budget).toBe(5);
  expect(readPulse(pulse, defaultPolicy, now).budget).toBe(7);
});
