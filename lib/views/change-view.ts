import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { mayChange } from "#lib/views/may-change.ts";
import { ViewName } from "#lib/views/saved-view.ts";
import { dropOthersPins, findOwnView, lockView, updateView } from "#lib/views/store.ts";

export const ChangeView = z.object({
  viewId: z.uuid(),
  name: ViewName,
  shared: z.preprocess((value) => value === "on" || value === "yes" || value === true, z.boolean()),
});
export type ChangeView = z.output<typeof ChangeView>;

/** Renames a view, gives it to the team or takes it back. */
export function changeView(context: Context, { viewId, name, shared }: ChangeView): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const view = await lockView(context, viewId);
    if (!view || view.archivedAt) return no({ code: "not-found" });
    if (!mayChange(actor, view)) return no({ code: "forbidden" });
    const namesake = await findOwnView(context, { orgId: actor.orgId, ownerId: view.ownerId }, view.list, name);
    if (namesake && namesake !== viewId) return invalid("name", "Another view of this list has that name.");

    const teamId = shared ? (view.teamId ?? actor.teamId) : null;
    await updateView(context, viewId, { name, teamId });
    if (!shared) await dropOthersPins(context, viewId, view.ownerId);
    await recordEvent(
      { tx, orgId: actor.orgId, actorId: actor.userId, now },
      { kind: "view.changed", subjectId: viewId, data: { shared } },
    );
    return ok({ id: viewId });
  });
}
