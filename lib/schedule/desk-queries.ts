import "server-only";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { firstPlan } from "#lib/schedule/first-plan.ts";
import { findFollowUp, toPlan } from "#lib/schedule/queries.ts";
import { readDossier } from "#lib/scoring/queries.ts";

/** What the plan form of a prospect needs: the dossier and numbers to judge with, and where the plan begins – anew, or with the follow-up `mend` that is to be changed. The caller has found the prospect visible. */
export async function findPlanDesk({ actor, now }: Context, prospectId: string, mend: string | null) {
  const planned = mend ? await findFollowUp(db, actor, mend) : null;
  const isOpen = planned?.prospectId === prospectId && (planned.state === "scheduled" || planned.state === "held");
  const target = isOpen ? planned : null;
  const [dossier, policy] = await Promise.all([
    readDossier(db, actor.orgId, prospectId, { except: target ? [target.id] : [], now }),
    readPolicy(db, actor.orgId),
  ]);
  const zone = dossier.terms?.timeZone ?? dossier.person.timeZone ?? dossier.homeZone;
  const initial = target ? toPlan(target) : firstPlan(prospectId, dossier, zone, now);
  const mayOverride = may(actor, "override-value-or-cadence");
  return { initial, followUpId: target?.id ?? null, dossier, policy, now, zone, viewerZone: actor.timeZone, mayOverride };
}
