import type { Channel, RelationshipState } from "#lib/follow-up/vocabulary.ts";
import type { Policy, Rhythm } from "#lib/policy/policy.ts";

/** How well the opportunity was judged: fit 0–100, what is at stake, the homework done, and days until the buyer decides (null: not known). */
export type Assessment = {
  fit: number;
  stake: "low" | "medium" | "high";
  homework: "none" | "some" | "researched";
  decisionOn: string | null;
};

export type Pace = { any: Rhythm; channel: Rhythm; budget: number; target: number };

/** The rhythm that holds now: the state's rows, stretched by the buyer's own timeline (D2), backed off by silence, with a budget that follows fit and homework (D4, V6). */
export function paceOf(
  state: RelationshipState,
  channel: Channel,
  assessment: Assessment | null,
  daysToDecision: number | null,
  unanswered: number,
  policy: Policy,
): Pace {
  const rows = policy.rhythms[state];
  const factor = timelineFactor(daysToDecision, policy);
  const stretch = (row: Rhythm): Rhythm => ({
    ...row,
    min: row.min * Math.min(1, factor),
    target: row.target * factor,
    max: row.max * factor,
  });
  const any = stretch(rows.any);
  const own = stretch(rows[channel] ?? rows.any);
  return {
    any,
    channel: own,
    budget: budgetOf(rows.any.budget, assessment, policy),
    target: Math.min(own.ceiling, own.target * own.backOff ** Math.max(0, unanswered - 1)),
  };
}

function timelineFactor(days: number | null, { timeline }: Policy): number {
  if (days === null || days < 0) return 1;
  if (days <= timeline.nearDays) return timeline.nearFactor;
  return days > timeline.farDays ? timeline.farFactor : 1;
}

function budgetOf(budget: number, assessment: Assessment | null, { assessment: numbers }: Policy): number {
  if (!assessment) return budget;
  const { fit, homework, stake } = assessment;
  const byFit = fit < numbers.lowFit ? numbers.low.budget : fit >= numbers.highFit && stake !== "low" ? numbers.high.budget : 1;
  const byHomework = homework === "none" ? numbers.noHomework : homework === "researched" ? numbers.researched : 1;
  return Math.max(1, Math.round(budget * byFit * byHomework));
}
