import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockProspect, markStepOpen } from "#lib/prospects/store.ts";
import { whyNotUndo } from "#lib/prospects/why-not-undo.ts";

export const ReopenNextStep = z.object({ prospectId: z.uuid(), stepId: z.uuid() });
export type ReopenNextStep = z.output<typeof ReopenNextStep>;

/** Takes back how a next step ended, a moment after it was said: it is open again, and counts as neither kept nor late (D8). Twice changes nothing. */
export function reopenNextStep(context: Context, { prospectId, stepId }: ReopenNextStep): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });
    const done = { kind: "next-step.settled", prospectId, subjectId: stepId } as const;
    const refused = await whyNotUndo(context, done, "Add the step again if it is still to be done.");
    if (refused) return refused;
    if (!(await markStepOpen(context, prospectId, stepId))) return ok({ id: stepId });

    const event = { kind: "next-step.reopened", prospectId, subjectId: stepId };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id: stepId });
  });
}
