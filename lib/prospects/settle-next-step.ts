import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockProspect, markStepSettled } from "#lib/prospects/store.ts";

export const SettleNextStep = z.object({
  prospectId: z.uuid(),
  stepId: z.uuid(),
  as: z.enum(["kept", "missed", "dropped"], { error: "Say how it ended: kept, missed or dropped." }),
});
export type SettleNextStep = z.output<typeof SettleNextStep>;

/** Closes a next step: kept, missed or dropped (D8). The first word stands. */
export function settleNextStep(context: Context, { prospectId, stepId, as }: SettleNextStep): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });
    const outcome = await markStepSettled(context, prospectId, stepId, as);
    if (outcome === "missing") return no({ code: "not-found" });
    if (outcome === "before") return no({ code: "conflict", sentence: "A colleague has settled this step already." });

    const event = { kind: "next-step.settled", prospectId, subjectId: stepId, data: { as } };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id: stepId });
  });
}
