import "server-only";
import { z } from "zod";

import { dealFields } from "#lib/deals/deal-fields.ts";
import { findPartners, findStage, insertDeal, insertStageChange } from "#lib/deals/store.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { optionalId, optionalText, toDate } from "#lib/field.ts";
import { invalid, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

export const CreateDeal = z.object({
  ...dealFields,
  prospectId: optionalId,
  companyId: optionalId,
  /** The pipeline's first stage where none is chosen. */
  stageId: optionalId,
  /** What they agreed to so far, in words; without it the stage is hoped (G1). */
  agreement: optionalText(500),
});
export type CreateDeal = z.output<typeof CreateDeal>;

/** Opens a deal with a person, a company or both. */
export function createDeal(context: Context, input: CreateDeal): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const { title, amount, currency, agreement } = input;
    const partners = await findPartners(context, input);
    if (!partners) return invalid("prospectId", "This person or company does not exist, or you may not see them.");
    if (!partners.prospectId && !partners.companyId) return invalid("prospectId", "Say whom the deal is with: a person or a company.");
    const stage = await findStage(context, input.stageId);
    if (!stage || stage.kind !== "open") return invalid("stageId", "Choose a stage from the list.");

    const agreed = agreement !== null;
    const id = await insertDeal(context, {
      title,
      amount,
      currency,
      closeOn: toDate(input.closeOn),
      closeOnFrom: input.closeOn && input.closeOnFrom,
      ...partners,
      stageId: stage.id,
      agreed,
    });
    await insertStageChange(context, { dealId: id, stageId: stage.id, agreed, agreement });
    const event = { kind: "deal.created", prospectId: partners.prospectId, subjectId: id, data: { stage: stage.name, agreed } };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id });
  });
}
