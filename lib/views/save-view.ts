import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { List, readAddress, readQuery, ViewName } from "#lib/views/saved-view.ts";
import { countOwnViews, findOwnView, insertView, setPin, updateView } from "#lib/views/store.ts";

const ticked = z.preprocess((value) => value === "on" || value === "yes" || value === true, z.boolean());

export const SaveView = z.object({
  list: List,
  name: ViewName,
  /** The query string of the list's address. */
  address: z.string().max(4_000).default(""),
  shared: ticked,
  pinned: ticked,
});
export type SaveView = z.output<typeof SaveView>;

/** More than anybody finds their way in. */
const most = 100;

/** Keeps what a list shows under a name. The same name again means the same view, with what it shows now. */
export function saveView(context: Context, { list, name, address, shared, pinned }: SaveView): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const shown = { query: readQuery(list, readAddress(address)), teamId: shared ? actor.teamId : null };
    const there = await findOwnView(context, { orgId: actor.orgId, ownerId: actor.userId }, list, name);
    if (!there && (await countOwnViews(context)) >= most)
      return no({ code: "conflict", sentence: `You have ${most} views. Remove one you no longer use, then save this one.` });

    const id = there ?? (await insertView(context, { list, name, ...shown }));
    if (there) await updateView(context, there, { name, ...shown });
    if (pinned) await setPin(context, id, true);
    await recordEvent(
      { tx, orgId: actor.orgId, actorId: actor.userId, now },
      { kind: "view.saved", subjectId: id, data: { list, shared, pinned } },
    );
    return ok({ id });
  });
}
