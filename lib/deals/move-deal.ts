import "server-only";
import { z } from "zod";

import { findStage, insertStageChange, lockDeal, updateDeal } from "#lib/deals/store.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { optionalText } from "#lib/field.ts";
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
});
export type MoveDeal = z.output<typeof MoveDeal>;

/**
 * G1: a deal advances when the prospect has agreed to the next step; a stage moved on hope alone is marked as such, and nobody is won on hope.
 * Naming the stage it stands in keeps its days and changes only whether it is agreed.
 */
export function moveDeal(
  context: Context,
  { dealId, stageId, version, how, agreement }: MoveDeal,
): Promise<Outcome<{ stage: string; agreed: boolean }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const deal = await lockDeal(context, dealId);
    if (!deal) return no({ code: "not-found" });
    if (deal.archivedAt) return no({ code: "conflict", sentence: "This deal is archived. Restore it first." });
    if (deal.version !== version)
      return no({ code: "conflict", sentence: "A colleague changed this deal meanwhile. Look at where it stands now, then move it." });
    const stage = await findStage(context, stageId);
    if (!stage) return invalid("stageId", "Choose a stage from the list.");
    const agreed = how === "agreed";
    if (agreed && !agreement) return invalid("agreement", "Say in a few words what you both agreed (G1).");
    if (stage.kind === "won" && !agreed) return invalid("how", "A deal is won when they said so, not when we hope so (G1).");
    if (stage.id === deal.stageId && agreed === deal.agreed && !agreement) return ok({ stage: stage.name, agreed });

    await updateDeal(context, dealId, { stageId: stage.id, agreed, ...(stage.id !== deal.stageId && { stageSince: now }) });
    await insertStageChange(context, { dealId, stageId: stage.id, agreed, agreement });
    const event = {
      kind: "deal.moved",
      prospectId: deal.prospectId,
      subjectId: dealId,
      data: { from: deal.stageId, to: stage.id, stage: stage.name, agreed },
    };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ stage: stage.name, agreed });
  });
}
