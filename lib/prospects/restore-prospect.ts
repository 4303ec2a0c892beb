import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockProspect, updateProspect } from "#lib/prospects/store.ts";

export const RestoreProspect = z.object({ prospectId: z.uuid() });
export type RestoreProspect = z.output<typeof RestoreProspect>;

/** Brings an archived record back to the lists, as it was. */
export function restoreProspect(context: Context, { prospectId }: RestoreProspect): Promise<Outcome<{ id: string; name: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const prospect = await lockProspect(context, prospectId);
    if (!prospect) return no({ code: "not-found" });
    if (!prospect.archivedAt) return ok({ id: prospect.id, name: prospect.name });

    await updateProspect(context, prospectId, { archivedAt: null });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "prospect.restored", prospectId });
    return ok({ id: prospect.id, name: prospect.name });
  });
}
