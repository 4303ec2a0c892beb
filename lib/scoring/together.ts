import type { Plan } from "#lib/follow-up/plan.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

/** Several plans with one person, each judged beside the sooner ones that pass, as the schedule would take them; the verdicts in the order of the plans. */
export function judgeTogether(plans: readonly Plan[], dossier: Dossier, policy: Policy, now: Date): Verdict[] {
  const verdicts = new Map<Plan, Verdict>();
  let planned = dossier.planned;
  for (const plan of inTime(plans)) {
    const verdict = scoreFollowUp(plan, { ...dossier, planned }, policy, now);
    verdicts.set(plan, verdict);
    if (verdict.kind === "allow") planned = [...planned, asPlanned(plan, planned.length)];
  }
  return plans.map((plan) => verdicts.get(plan)!);
}

/** Soonest first. */
export const inTime = (plans: readonly Plan[]): Plan[] => plans.toSorted((a, b) => a.at.getTime() - b.at.getTime());

const asPlanned = ({ at, channel, answersObjectionId, urgentFactId }: Plan, count: number): Dossier["planned"][number] => ({
  ...{ id: `beside-${count}`, at, channel, by: "You", answersObjectionId, urgentFactId },
});
