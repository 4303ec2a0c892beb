import "server-only";
import { z } from "zod";

import { dealFields } from "#lib/deals/deal-fields.ts";
import { lockDeal, updateDeal } from "#lib/deals/store.ts";
import { changesOf } from "#lib/events/changes.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { savedMeanwhile } from "#lib/events/saved-meanwhile.ts";
import { checked, toDate } from "#lib/field.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

export const EditDeal = z.object({
  ...dealFields,
  dealId: z.uuid(),
  /** The version the form was filled from. */
  version: z.coerce.number().int().positive(),
  insist: checked,
});
export type EditDeal = z.output<typeof EditDeal>;

/** Changes what a deal is about; its stage moves only by `moveDeal`. */
export function editDeal(
  context: Context,
  { dealId, version, insist, closeOn, closeOnFrom, ...fields }: EditDeal,
): Promise<Outcome<{ id: string; version: number }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const before = await lockDeal(context, dealId);
    if (!before) return no({ code: "not-found" });
    if (before.archivedAt)
      return no({ code: "conflict", sentence: "This deal is archived. Restore it first; what you typed is still here." });
    const stood = { title: before.title, amount: String(before.amount), currency: before.currency, closeOn: before.closeOn };
    if (before.version !== version && !insist)
      return savedMeanwhile(context, { kind: "deal.edited", subjectId: dealId }, "this deal", { version: before.version, fields: stood });

    const saved = await updateDeal(context, dealId, { ...fields, closeOn: toDate(closeOn), closeOnFrom: closeOn && closeOnFrom });
    const event = {
      kind: "deal.edited",
      prospectId: before.prospectId,
      subjectId: dealId,
      data: { version: saved, changes: changesOf(stood, { ...fields, amount: String(Number(fields.amount)), closeOn }) },
    };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id: dealId, version: saved });
  });
}
