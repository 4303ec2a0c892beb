import "server-only";
import { z } from "zod";

import { recordEvents } from "#lib/events/record-event.ts";
import { oneLine } from "#lib/field.ts";
import { Plan } from "#lib/follow-up/plan.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { refreshNextAt } from "#lib/prospects/refresh-pulse.ts";
import { findByClientKey } from "#lib/schedule/queries.ts";
import { openWith } from "#lib/schedule/open-dossier.ts";
import { keepDecision, place, replace } from "#lib/schedule/store.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { clear, scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

export const PlanFollowUp = z.object({
  plan: Plan,
  /** Set to mend or move a follow-up that is scheduled or held. */
  followUpId: z.uuid().toLowerCase().nullable().default(null),
  /** Made by the form, so that a second press changes nothing. */
  clientKey: z.uuid().toLowerCase(),
  /** Whether the person sees it on their own page; left out, a new one is not shown and a changed one stays as it was. */
  shared: z.boolean().optional(),
  /** A manager lifts value or cadence with a reason; consent stays (P2). */
  override: z
    .object({ reason: z.string().overwrite(oneLine).min(10, "Say in a sentence why, for those who read it later.").max(500) })
    .nullable()
    .default(null),
});
export type PlanFollowUp = z.infer<typeof PlanFollowUp>;

type Wanted = Pick<PlanFollowUp, "plan" | "clientKey"> & Partial<PlanFollowUp>;

/** The only door onto the schedule: form, API, import and jobs all come through here. A refusal is kept, with its reasons, and changes nothing else. */
export async function planFollowUp(context: Context, wanted: Wanted): Promise<Outcome<{ id: string }>> {
  if (wanted.override && !may(context.actor, "override-value-or-cadence")) return no({ code: "forbidden" });
  try {
    return await judgeAndPlace(context, wanted);
  } catch (error) {
    // an address they share with somebody else was stopped while this was judged; read anew, the judges say so, too
    if (!(error instanceof Error && /FollowUp_(after_stop|suppressed)/.test(error.message))) throw error;
    return judgeAndPlace(context, wanted);
  }
}

function judgeAndPlace(
  context: Context,
  { plan, followUpId = null, clientKey, shared, override = null }: Wanted,
): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async ({ tx, actor, now }) => {
    const opened = await openWith({ tx, actor, now }, plan.prospectId, followUpId, () =>
      findByClientKey(tx, actor, plan.prospectId, { clientKey, followUpId }),
    );
    if (!opened) return no({ code: "not-found" });
    const { dossier, policy, more: known } = opened;
    if (known.elsewhere)
      return no({ code: "conflict", sentence: "This form was used before for another plan. Open it again; what you typed is kept." });
    if (known.same) return ok({ id: known.same });
    if (followUpId && !known.open) return no({ code: "not-found" });

    const stray = strayReference(plan, dossier);
    if (stray) return stray;
    const verdict = scoreFollowUp(plan, dossier, policy, now, { override });
    const clearance = clear(verdict);
    const writer = { tx, orgId: actor.orgId, actorId: actor.userId, now };
    const evidence = { dossier, policyVersion: policy.version, occasion: followUpId ? "moved" : "planned" } as const;
    const event = { prospectId: plan.prospectId, data: { channel: plan.channel, at: plan.at.toISOString(), verdict: verdict.kind } };

    if (!clearance) {
      const decisionId = await keepDecision(writer, verdict, evidence, false);
      await recordEvents(writer, [{ kind: "follow-up.refused", subjectId: decisionId, ...event }]);
      return no(refusal(verdict));
    }
    const id = followUpId ?? (await place(writer, clearance, evidence, { clientKey, shared }));
    if (followUpId) await replace(writer, followUpId, clearance, evidence, { clientKey, shared });
    await Promise.all([
      refreshNextAt(tx, actor.orgId, [plan.prospectId]),
      recordEvents(writer, [{ kind: followUpId ? "follow-up.moved" : "follow-up.planned", subjectId: id, ...event }]),
    ]);
    return ok({ id });
  });
}

/** What a plan points to must be theirs or in the library. */
function strayReference({ answersObjectionId, urgentFactId, offer }: Plan, { objections, facts, assets }: Dossier): Outcome<never> | null {
  if (answersObjectionId && !objections.some(({ id }) => id === answersObjectionId))
    return invalid("plan.answersObjectionId", "This no is not one of theirs.");
  if (urgentFactId && !facts.some(({ id }) => id === urgentFactId))
    return invalid("plan.urgentFactId", "This fact is no longer on their record. Choose another, or none.");
  if (offer.assetId && !assets.some(({ id }) => id === offer.assetId))
    return invalid("plan.offer.assetId", "This is no longer in the library. Choose something else.");
  return null;
}

export const refusal = (verdict: Verdict) =>
  ({
    code: "refused",
    sentence: `${verdict.headline}. ${verdict.sentence}`,
    reasons: verdict.reasons,
    nextAllowedAt: verdict.nextAllowedAt,
  }) as const;
