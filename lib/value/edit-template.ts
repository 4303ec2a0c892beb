import "server-only";
import { z } from "zod";

import { changesOf } from "#lib/events/changes.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { savedMeanwhile } from "#lib/events/saved-meanwhile.ts";
import { checked } from "#lib/field.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockTemplate, updateTemplate } from "#lib/value/store.ts";
import { phrasesIn, sayPhrases, templateFields } from "#lib/value/template.ts";

export const EditTemplate = z.object({
  ...templateFields,
  templateId: z.uuid(),
  /** The version the form was filled from. */
  version: z.coerce.number().int().positive(),
  insist: checked,
});
export type EditTemplate = z.output<typeof EditTemplate>;

/** Changes a template; drafts it was filled into before stay as they are. */
export function editTemplate(
  context: Context,
  { templateId, version, insist, ...fields }: EditTemplate,
): Promise<Outcome<{ id: string; version: number; notices: string[] }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const before = await lockTemplate(context, templateId);
    if (!before) return no({ code: "not-found" });
    if (before.archivedAt) return no({ code: "conflict", sentence: "This is archived. Restore it first; what you typed is still here." });
    const { name, channel, language, subject, body, shared } = before;
    const stood = { name, channel, language, subject, body, shared: shared ? "yes" : "" };
    if (before.version !== version && !insist)
      return savedMeanwhile(context, { kind: "template.edited", subjectId: templateId }, "this template", {
        version: before.version,
        fields: stood,
      });

    const saved = await updateTemplate(context, templateId, fields);
    const changes = changesOf(stood, { ...fields, shared: fields.shared ? "yes" : "" });
    const event = { kind: "template.edited", subjectId: templateId, data: { version: saved, changes } };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id: templateId, version: saved, notices: sayPhrases(phrasesIn(fields)) });
  });
}
