import type { CadenceGround } from "#lib/cadence/judge-cadence.ts";
import type { Channel, RelationshipState } from "#lib/follow-up/vocabulary.ts";
import type { Modifier, Policy, Rhythm } from "#lib/policy/policy.ts";

/** How well the opportunity was judged: fit 0–100, what is at stake, the homework done, and the day the buyer decides (null: not known). */
export type Assessment = {
  fit: number;
  stake: "low" | "medium" | "high";
  homework: "none" | "some" | "researched";
  decisionOn: string | null;
};

/** The rhythm that holds now; `bar` are points an assessment adds to what a touch must reach. */
export type Pace = { any: Rhythm; channel: Rhythm; budget: number; capacity: number; target: number; bar: number };

const same: Modifier = { budget: 1, minGap: 1, targetGap: 1, capacity: 1, bar: 0 };

/** The state's rows, changed by fit and role, stretched by the buyer's own timeline (D2) and by how their silence is read (D5), backed off by silence, with a budget that follows fit and homework (D4, V6). */
export function paceOf({ state, matter, isShared, daysToDecision }: CadenceGround, channel: Channel, policy: Policy): Pace {
  const { assessment, isSenior, history, silence } = matter;
  const rows = policy.rhythms[state];
  const byFit = fitModifier(assessment, policy);
  const bySeat = seatModifier(isSenior, policy);
  const timeline = timelineFactor(daysToDecision, policy);
  const patience = silence ? policy.silence[silence.hypothesis].gaps : 1;
  const minGap = byFit.minGap * bySeat.minGap * Math.min(1, timeline) * patience;
  const targetGap = byFit.targetGap * bySeat.targetGap * timeline * patience;
  const effort = effortOf(assessment, isSenior, policy);
  const own = stretched(rows[channel] ?? rows.any, minGap, targetGap, effort);
  return {
    any: stretched(rows.any, minGap, targetGap, effort),
    channel: own,
    budget: budgetOf(state, assessment, isSenior, policy),
    capacity: policy.pressure.capacity[state] * byFit.capacity * bySeat.capacity * (isShared ? policy.assessment.sharedCapacity : 1),
    target: Math.min(own.ceiling, own.target * own.backOff ** Math.max(0, history.streak.count - 1)),
    bar: byFit.bar + bySeat.bar,
  };
}

/** What of an assessment decides how many attempts are worth their while. */
export type Judged = Pick<Assessment, "fit" | "stake" | "homework">;

/** Unanswered touches in a row that are an effort and not yet too many, in a state of the relationship (D4, V6). */
export const budgetOf = (state: RelationshipState, assessment: Judged | null, isSenior: boolean, policy: Policy): number =>
  attempts(policy.rhythms[state].any.budget, effortOf(assessment, isSenior, policy));

const effortOf = (assessment: Judged | null, isSenior: boolean, policy: Policy) =>
  fitModifier(assessment, policy).budget * seatModifier(isSenior, policy).budget * homeworkFactor(assessment, policy);

const seatModifier = (isSenior: boolean, policy: Policy): Modifier => (isSenior ? policy.assessment.senior : same);

const attempts = (budget: number, effort: number) => Math.max(1, Math.round(budget * effort));

/** A larger budget needs a longer season to be spent in, so the cap of ninety days grows with it; weeks and months stay as they are (D1, V6). */
function stretched(row: Rhythm, minGap: number, targetGap: number, effort: number): Rhythm {
  const [week, month, season] = row.caps;
  return {
    ...row,
    min: row.min * minGap,
    target: row.target * targetGap,
    max: row.max * targetGap,
    caps: [week, month, Math.round(season * Math.max(1, effort))],
    budget: row.budget === 0 ? 0 : attempts(row.budget, effort),
  };
}

function fitModifier(assessment: Judged | null, { assessment: numbers }: Policy): Modifier {
  if (!assessment) return same;
  if (assessment.fit < numbers.lowFit) return numbers.low;
  return assessment.fit >= numbers.highFit && assessment.stake !== "low" ? numbers.high : same;
}

function homeworkFactor(assessment: Judged | null, { assessment: numbers }: Policy): number {
  if (assessment?.homework === "none") return numbers.noHomework;
  return assessment?.homework === "researched" ? numbers.researched : 1;
}

function timelineFactor(days: number | null, { timeline }: Policy): number {
  if (days === null || days < 0) return 1;
  if (days <= timeline.nearDays) return timeline.nearFactor;
  return days > timeline.farDays ? timeline.farFactor : 1;
}
