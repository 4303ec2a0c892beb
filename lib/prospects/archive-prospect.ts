import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { hasPlannedFollowUp, lockProspect, updateProspect } from "#lib/prospects/store.ts";

export const ArchiveProspect = z.object({ prospectId: z.uuid() });
export type ArchiveProspect = z.output<typeof ArchiveProspect>;

/** Takes the record off the lists; `restoreProspect` undoes it. What is planned has to be settled first: nothing goes out from an archive. */
export function archiveProspect(context: Context, { prospectId }: ArchiveProspect): Promise<Outcome<{ id: string; name: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const prospect = await lockProspect(context, prospectId);
    if (!prospect) return no({ code: "not-found" });
    if (prospect.archivedAt) return ok({ id: prospect.id, name: prospect.name });
    if (await hasPlannedFollowUp(context, prospectId))
      return no({ code: "conflict", sentence: "A follow-up is still planned or held here. Cancel it first, then archive the record." });

    await updateProspect(context, prospectId, { archivedAt: now });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "prospect.archived", prospectId });
    return ok({ id: prospect.id, name: prospect.name });
  });
}
