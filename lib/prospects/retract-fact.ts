import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockProspect, markFactRetracted } from "#lib/prospects/store.ts";

export const RetractFact = z.object({ prospectId: z.uuid(), factId: z.uuid() });
export type RetractFact = z.output<typeof RetractFact>;

/** Takes a fact back: it is wrong, or was never ours to keep (C8). From then on nobody and no judge sees it. */
export function retractFact(context: Context, { prospectId, factId }: RetractFact): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });
    if (!(await markFactRetracted(context, prospectId, factId))) return no({ code: "not-found" });

    const event = { kind: "fact.retracted", prospectId, subjectId: factId };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id: factId });
  });
}
