import "server-only";
import { z } from "zod";

import { countUnder, lockCompany, updateCompany } from "#lib/companies/store.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

export const ArchiveCompany = z.object({ companyId: z.uuid() });
export type ArchiveCompany = z.output<typeof ArchiveCompany>;

/** Takes a company off the lists; `restoreCompany` undoes it. People or deals under it stay in sight only if it does. */
export function archiveCompany(context: Context, { companyId }: ArchiveCompany): Promise<Outcome<{ id: string; name: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const company = await lockCompany(context, companyId);
    if (!company) return no({ code: "not-found" });
    if (company.archivedAt) return ok({ id: company.id, name: company.name });
    if ((await countUnder(context, companyId)) > 0)
      return no({ code: "conflict", sentence: "People or deals still stand under this company. Move or archive them first." });

    await updateCompany(context, companyId, { archivedAt: now });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "company.archived", subjectId: companyId });
    return ok({ id: company.id, name: company.name });
  });
}
