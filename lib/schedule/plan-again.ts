import "server-only";
import { z } from "zod";

import { no, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { findVisibleFollowUp, toPlan } from "#lib/schedule/queries.ts";

export const PlanAgain = z.object({ followUpId: z.uuid().toLowerCase(), clientKey: z.uuid().toLowerCase() });
export type PlanAgain = z.infer<typeof PlanAgain>;

/** Plans a cancelled follow-up anew as it was, through the same gate as any plan; the cancelled one stays in the record. */
export async function planAgain(context: Context, { followUpId, clientKey }: PlanAgain): Promise<Outcome<{ id: string }>> {
  const row = await findVisibleFollowUp(context.actor, followUpId);
  if (!row) return no({ code: "not-found" });
  if (row.state !== "cancelled") return no({ code: "conflict", sentence: `This follow-up is ${row.state}, not cancelled.` });
  return planFollowUp(context, { plan: toPlan(row), followUpId: null, clientKey });
}
