import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockProspect, markFactHeld } from "#lib/prospects/store.ts";
import { whyNotUndo } from "#lib/prospects/why-not-undo.ts";

export const RestoreFact = z.object({ prospectId: z.uuid(), factId: z.uuid() });
export type RestoreFact = z.output<typeof RestoreFact>;

/** Undoes `retractFact` a moment later, by whoever did it: the fact is held again with the source it had (C8). Twice changes nothing. */
export function restoreFact(context: Context, { prospectId, factId }: RestoreFact): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });
    const done = { kind: "fact.retracted", prospectId, subjectId: factId } as const;
    const refused = await whyNotUndo(context, done, "Add the fact again if it is right, and say how you know it.");
    if (refused) return refused;
    if (!(await markFactHeld(context, prospectId, factId))) return ok({ id: factId });

    const event = { kind: "fact.restored", prospectId, subjectId: factId };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id: factId });
  });
}
