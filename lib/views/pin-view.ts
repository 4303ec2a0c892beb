import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockView, setPin } from "#lib/views/store.ts";

export const PinView = z.object({ viewId: z.uuid(), pinned: z.enum(["yes", "no"]) });
export type PinView = z.output<typeof PinView>;

/** Keeps a view at hand in one's own frame, or no longer; everybody for themselves. */
export function pinView(context: Context, { viewId, pinned }: PinView): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const view = await lockView(context, viewId);
    if (!view || view.archivedAt) return no({ code: "not-found" });

    await setPin(context, viewId, pinned === "yes");
    const kind = pinned === "yes" ? "view.pinned" : "view.unpinned";
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind, subjectId: viewId });
    return ok({ id: viewId });
  });
}
