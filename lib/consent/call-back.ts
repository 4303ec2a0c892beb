import { type ConsentMatter, saidOn } from "#lib/consent/judge-consent.ts";
import { bridgeGap, notBefore } from "#lib/consent/limits.ts";
import { dayLength } from "#lib/follow-up/clock.ts";
import type { Limit } from "#lib/follow-up/judgement.ts";
import { dayOf } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** C7, V8: until the day they named – or, having only said "later", for a season – no asks, a few gifts well apart; on the day, the call is made. */
export function callBackLimits(plan: Plan, matter: ConsentMatter, policy: Policy): Limit[] {
  const { history, terms } = matter;
  const { clock } = history;
  const isLater = history.lastLater > history.lastWarm;
  const named = terms?.callBackOn && !(isLater && dayOf(terms.callBackOn) < clock.day(history.lastLater)) ? terms.callBackOn : null;
  const end = named ? dayOf(named) : isLater ? clock.day(history.lastLater + policy.noes.laterRestDays * dayLength) : null;
  if (end === null) return [];

  if (plan.ask !== "none" || plan.offer.kind === "none")
    return [
      notBefore(end, clock, "C7", (day) =>
        named
          ? `They asked to hear from us on ${day}. Until then bring, do not ask.`
          : `They said later. Until ${day} bring something now and then, and do not ask.`,
      ),
    ];
  const asked = named ? saidOn("call_back", matter).getTime() : history.lastLater;
  const since = history.contacts.filter(({ at, day }) => at > asked && day < end);
  const most = Math.min(policy.bridge.most, (named === null ? null : terms!.bridge) ?? policy.bridge.most);
  if (since.length >= most)
    return [
      notBefore(end, clock, "C7", (day) =>
        most === 0
          ? `They want nothing from us until ${day}.`
          : `They have had ${since.length} from us while waiting; the next is due on ${day}.`,
      ),
    ];
  return [bridgeGap(since, policy.bridge.gapDays, end, clock)];
}
