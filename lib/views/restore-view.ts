import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { mayChange } from "#lib/views/may-change.ts";
import { findOwnView, lockView, updateView } from "#lib/views/store.ts";

export const RestoreView = z.object({ viewId: z.uuid() });
export type RestoreView = z.output<typeof RestoreView>;

/** Brings back a view that was removed. */
export function restoreView(context: Context, { viewId }: RestoreView): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const view = await lockView(context, viewId);
    if (!view) return no({ code: "not-found" });
    if (!mayChange(actor, view)) return no({ code: "forbidden" });
    if (!view.archivedAt) return ok({ id: viewId });
    if (await findOwnView(context, { orgId: actor.orgId, ownerId: view.ownerId }, view.list, view.name))
      return no({ code: "conflict", sentence: "Another view took its name meanwhile. Nothing was changed." });

    await updateView(context, viewId, { archivedAt: null });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "view.restored", subjectId: viewId });
    return ok({ id: viewId });
  });
}
