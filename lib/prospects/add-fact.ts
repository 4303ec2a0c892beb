import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { line, optionalDay, optionalLine, toDate } from "#lib/field.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { FactOrigin } from "#lib/prospects/fact-origin.ts";
import { insertFact, lockProspect } from "#lib/prospects/store.ts";

export const AddFact = z.object({
  prospectId: z.uuid(),
  label: line("Say what kind of fact it is, such as “Reports to”.", 60),
  value: line("Write the fact.", 500),
  origin: z.enum(FactOrigin.options, { error: "Say how you know this." }),
  originNote: optionalLine(),
  /** A day of theirs that it names, such as a deadline; one touch may come early to warn of it (V9). */
  onDay: optionalDay,
});
export type AddFact = z.output<typeof AddFact>;

/** Keeps something known about a person, with how we know it (C8). */
export function addFact(
  context: Context,
  { prospectId, onDay, ...fact }: AddFact,
): Promise<Outcome<{ id: string; undo: { prospectId: string; factId: string } }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });

    const id = await insertFact(context, { prospectId, onDay: toDate(onDay), ...fact });
    const event = { kind: "fact.added", prospectId, subjectId: id, data: { origin: fact.origin } };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id, undo: { prospectId, factId: id } });
  });
}
