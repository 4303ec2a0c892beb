import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { mayChange } from "#lib/views/may-change.ts";
import { lockView, updateView } from "#lib/views/store.ts";

export const RemoveView = z.object({ viewId: z.uuid() });
export type RemoveView = z.output<typeof RemoveView>;

/** Takes a view away from everyone who sees it; `restoreView` undoes it, with its pins. */
export function removeView(context: Context, { viewId }: RemoveView): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const view = await lockView(context, viewId);
    if (!view) return no({ code: "not-found" });
    if (!mayChange(actor, view)) return no({ code: "forbidden" });
    if (view.archivedAt) return ok({ id: viewId });

    await updateView(context, viewId, { archivedAt: now });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "view.removed", subjectId: viewId });
    return ok({ id: viewId });
  });
}
