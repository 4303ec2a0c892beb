import "server-only";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import type { Lookalike } from "#lib/prospects/lookalike.ts";

/** The record into which this one was merged, if the actor may see it. */
export async function findKept({ actor }: { actor: Actor }, id: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Prospect" merged JOIN "Prospect" p ON p."orgId" = merged."orgId" AND p.id = merged."mergedIntoId"
     WHERE merged."orgId" = ${actor.orgId}::uuid AND merged.id = ${id}::uuid AND ${visibleTo(actor, "p")}`;
  return row?.id ?? null;
}

const most = 3;

/** Other records on the actor's lists that may be the same person: by an e-mail address or a number that both have, or by name at one company (D9). */
export function findLookalikes(actor: Actor, prospectId: string): Promise<Lookalike[]> {
  return db.$queryRaw<Lookalike[]>`
    SELECT p.id, p.name, (array_agg(found.by ORDER BY found.by))[1] AS by FROM (
      SELECT other."prospectId" AS id, other.kind AS by
        FROM "ContactPoint" own
        JOIN "ContactPoint" other ON other."orgId" = own."orgId" AND other.kind = own.kind AND other.normalised = own.normalised AND other."prospectId" <> own."prospectId"
       WHERE own."orgId" = ${actor.orgId}::uuid AND own."prospectId" = ${prospectId}::uuid AND own.kind IN ('email', 'phone')
      UNION ALL
      SELECT other.id, 'name' FROM "Prospect" own
        JOIN "Prospect" other ON other."orgId" = own."orgId" AND other."companyId" = own."companyId" AND lower(other.name) = lower(own.name) AND other.id <> own.id
       WHERE own."orgId" = ${actor.orgId}::uuid AND own.id = ${prospectId}::uuid) found
      JOIN "Prospect" p ON ${visibleTo(actor, "p")} AND p.id = found.id AND p."archivedAt" IS NULL
     GROUP BY p.id, p.name ORDER BY min(found.by), p.id LIMIT ${most}`;
}

export type Amounts = { touches: number; planned: number; deals: number };

/** How much hangs on a record of the organisation. The caller has found it for the actor. */
export async function countWhatMoves({ orgId }: Actor, prospectId: string): Promise<Amounts> {
  const where = { orgId, prospectId };
  const [touches, planned, deals] = await Promise.all([
    db.touchpoint.count({ where: { ...where, replacedById: null } }),
    db.followUp.count({ where: { ...where, state: { in: ["scheduled", "held"] } } }),
    db.deal.count({ where }),
  ]);
  return { touches, planned, deals };
}
