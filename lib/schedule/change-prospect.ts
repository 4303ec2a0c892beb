import "server-only";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { type EditField, editField } from "#lib/prospects/edit-field.ts";
import { type Edited, type EditProspect, editProspect } from "#lib/prospects/edit-prospect.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";

/** Changes a prospect's record and, where judgements rest on what changed (their zone, law or addresses), judges what is planned again. */
export const changeProspect = (context: Context, input: EditProspect) => andJudgeAgain(context, (context) => editProspect(context, input));

/** The same for one field where it stands, with what takes it back. */
export const changeProspectField = (context: Context, input: EditField) => andJudgeAgain(context, (context) => editField(context, input));

function andJudgeAgain<E extends Edited>(
  context: Context,
  edit: (context: TxContext) => Promise<Outcome<E>>,
): Promise<Outcome<Omit<E, "groundsChanged">>> {
  return inTransaction(context, async (context) => {
    const { tx, actor, now } = context;
    const outcome = await edit(context);
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
