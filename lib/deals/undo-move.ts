import "server-only";
import { z } from "zod";

import { deleteStageChange, findBefore, findStage, lockDeal, updateDeal } from "#lib/deals/store.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { toDate } from "#lib/field.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

export const UndoMove = z.object({
  dealId: z.uuid(),
  /** The version the move made. */
  version: z.coerce.number().int().positive(),
});
export type UndoMove = z.output<typeof UndoMove>;

const goneOn = no({ code: "conflict", sentence: "This deal went on meanwhile, so the move stays. Open it to see where it stands." });

/** Takes a deal's last move back: stage, word and days in the stage are as before. Whatever came after it stays, and so does the move then. */
export function undoMove(context: Context, { dealId, version }: UndoMove): Promise<Outcome<{ stage: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const deal = await lockDeal(context, dealId);
    if (!deal) return no({ code: "not-found" });
    const before = deal.version === version && !deal.archivedAt ? await findBefore(context, dealId, version) : null;
    const stage = before && (await findStage(context, before.stageId));
    if (!before || !stage) return goneOn;

    const { changeId, since, closeOn, ...columns } = before;
    await updateDeal(context, dealId, { ...columns, closeOn: toDate(closeOn), stageSince: since });
    await deleteStageChange(context, changeId);
    const event = { kind: "deal.move-undone", prospectId: deal.prospectId, subjectId: dealId, data: { stage: stage.name } };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ stage: stage.name });
  });
}
