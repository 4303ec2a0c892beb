import "server-only";
import type { Actor } from "#lib/platform/context.ts";
import type { Tx } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { readPolicyVersion } from "#lib/policy/queries.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { readDossier } from "#lib/scoring/queries.ts";

export type OpenDossier = { dossier: Dossier; policy: Policy };

/** Locks the prospect, so that two people cannot both find the same day free, and the policy against being replaced meanwhile; then reads what the judges need. Null for what the actor may not see. */
export async function openDossier(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  prospectId: string,
  except: string | null = null,
): Promise<OpenDossier | null> {
  const [locked] = await tx.$queryRaw<{ policyVersion: number | null }[]>`
    SELECT policy_in_force(p."orgId") AS "policyVersion" FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid AND p."archivedAt" IS NULL FOR NO KEY UPDATE`;
  if (!locked) return null;
  return {
    dossier: await readDossier(tx, actor.orgId, prospectId, { except: except === null ? [] : [except], now }),
    policy: await readPolicyVersion(tx, actor.orgId, locked.policyVersion),
  };
}
