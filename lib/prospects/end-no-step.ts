import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockProspect } from "#lib/prospects/store.ts";

export const EndNoStep = z.object({ prospectId: z.uuid() });
export type EndNoStep = z.output<typeof EndNoStep>;

/** The reason for having no next step no longer holds (D8). */
export function endNoStep(context: Context, { prospectId }: EndNoStep): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const { orgId, userId } = actor;
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });
    const { count } = await tx.noStepReason.updateMany({ where: { orgId, prospectId, endedAt: null }, data: { endedAt: now } });
    if (count > 0) await recordEvent({ tx, orgId, actorId: userId, now }, { kind: "no-step.ended", prospectId });
    return ok({ id: prospectId });
  });
}
