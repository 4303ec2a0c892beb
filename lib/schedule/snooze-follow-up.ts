import "server-only";
import { z } from "zod";

import { PlanTime } from "#lib/follow-up/plan.ts";
import { no, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { findVisibleFollowUp, toPlan } from "#lib/schedule/queries.ts";

export const SnoozeFollowUp = z.object({
  followUpId: z.uuid().toLowerCase(),
  until: PlanTime,
  clientKey: z.uuid().toLowerCase(),
});
export type SnoozeFollowUp = z.infer<typeof SnoozeFollowUp>;

/** Moves a follow-up to a later time, through the same gate as any plan. */
export async function snoozeFollowUp(context: Context, { followUpId, until, clientKey }: SnoozeFollowUp): Promise<Outcome<{ id: string }>> {
  const row = await findVisibleFollowUp(context.actor, followUpId);
  if (!row) return no({ code: "not-found" });
  return planFollowUp(context, { plan: { ...toPlan(row), at: until }, followUpId, clientKey });
}
