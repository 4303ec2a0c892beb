import "server-only";
import { z } from "zod";

import { lockDeal, updateDeal } from "#lib/deals/store.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

export const RestoreDeal = z.object({ dealId: z.uuid() });
export type RestoreDeal = z.output<typeof RestoreDeal>;

/** Brings an archived deal back to its stage. */
export function restoreDeal(context: Context, { dealId }: RestoreDeal): Promise<Outcome<{ id: string; title: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const deal = await lockDeal(context, dealId);
    if (!deal) return no({ code: "not-found" });
    if (!deal.archivedAt) return ok({ id: deal.id, title: deal.title });

    await updateDeal(context, dealId, { archivedAt: null });
    const event = { kind: "deal.restored", prospectId: deal.prospectId, subjectId: dealId };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id: deal.id, title: deal.title });
  });
}
