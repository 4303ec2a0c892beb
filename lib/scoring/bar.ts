import type { Pace } from "#lib/cadence/rhythm.ts";
import { askStep } from "#lib/follow-up/history.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import { askedFor, AskSize } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Ground } from "#lib/scoring/ground.ts";
import type { ValueJudgement } from "#lib/value/judge-value.ts";

export type Bar = { bar: number; base: number; asked: number; reach: number };

/**
 * What a touch must bring, in whole points. Any touch must reach the base of its state; what was asked of them lately raises it (V1), by the square of how full they are:
 * in a real campaign the first calls yield alike and the fifth far less (tests/validation). Each step by which the ask goes beyond what they have come
 * to raises it, too (G2). A touch they asked for has nothing to reach (V2).
 */
export function barOf(
  plan: Plan,
  { reached, cadence }: Ground,
  pace: Pace,
  pressure: number,
  expectedFor: string | null,
  { value }: Policy,
): Bar {
  if (expectedFor) return { bar: 0, base: 0, asked: 0, reach: 0 };
  const most = Math.round(value.max);
  const base = Math.max(0, Math.min(most, Math.round(value.base[cadence.state] + pace.bar)));
  const asked = Math.min(most - base, Math.round(value.asked * (pressure / pace.capacity) ** 2));
  const steps = Math.max(0, askStep(plan.ask) - reached - value.freeSteps);
  const reach = Math.min(most - base - asked, Math.round(steps * value.askStep));
  return { bar: base + asked + reach, base, asked, reach };
}

/** V1, G2: where it brings less than it must, why, and what would mend it. What offers nothing at all has been told so already. */
export function fallsShort(plan: Plan, { reached }: Ground, value: ValueJudgement, { bar, reach }: Bar, freeSteps: number): Reason[] {
  const most = AskSize.options[Math.min(AskSize.options.length - 1, reached + freeSteps)]!;
  if (value.points >= bar) {
    if (reach === 0) return [];
    return [
      {
        rule: "G2",
        severity: "note",
        sentence: `It asks for ${askedFor[plan.ask]}, more than they have come to; it brings enough for that.`,
      },
    ];
  }
  if (value.reasons.some(({ rule, severity }) => rule === "V2" && severity === "rewrite")) return [];
  if (value.points >= bar - reach)
    return [
      {
        rule: "G2",
        severity: "rewrite",
        sentence: `It asks for ${askedFor[plan.ask]}, more than they have come to with us. Bring more, or ask for ${askedFor[most]}.`,
        remedy: { do: "ask-less", ask: most },
      },
    ];
  return [
    {
      rule: "V1",
      severity: "rewrite",
      sentence: `It brings ${tenths(value.points)} where ${tenths(bar)} is needed: the more was asked lately, the more it must bring.`,
      remedy: { do: "bring-something" },
    },
  ];
}

export const tenths = (points: number) => (points / 10).toFixed(1);
