import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { checked, line, optionalDay, optionalId, toDate } from "#lib/field.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { dealBelongs, insertNextStep, lockProspect } from "#lib/prospects/store.ts";

export const AddNextStep = z.object({
  prospectId: z.uuid(),
  dealId: optionalId,
  what: line("Say what comes next.", 500),
  owedBy: z.enum(["us", "them"], { error: "Say who does it." }),
  dueOn: optionalDay,
  agreed: checked,
});
export type AddNextStep = z.output<typeof AddNextStep>;

/** Notes what comes next, who owes it and whether they agreed to it (G1, D8). */
export function addNextStep(context: Context, { dueOn, ...step }: AddNextStep): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    if (!(await lockProspect(context, step.prospectId))) return no({ code: "not-found" });
    if (step.dealId && !(await dealBelongs(context, step.prospectId, step.dealId)))
      return invalid("dealId", "Choose a deal from the list.");

    const id = await insertNextStep(context, { ...step, dueOn: toDate(dueOn) });
    const event = {
      kind: "next-step.added",
      prospectId: step.prospectId,
      subjectId: id,
      data: { owedBy: step.owedBy, agreed: step.agreed },
    };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id });
  });
}
