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
export async function openDossier(context: Opening, prospectId: string, except: string | null = null): Promise<OpenDossier | null> {
  const opened = await openWith(context, prospectId, except, () => Promise.resolve(null));
  return opened && { dossier: opened.dossier, policy: opened.policy };
}

type Opening = { tx: Tx; actor: Actor; now: Date };

/** The same, and beside it what else is to be read under the lock: asked for at once, it costs no wait of its own. */
export async function openWith<T>(
  { tx, actor, now }: Opening,
  prospectId: string,
  except: string | null,
  readMore: () => Promise<T>,
): Promise<(OpenDossier & { more: T }) | null> {
  const [locked] = await tx.$queryRaw<{ policyVersion: number | null }[]>`/* prepared: open-dossier */
    SELECT policy_in_force(p."orgId") AS "policyVersion" FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid AND p."archivedAt" IS NULL FOR NO KEY UPDATE`;
  if (!locked) return null;
  const [dossier, policy, more] = await Promise.all([
    readDossier(tx, actor.orgId, prospectId, { except: except === null ? [] : [except], now }),
    readPolicyVersion(tx, actor.orgId, locked.policyVersion),
    readMore(),
  ]);
  return { dossier, policy, more };
}
