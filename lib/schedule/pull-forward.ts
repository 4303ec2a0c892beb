import "server-only";
import { z } from "zod";

import { recordConsent } from "#lib/consent/record-consent.ts";
import { recordTerms } from "#lib/consent/record-terms.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { clockOf } from "#lib/follow-up/clock.ts";
import { dateOf, dayOf } from "#lib/follow-up/local-time.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { type OpenDossier, openDossier } from "#lib/schedule/open-dossier.ts";
import { refusal } from "#lib/schedule/plan-follow-up.ts";
import { findScheduled } from "#lib/schedule/queries.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import { keepDecision, place, replace } from "#lib/schedule/store.ts";
import { proposeBridge, type ProposedBridge, theCall } from "#lib/scoring/bridge.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { groundOf } from "#lib/scoring/ground.ts";
import { clear, scoreFollowUp } from "#lib/scoring/score-follow-up.ts";

export const PullForward = z.object({
  prospectId: z.uuid().toLowerCase(),
  on: z.iso.date("Choose the day of the call."),
});
export type PullForward = z.infer<typeof PullForward>;

/**
 * They wrote while the call-back waited, and the rep makes the call sooner (C7). The earlier day is noted as said to a rep, on their words; a day they chose
 * on their own page only they move. The call is judged on that day first: if it does not pass, nothing changes.
 */
export function pullForward(context: Context, { prospectId, on }: PullForward): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async ({ tx, actor, now }) => {
    const opened = await openDossier({ tx, actor, now }, prospectId);
    if (!opened) return no({ code: "not-found" });
    const { dossier, policy } = opened;
    const bridge = proposeBridge(prospectId, dossier, policy, now);
    if (bridge?.endsOn === on) return ok({ id: prospectId });
    const refused = whyNot(bridge, on, today(opened, now));
    if (refused) return refused;

    const { reply, endsOn } = bridge!;
    const call = (await findScheduled(tx, actor.orgId, [prospectId])).find(({ at }) => localDate(dossier, at) === endsOn);
    const sooner = comingOn(on, dossier, call?.id ?? null, now);
    const asked = { end: dayOf(on), asked: reply!.at.getTime() };
    const [plan] = theCall(asked, { prospectId, dossier: sooner, ground: groundOf(sooner, policy, now) });
    if (!plan) return no({ code: "conflict", sentence: "Something is planned with them on that day already. Choose another." });

    const verdict = scoreFollowUp(plan, sooner, policy, now);
    const clearance = clear(verdict);
    const writer = { tx, orgId: actor.orgId, actorId: actor.userId, now };
    const evidence = { dossier: sooner, policyVersion: policy.version, occasion: call ? "moved" : "planned" } as const;
    if (!clearance) {
      const decisionId = await keepDecision(writer, verdict, evidence, false);
      const data = { channel: plan.channel, at: plan.at.toISOString(), verdict: verdict.kind };
      await recordEvent(writer, { kind: "follow-up.refused", prospectId, subjectId: decisionId, data });
      return no(refusal(verdict));
    }
    const said = { prospectId, channel: "any", saidBy: "rep", method: methods[reply!.channel] ?? "other", evidence: reply!.words } as const;
    await recordConsent(writer, [{ ...said, status: "call_back" }]);
    await recordTerms(writer, prospectId, { callBackOn: on }, "rep");
    const id = call?.id ?? (await place(writer, clearance, evidence, { clientKey: newId(now), shared: false }));
    if (call) await replace(writer, call.id, clearance, evidence, { clientKey: newId(now), shared: undefined });
    await rejudge(writer, prospectId, "preference");
    await refreshPulse(tx, actor.orgId, [prospectId]);
    await recordEvent(writer, { kind: "call-back.pulled-forward", prospectId, subjectId: id, data: { from: endsOn, to: on } });
    return ok({ id });
  });
}

const methods: Partial<Record<Channel, "call" | "email" | "meeting">> = { phone: "call", email: "email", meeting: "meeting" };

function whyNot(bridge: ProposedBridge | null, on: string, today: string): Outcome<never> | null {
  if (!bridge?.reply) return no({ code: "conflict", sentence: "They have not written since they named that day. It stands." });
  if (bridge.reply.isTheirs)
    return no({ code: "conflict", sentence: "They chose this day on their own page, so only they move it. Answer them, and ask." });
  if (on <= today || on >= bridge.endsOn) return invalid("on", "Choose a day between tomorrow and the one they named.");
  return null;
}

/** What is known of them once the day is that one: the call on the old day makes room. */
function comingOn(on: string, dossier: Dossier, callId: string | null, now: Date): Dossier {
  const line = {
    id: "sooner",
    channel: "any",
    status: "call_back",
    basis: null,
    saidBy: "rep",
    effectiveFrom: now,
    effectiveTo: null,
  } as const;
  return {
    ...dossier,
    ledger: [...dossier.ledger, line],
    terms: dossier.terms && { ...dossier.terms, callBackOn: on },
    planned: dossier.planned.filter(({ id }) => id !== callId),
  };
}

const zoneOf = ({ terms, person, homeZone }: Dossier) => terms?.timeZone ?? person.timeZone ?? homeZone;
const localDate = (dossier: Dossier, at: Date) => dateOf(clockOf(zoneOf(dossier)).day(at.getTime()));
const today = ({ dossier }: OpenDossier, now: Date) => localDate(dossier, now);
