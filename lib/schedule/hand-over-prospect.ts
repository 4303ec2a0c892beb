import "server-only";
import type { Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { type ReassignProspect, reassignProspect } from "#lib/prospects/reassign-prospect.ts";
import { giveTo } from "#lib/schedule/store.ts";

/** Hands a prospect to a colleague together with what is planned: one prospect, one voice (D9). */
export function handOverProspect(context: Context, input: ReassignProspect): Promise<Outcome<{ ownerName: string }>> {
  return inTransaction(context, async (context) => {
    const outcome = await reassignProspect(context, input);
    if (outcome.ok) await giveTo(context.tx, context.actor.orgId, input.prospectId, input.ownerId);
    return outcome;
  });
}
