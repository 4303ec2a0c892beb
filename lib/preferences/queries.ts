import "server-only";
import type { Terms } from "#lib/consent/ledger.ts";
import { toTerms } from "#lib/consent/terms.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleWhere } from "#lib/platform/scope.ts";
import type { Guest } from "#lib/preferences/guest.ts";

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

/** The record into which the one a link spoke for was merged, or null. */
export async function findMergedInto({ orgId, prospectId: id }: Pick<Guest, "orgId" | "prospectId">): Promise<string | null> {
  const found = await db.prospect.findUnique({ where: { orgId_id: { orgId, id } }, select: { mergedIntoId: true } });
  return found?.mergedIntoId ?? null;
}
