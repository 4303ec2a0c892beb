import "server-only";
import { z } from "zod";

import { lockCompany, updateCompany } from "#lib/companies/store.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

export const RestoreCompany = z.object({ companyId: z.uuid() });
export type RestoreCompany = z.output<typeof RestoreCompany>;

/** Brings an archived company back to the lists. */
export function restoreCompany(context: Context, { companyId }: RestoreCompany): Promise<Outcome<{ id: string; name: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const company = await lockCompany(context, companyId);
    if (!company) return no({ code: "not-found" });
    if (!company.archivedAt) return ok({ id: company.id, name: company.name });

    await updateCompany(context, companyId, { archivedAt: null });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "company.restored", subjectId: companyId });
    return ok({ id: company.id, name: company.name });
  });
}
