import "server-only";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { findIntroduced } from "#lib/prospects/moment-queries.ts";
import { type Begin, beginText } from "#lib/schedule/begin.ts";
import { beginPlan } from "#lib/schedule/begin-plan.ts";
import { firstPlan } from "#lib/schedule/first-plan.ts";
import { findFollowUp, toPlan } from "#lib/schedule/queries.ts";
import { measurePersistence } from "#lib/scoring/measure-persistence.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { suggestNext } from "#lib/scoring/suggest-next.ts";
import { toSuggested } from "#lib/schedule/suggested.ts";

/** What the plan form of a prospect needs: the dossier and numbers to judge with, and where the plan begins – with what is suggested next, with what `begin` asks for, or with the follow-up `mend` that is to be changed. The caller has found the prospect visible. */
export async function findPlanDesk({ actor, now }: Context, prospectId: string, mend: string | null, begin: Begin | null = null) {
  const planned = mend ? await findFollowUp(db, actor, mend) : null;
  const isOpen = planned?.prospectId === prospectId && (planned.state === "scheduled" || planned.state === "held");
  const target = isOpen ? planned : null;
  const [dossier, policy, introduced] = await Promise.all([
    readDossier(db, actor.orgId, prospectId, { except: target ? [target.id] : [], now }),
    readPolicy(db, actor.orgId),
    begin?.act === "thank" || begin?.act === "tell" ? findIntroduced(actor, prospectId, begin.id) : null,
  ]);
  const zone = dossier.terms?.timeZone ?? dossier.person.timeZone ?? dossier.homeZone;
  const begun = begin && !target ? beginPlan(begin, { prospectId, dossier, policy, zone, now, introduced }) : null;
  const suggested = target || begun ? null : toSuggested(suggestNext(prospectId, dossier, policy, now));
  const initial = target ? toPlan(target) : (begun ?? suggested?.plan ?? firstPlan(prospectId, dossier, zone, now));
  const mayOverride = may(actor, "override-value-or-cadence");
  const form = {
    ...{
      initial,
      suggested,
      followUpId: target?.id ?? null,
      begun: begun && begin ? beginText(begin) : null,
      shared: target?.shared ?? false,
    },
    ...{ dossier, policy, now, zone, viewerZone: actor.timeZone, myName: actor.name, mayOverride },
  };
  return { form, persistence: measurePersistence(dossier, policy, now) };
}

/** An open follow-up as the plan it is, and what to judge with where it may be moved; null for one that is settled or that the actor may not see. */
export async function findMoveDesk({ actor, now }: Context, followUpId: string) {
  const row = await findFollowUp(db, actor, followUpId);
  if (!row || (row.state !== "scheduled" && row.state !== "held")) return null;
  const [dossier, policy] = await Promise.all([
    readDossier(db, actor.orgId, row.prospectId, { except: [row.id], now }),
    readPolicy(db, actor.orgId),
  ]);
  return { plan: toPlan(row), dossier, policy };
}
