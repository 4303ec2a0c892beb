import "server-only";
import type { Terms } from "#lib/consent/ledger.ts";
import { toTerms } from "#lib/consent/terms.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleWhere } from "#lib/platform/scope.ts";

/** What a prospect chose (C1), every version, the newest first: the latest fifty. */
export async function listTermVersions(actor: Actor, prospectId: string): Promise<Terms[]> {
  const rows = await db.communicationPreference.findMany({
    where: { orgId: actor.orgId, prospectId, prospect: visibleWhere(actor) },
    orderBy: { version: "desc" },
    take: 50,
    omit: { note: true },
  });
  return rows.map(toTerms);
}
