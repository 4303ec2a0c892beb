import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { deleteLines, lockImport, updateImport } from "#lib/transfer/store.ts";

export const StartImport = z.object({ importId: z.uuid() });
export type StartImport = z.output<typeof StartImport>;

/** Lets a checked import run in the background; the page may be left. Twice started runs once. */
export function startImport(context: Context, { importId }: StartImport): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, tx, now } = context;
    const file = await lockImport(context, importId);
    if (!file || file.state === "discarded") return no({ code: "not-found" });
    if (file.state === "running" || file.state === "done") return ok({ id: importId });
    if (file.state !== "checked") return no({ code: "conflict", sentence: "Check the columns first; then it can be imported." });
    await updateImport(context, importId, { state: "running", processed: 0, problem: null });
    await enqueue(tx, "import", { orgId: actor.orgId, importId, step: "run" });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "import.started", subjectId: importId });
    return ok({ id: importId });
  });
}

/** Throws the uploaded rows away. What an import has written stays. */
export function discardImport(context: Context, { importId }: StartImport): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const file = await lockImport(context, importId);
    if (!file || file.state === "discarded") return no({ code: "not-found" });
    if (file.state === "running" || file.state === "checking")
      return no({ code: "conflict", sentence: "It is under way. Wait until it is done." });
    await deleteLines(context, importId);
    if (file.state !== "done") await updateImport(context, importId, { state: "discarded" });
    return ok({ id: importId });
  });
}
