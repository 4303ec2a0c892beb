import "server-only";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { readDossier } from "#lib/scoring/queries.ts";

/** Few enough that a large batch leaves connections for everybody else. */
const atOnce = 4;

/** What is known of these people, each read once, without a lock: asking changes nothing. Those the actor may not see are not in it. */
export async function readVisibleDossiers(actor: Actor, prospectIds: string[], now: Date): Promise<Map<string, Dossier>> {
  if (prospectIds.length === 0) return new Map();
  const visible = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ANY(${prospectIds}::uuid[]) AND p."archivedAt" IS NULL`;
  const dossiers = new Map<string, Dossier>();
  const readSome = async () => {
    for (let next = visible.pop(); next; next = visible.pop()) dossiers.set(next.id, await readDossier(db, actor.orgId, next.id, { now }));
  };
  await Promise.all(Array.from({ length: atOnce }, readSome));
  return dossiers;
}

export const readPolicyInForce = ({ orgId }: Actor): Promise<Policy> => readPolicy(db, orgId);
