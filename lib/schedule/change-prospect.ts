import "server-only";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { type EditProspect, editProspect } from "#lib/prospects/edit-prospect.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";

/** Changes a prospect's record and, where judgements rest on what changed (their zone, law or addresses), judges what is planned again. */
export function changeProspect(
  context: Context,
  input: EditProspect,
): Promise<Outcome<{ id: string; version: number; notices: string[] }>> {
  return inTransaction(context, async (context) => {
    const { tx, actor, now } = context;
    const outcome = await editProspect(context, input);
    if (!outcome.ok) return outcome;
    const { groundsChanged, ...edited } = outcome.value;
    if (groundsChanged) {
      const place = { tx, orgId: actor.orgId, actorId: actor.userId, now };
      await rejudge(place, edited.id, "touch");
      await tellConcerned(place, { kind: "changed", prospectId: edited.id, by: "rep", always: false });
    }
    return ok(edited);
  });
}
