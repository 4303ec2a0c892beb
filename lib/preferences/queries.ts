import "server-only";
import type { Terms } from "#lib/consent/ledger.ts";
import { toTerms } from "#lib/consent/terms.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleWhere } from "#lib/platform/scope.ts";

/** What a prospect chose, as it stands now (C1), or null if they were not asked yet. */
export async function findTerms(actor: Actor, prospectId: string): Promise<Terms | null> {
  const [terms] = await listTermVersions(actor, prospectId, 1);
  return terms ?? null;
}

/** Every version of it, the newest first. */
export async function listTermVersions(actor: Actor, prospectId: string, limit = 50): Promise<Terms[]> {
  const rows = await db.communicationPreference.findMany({
    where: { orgId: actor.orgId, prospectId, prospect: visibleWhere(actor) },
    orderBy: { version: "desc" },
    take: limit,
    omit: { note: true },
  });
  return rows.map(toTerms);
}
