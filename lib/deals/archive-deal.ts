import "server-only";
import { z } from "zod";

import { lockDeal, updateDeal } from "#lib/deals/store.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

export const ArchiveDeal = z.object({ dealId: z.uuid() });
export type ArchiveDeal = z.output<typeof ArchiveDeal>;

/** Takes a deal made by mistake off the board; `restoreDeal` undoes it. One that ended is moved to its last stage instead. */
export function archiveDeal(context: Context, { dealId }: ArchiveDeal): Promise<Outcome<{ id: string; title: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const deal = await lockDeal(context, dealId);
    if (!deal) return no({ code: "not-found" });
    if (deal.archivedAt) return ok({ id: deal.id, title: deal.title });

    await updateDeal(context, dealId, { archivedAt: now });
    const event = { kind: "deal.archived", prospectId: deal.prospectId, subjectId: dealId };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id: deal.id, title: deal.title });
  });
}
