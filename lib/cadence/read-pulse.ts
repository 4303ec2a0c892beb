import { relationshipState } from "#lib/cadence/relationship-state.ts";
import { budgetOf, type Judged } from "#lib/cadence/rhythm.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** What is stored of a person with an open deal, so that a list of many can judge each without a dossier. */
export type Pulse = {
  /** Touches of ours since they answered last. */
  unanswered: number;
  lastOutboundAt: Date | null;
  lastInboundAt: Date | null;
  nextAt: Date | null;
  isPaused: boolean;
  isStopped: boolean;
  /** Silent with nothing planned and nothing that says why, as the list of prospects counts it (D3). */
  leftAlone: boolean;
  isSenior: boolean;
  assessment: Judged | null;
};

export type PulseWord = "stopped" | "paused" | "new" | "too-much" | "left-alone" | "waits" | "in-rhythm";
export type PulseReading = { word: PulseWord; unanswered: number; budget: number };

/**
 * Whether somebody is asked too much, left alone, or in rhythm. Too much is where the judges find the budget of attempts spent (D4), and comes first:
 * whoever was asked that often is to rest (D6), however long ago it was. A no that still stands is not stored and lowers no budget here.
 */
export function readPulse(pulse: Pulse, policy: Policy, now: Date): PulseReading {
  const { unanswered, assessment, isSenior, lastInboundAt } = pulse;
  const history = {
    ...{ lastAnswer: lastInboundAt?.getTime() ?? -Infinity, lastInquiry: -Infinity },
    ...{ answered: 0, streak: { count: unanswered } },
  };
  const state = relationshipState({ history, relationship: "cold", hasOpenDeal: true, lastNoAt: -Infinity }, now);
  const budget = budgetOf(state, assessment, isSenior, policy);
  return { word: wordOf(pulse, unanswered >= budget), unanswered, budget };
}

function wordOf({ isStopped, isPaused, lastOutboundAt, lastInboundAt, leftAlone, nextAt }: Pulse, isSpent: boolean): PulseWord {
  if (isStopped) return "stopped";
  if (isPaused) return "paused";
  if (!lastOutboundAt && !lastInboundAt) return "new";
  if (isSpent) return "too-much";
  if (leftAlone) return "left-alone";
  const wroteLast = lastInboundAt !== null && (lastOutboundAt === null || lastInboundAt > lastOutboundAt);
  return wroteLast && !nextAt ? "waits" : "in-rhythm";
}
