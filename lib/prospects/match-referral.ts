import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { lockProspect } from "#lib/prospects/store.ts";

export const MatchReferral = z.object({
  prospectId: z.uuid().toLowerCase(),
  referralId: z.uuid().toLowerCase(),
  introducedId: z.uuid("Choose who it is.").toLowerCase(),
});
export type MatchReferral = z.output<typeof MatchReferral>;

/** The person who was named is on record by now: this is them (P1). */
export function matchReferral(context: Context, { prospectId, referralId, introducedId }: MatchReferral): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const { orgId, userId } = actor;
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });
    if (!(await isAnother(context, prospectId, introducedId))) return invalid("introducedId", "Choose somebody else who is on record.");
    const where = { orgId, id: referralId, introducerId: prospectId };
    const referral = await tx.referral.findFirst({ where, select: { introducedId: true } });
    if (!referral) return no({ code: "not-found" });
    if (referral.introducedId === introducedId) return ok({ id: referralId });
    await tx.referral.updateMany({ where, data: { introducedId } });
    const event = { kind: "referral.matched", prospectId: introducedId, subjectId: referralId };
    await recordEvent({ tx, orgId, actorId: userId, now }, event);
    return ok({ id: referralId });
  });
}

/** Whether this is somebody else whom the actor may see; nobody merges or erases them until the transaction ends. */
export async function isAnother({ tx, actor }: TxContext<Context>, prospectId: string, otherId: string): Promise<boolean> {
  if (otherId === prospectId) return false;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ${otherId}::uuid AND p."erasedAt" IS NULL AND p."mergedIntoId" IS NULL FOR KEY SHARE OF p`;
  return rows.length === 1;
}
