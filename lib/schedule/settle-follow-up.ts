import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { refreshNextAt } from "#lib/prospects/refresh-pulse.ts";
import { openDossier } from "#lib/schedule/open-dossier.ts";
import { findFollowUp } from "#lib/schedule/queries.ts";
import { settle, type Writer } from "#lib/schedule/store.ts";
import { takeOffForbidden } from "#lib/schedule/take-off-forbidden.ts";

export const SettleFollowUp = z.object({ followUpId: z.uuid().toLowerCase(), as: z.enum(["done", "cancelled"]) });
export type SettleFollowUp = z.infer<typeof SettleFollowUp>;

const forbidden = "They may not be contacted this way any more, so it was taken off. If it happened before, log it as a touch.";

/** Takes a follow-up off the schedule: done, which what forbids it by now does not let it be (C4), or not to be done. Settling it twice changes nothing. */
export function settleFollowUp(context: Context, { followUpId, as }: SettleFollowUp): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async ({ tx, actor, now }) => {
    const found = await findFollowUp(tx, actor, followUpId);
    if (!found || !(await openDossier({ tx, actor, now }, found.prospectId))) return no({ code: "not-found" });
    const row = await findFollowUp(tx, actor, followUpId);
    if (!row) return no({ code: "not-found" });
    if (row.state === as) return ok({ id: followUpId });
    if (row.state !== "scheduled" && row.state !== "held")
      return no({ code: "conflict", sentence: `This follow-up is ${row.state} already.` });
    const writer = { tx, orgId: actor.orgId, actorId: actor.userId, now };
    if (as === "done" && (await takeOffForbidden(writer, row.prospectId, followUpId))) return no({ code: "conflict", sentence: forbidden });
    await settleInside(writer, { id: followUpId, prospectId: row.prospectId }, as);
    return ok({ id: followUpId });
  });
}

/** The same inside another use case's transaction, for one that holds the prospect's lock. */
export async function settleInside(
  writer: Writer,
  { id, prospectId }: { id: string; prospectId: string },
  as: "done" | "cancelled",
): Promise<void> {
  await settle(writer, id, as);
  await refreshNextAt(writer.tx, writer.orgId, [prospectId]);
  await recordEvent(writer, { kind: `follow-up.${as}`, prospectId, subjectId: id });
}
