import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { line, optionalId, optionalLine } from "#lib/field.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { isAnother } from "#lib/prospects/match-referral.ts";
import { lockProspect } from "#lib/prospects/store.ts";

export const AddReferral = z.object({
  prospectId: z.uuid().toLowerCase(),
  name: line("Say whom they named.", 200),
  words: optionalLine(500),
  introducedId: optionalId,
});
export type AddReferral = z.output<typeof AddReferral>;

/** Keeps that somebody introduced somebody (P1). The other is a name until they are on record, and no consent goes with it. Said twice, it is kept once. */
export function addReferral(context: Context, { prospectId, introducedId, name, words }: AddReferral): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const { orgId, userId } = actor;
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });
    if (introducedId && !(await isAnother(context, prospectId, introducedId)))
      return invalid("introducedId", "Choose somebody else who is on record.");
    const known = await tx.referral.findFirst({ where: { orgId, introducerId: prospectId, name }, select: { id: true } });
    if (known) return ok({ id: known.id });

    const id = newId(now);
    const row = { orgId, id, introducerId: prospectId, introducedId, name, words, byId: userId, at: now };
    await tx.referral.create({ data: row, select: { id: true } });
    await recordEvent({ tx, orgId, actorId: userId, now }, { kind: "referral.added", prospectId, subjectId: id });
    return ok({ id });
  });
}
