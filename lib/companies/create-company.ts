import "server-only";
import { z } from "zod";

import { companyFields } from "#lib/companies/company-fields.ts";
import { findByName, insertCompany } from "#lib/companies/store.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { checked } from "#lib/field.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";

export const CreateCompany = z.object({ ...companyFields, createAnyway: checked });
export type CreateCompany = z.output<typeof CreateCompany>;

/** Adds a company; the same name twice only on purpose. */
export function createCompany(context: Context, { createAnyway, ...fields }: CreateCompany): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const same = await findByName(context, fields.name);
    if (same && !createAnyway)
      return no({ code: "conflict", sentence: `${same.name} is there already. Use it, unless this is another company.` });

    const id = await insertCompany(context, { ...fields, searchText: foldForSearch(fields.name, fields.domain) });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "company.created", subjectId: id });
    return ok({ id });
  });
}
