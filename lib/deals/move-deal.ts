import "server-only";
import { z } from "zod";

import { missingFields } from "#lib/deals/deal-fields.ts";
import { findStage, insertStageChange, lockDeal, type LockedDeal, updateDeal } from "#lib/deals/store.ts";
import { missingFor } from "#lib/deals/their-date.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { optionalText, toDate, toDay } from "#lib/field.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

export const MoveDeal = z.object({
  dealId: z.uuid(),
  stageId: z.uuid({ error: "Choose a stage." }),
  /** The version the board showed. */
  version: z.coerce.number().int().positive(),
  how: z.enum(["agreed", "hoped"], { error: "Say whether they agreed, or we hope so." }),
  /** What both sides agreed, in words. */
  agreement: optionalText(500),
  ...missingFields,
});
export type MoveDeal = z.output<typeof MoveDeal>;

/** Where it stands now, and with what a move is taken back. */
export type Moved = { dealId: string; version: number; stage: string; agreed: boolean; undo?: { dealId: string; version: number } };

/**
 * G1: a deal advances when the prospect has agreed to the next step; a stage moved on hope alone is marked as such, and nobody is won on hope.
 * Naming the stage it stands in keeps its days and changes only whether it is agreed.
 */
export function moveDeal(context: Context, input: MoveDeal): Promise<Outcome<Moved>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const { dealId, stageId, version, agreement } = input;
    const deal = await lockDeal(context, dealId);
    if (!deal) return no({ code: "not-found" });
    if (deal.archivedAt) return no({ code: "conflict", sentence: "This deal is archived. Restore it first." });
    if (deal.version !== version)
      return no({ code: "conflict", sentence: "A colleague changed this deal meanwhile. Look at where it stands now, then move it." });
    const stage = await findStage(context, stageId);
    if (!stage) return invalid("stageId", "Choose a stage from the list.");
    const agreed = input.how === "agreed";
    const filled = fill(deal, input);
    if (agreed && !agreement) return invalid("agreement", "Say in a few words what you both agreed (G1).");
    if (stage.kind === "won" && !agreed) return invalid("how", "A deal is won when they said so, not when we hope so (G1).");
    if (missingFor(stage.kind, filled).includes("amount")) return invalid("amount", "Say what it came to; then it is won.");
    const stays = stage.id === deal.stageId && agreed === deal.agreed && !agreement;
    if (stays && input.amount === null && input.closeOn === null) return ok({ dealId, version, stage: stage.name, agreed });

    const moved = { ...filled, stageId: stage.id, agreed, ...(stage.id !== deal.stageId && { stageSince: now }) };
    const saved = await updateDeal(context, dealId, moved);
    const changeId = await insertStageChange(context, { dealId, stageId: stage.id, agreed, agreement });
    const event = {
      kind: "deal.moved",
      prospectId: deal.prospectId,
      subjectId: dealId,
      data: { from: deal.stageId, to: stage.id, stage: stage.name, agreed, version: saved, before: asKept(deal, changeId) },
    };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ dealId, version: saved, stage: stage.name, agreed, undo: { dealId, version: saved } });
  });
}

/** What the move brings along where it was missing; what is given takes the place of what was there. */
const fill = (deal: LockedDeal, { amount, closeOn, closeOnFrom }: MoveDeal) => ({
  amount: amount === null ? deal.amount : Number(amount),
  closeOn: closeOn === null ? deal.closeOn : toDate(closeOn),
  closeOnFrom: closeOn === null ? deal.closeOnFrom : closeOnFrom,
});

/** As it stood before, so that the move can be taken back. */
const asKept = ({ stageId, agreed, stageSince, amount, closeOn, closeOnFrom }: LockedDeal, changeId: string) => ({
  ...{ changeId, stageId, agreed, since: stageSince.toISOString(), amount, closeOn: toDay(closeOn), closeOnFrom },
});
