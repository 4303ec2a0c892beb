import "server-only";
import { recordConsent } from "#lib/consent/record-consent.ts";
import { findPauseEnd, recordTerms } from "#lib/consent/record-terms.ts";
import { suppress } from "#lib/consent/suppress.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { NoticeKind } from "#lib/notices/notice.ts";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import type { Context } from "#lib/platform/context.ts";
import type { Tx } from "#lib/platform/db.ts";
import { enqueue } from "#lib/platform/queue.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import { consentMethods } from "#lib/touches/outcomes.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import type { OnPlanned } from "#lib/schedule/take-effect.ts";
import type { TouchFields } from "#lib/touches/touchpoint.ts";

type Place = { tx: Tx; orgId: string; actorId: string | null; now: Date };

/** A pause for which they gave no day, in days: it ends sooner when they come back themselves (C3). */
const openPauseDays = 90;

/** What they asked for in a conversation takes effect as if they had said it on their own page: stop (C4), pause (C3), call me on a day (C7). */
export async function applyWishes({ tx, actor, now }: TxContext<Context>, prospectId: string, touch: TouchFields): Promise<void> {
  const place = { tx, orgId: actor.orgId, actorId: actor.userId, now };
  const said = { prospectId, channel: "any", saidBy: "rep", method: consentMethods[touch.channel], evidence: touch.theySaid } as const;

  if (touch.disposition === "asked_to_stop") {
    await recordConsent(place, [{ ...said, status: "objected" }]);
    await recordTerms(place, prospectId, { stopped: true }, "rep");
    await suppress(place, prospectId, ["any"], "They asked us to stop");
    // others may be known by the same address
    await enqueue(tx, "hold-stopped", { orgId: actor.orgId, sharedWith: prospectId });
  }
  if (touch.disposition === "asked_to_pause") {
    const asked = touch.pausedUntil ?? dateOf(localDay(actor.timeZone, now) + openPauseDays);
    const pausedUntil = later(asked, await findPauseEnd(place, prospectId));
    await recordConsent(place, [{ ...said, status: "paused" }]);
    await recordTerms(place, prospectId, { pausedUntil }, "rep");
  }
  if (touch.disposition === "said_later" && touch.callBackOn) {
    await recordConsent(place, [{ ...said, status: "call_back" }]);
    await recordTerms(place, prospectId, { callBackOn: touch.callBackOn }, "rep");
  }
}

/** What a rep heard may lengthen a pause, never shorten it: that is for the person to say on their page (C3). */
const later = (asked: string, standing: string | null) => (standing !== null && standing > asked ? standing : asked);

/** Brings the pulse up to date, judges what is planned again and tells those concerned; how many follow-ups were taken off. */
export async function takeEffect(place: Place, prospectIds: string[], touch: TouchFields, onPlanned: OnPlanned): Promise<number> {
  await refreshPulse(place.tx, place.orgId, prospectIds);
  const wish = wishes[touch.disposition] ?? null;
  let taken = 0;
  for (const prospectId of prospectIds) {
    const { held } = await onPlanned(place, prospectId, "touch");
    if (wish || held > 0) await tellConcerned(place, { kind: wish ?? "changed", prospectId, by: "rep", always: wish !== null });
    taken += held;
  }
  return taken;
}

/** Whether what happened only asks for less, which waits for no judge (C3, C4). */
export const asksForLess = ({ disposition }: TouchFields): boolean => disposition === "asked_to_stop" || disposition === "asked_to_pause";

const wishes: Partial<Record<TouchFields["disposition"], NoticeKind>> = {
  asked_to_stop: "stopped",
  asked_to_pause: "paused",
  said_later: "call-back",
};
