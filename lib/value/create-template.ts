import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { insertTemplate } from "#lib/value/store.ts";
import { phrasesIn, sayPhrases, templateFields } from "#lib/value/template.ts";

export const CreateTemplate = z.object(templateFields);
export type CreateTemplate = z.output<typeof CreateTemplate>;

/** Keeps a message with fields for what is each person's own (V7). What the linter finds in it is said at once (L1–L3). */
export function createTemplate(context: Context, fields: CreateTemplate): Promise<Outcome<{ id: string; notices: string[] }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const id = await insertTemplate(context, fields);
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "template.created", subjectId: id });
    return ok({ id, notices: sayPhrases(phrasesIn(fields)) });
  });
}
