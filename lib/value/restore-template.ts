import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockTemplate, updateTemplate } from "#lib/value/store.ts";

export const RestoreTemplate = z.object({ templateId: z.uuid() });
export type RestoreTemplate = z.output<typeof RestoreTemplate>;

/** Puts it back into use. */
export function restoreTemplate(context: Context, { templateId }: RestoreTemplate): Promise<Outcome<{ id: string; name: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const template = await lockTemplate(context, templateId);
    if (!template) return no({ code: "not-found" });
    const { id, name } = template;
    if (!template.archivedAt) return ok({ id, name });

    await updateTemplate(context, id, { archivedAt: null });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "template.restored", subjectId: id });
    return ok({ id, name });
  });
}
