import "server-only";
import { z } from "zod";

import { companyFields } from "#lib/companies/company-fields.ts";
import { lockCompany, updateCompany } from "#lib/companies/store.ts";
import { changesOf } from "#lib/events/changes.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { savedMeanwhile } from "#lib/events/saved-meanwhile.ts";
import { checked } from "#lib/field.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { refoldSearchText } from "#lib/prospects/refold-search-text.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";

export const EditCompany = z.object({
  ...companyFields,
  companyId: z.uuid(),
  /** The version the form was filled from. */
  version: z.coerce.number().int().positive(),
  insist: checked,
});
export type EditCompany = z.output<typeof EditCompany>;

/** Changes a company; a new name is carried into the search of everyone who works there. */
export function editCompany(
  context: Context,
  { companyId, version, insist, ...fields }: EditCompany,
): Promise<Outcome<{ id: string; version: number }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const before = await lockCompany(context, companyId);
    if (!before) return no({ code: "not-found" });
    if (before.archivedAt)
      return no({ code: "conflict", sentence: "This company is archived. Restore it first; what you typed is still here." });
    const stood = { name: before.name, domain: before.domain, country: before.country };
    if (before.version !== version && !insist)
      return savedMeanwhile(context, { kind: "company.edited", subjectId: companyId }, "this company", {
        version: before.version,
        fields: stood,
      });

    const saved = await updateCompany(context, companyId, { ...fields, searchText: foldForSearch(fields.name, fields.domain) });
    if (fields.name !== before.name) await refoldSearchText(context, { id: companyId, name: fields.name });
    await recordEvent(
      { tx, orgId: actor.orgId, actorId: actor.userId, now },
      { kind: "company.edited", subjectId: companyId, data: { version: saved, changes: changesOf(stood, fields) } },
    );
    return ok({ id: companyId, version: saved });
  });
}
