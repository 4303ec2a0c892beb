import "server-only";
import { findLastDone } from "#lib/events/queries.ts";
import { no, type Outcome } from "#lib/outcome.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import { isUndoOver, undoMinutes } from "#lib/prospects/undo-window.ts";

type Done = { kind: "fact.retracted" | "next-step.settled"; prospectId: string; subjectId: string };

/** Why the actor may not take back what was done last, or null: whoever did it may, for ten minutes. `instead` says what is left to do then. */
export async function whyNotUndo({ tx, actor, now }: TxContext, done: Done, instead: string): Promise<Outcome<never> | null> {
  const last = await findLastDone(tx, actor.orgId, done);
  if (!last) return no({ code: "not-found" });
  if (last.actorId !== actor.userId) return no({ code: "forbidden" });
  return isUndoOver(last.at, now)
    ? no({ code: "conflict", sentence: `This can be taken back for ${undoMinutes} minutes. ${instead}` })
    : null;
}
