import "server-only";
import { z } from "zod";

import { Plan } from "#lib/follow-up/plan.ts";
import { no, ok, type Outcome, sentence } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";

const mostTogether = 6;

/** Several follow-ups with one person; each has the key of its row, so that a second press changes nothing. */
export const PlanTogether = z.object({
  prospectId: z.uuid().toLowerCase(),
  plans: z
    .array(z.object({ plan: Plan, clientKey: z.uuid().toLowerCase() }))
    .min(1, "Choose at least one to plan.")
    .max(mostTogether),
});
export type PlanTogether = z.infer<typeof PlanTogether>;

/** What became of them; `held` are those that no judge lets pass, with why. */
export type PlannedTogether = { planned: number; held: { clientKey: string; why: string }[] };

/** Plans them soonest first, each through the one door, so that each is judged beside those before it. What is refused holds up none of the others (C7). */
export async function planTogether(context: Context, { prospectId, plans }: PlanTogether): Promise<Outcome<PlannedTogether>> {
  const result: PlannedTogether = { planned: 0, held: [] };
  // why we may is stated once for a way; from then on the ledger says it
  const stated = new Set<string>();
  for (const { plan, clientKey } of plans.toSorted((a, b) => a.plan.at.getTime() - b.plan.at.getTime())) {
    const basis = stated.has(plan.channel) ? null : plan.basis;
    const outcome = await planFollowUp(context, { plan: { ...plan, prospectId, basis }, clientKey });
    if (outcome.ok) {
      result.planned += 1;
      stated.add(plan.channel);
    } else if (outcome.problem.code === "refused" || outcome.problem.code === "invalid")
      result.held.push({ clientKey, why: sentence(outcome.problem) });
    else return no(outcome.problem);
  }
  return ok(result);
}
