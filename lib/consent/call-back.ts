import { type ConsentMatter, saidOn } from "#lib/consent/judge-consent.ts";
import { bridgeGap, notBefore } from "#lib/consent/limits.ts";
import { type Day, dayLength } from "#lib/follow-up/clock.ts";
import type { Contact } from "#lib/follow-up/history.ts";
import type { Limit } from "#lib/follow-up/judgement.ts";
import { dayOf } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** What lies between now and the day to come back: whether they named it, when they said so, what they have had or will have since, and how much is welcome. */
export type Bridge = { named: boolean; end: Day; asked: number; since: readonly Contact[]; most: number };

/** C7: the time until the day they named – or, having only said "later", a season; null where nothing of the kind was said. */
export function bridgeOf(matter: ConsentMatter, policy: Policy): Bridge | null {
  const { history, terms } = matter;
  const { clock } = history;
  const isLater = history.lastLater > history.lastWarm;
  const named = terms?.callBackOn && !(isLater && dayOf(terms.callBackOn) < clock.day(history.lastLater)) ? terms.callBackOn : null;
  const end = named ? dayOf(named) : isLater ? clock.day(history.lastLater + policy.noes.laterRestDays * dayLength) : null;
  if (end === null) return null;
  const asked = named ? saidOn("call_back", matter).getTime() : history.lastLater;
  const since = history.contacts.filter(({ at, day }) => at > asked && day < end);
  const most = Math.min(policy.bridge.most, (named === null ? null : terms!.bridge) ?? policy.bridge.most);
  return { named: named !== null, end, asked, since, most };
}

/** C7, V8: until that day no asks, a few gifts well apart; on the day, the call is made. */
export function callBackLimits(plan: Plan, matter: ConsentMatter, policy: Policy): Limit[] {
  const bridge = bridgeOf(matter, policy);
  if (!bridge) return [];
  const { named, end, since, most } = bridge;
  const { clock } = matter.history;
  if (plan.ask !== "none" || plan.offer.kind === "none")
    return [
      notBefore(end, clock, "C7", (day) =>
        named
          ? `They asked to hear from us on ${day}. Until then bring, do not ask.`
          : `They said later. Until ${day} bring something now and then, and do not ask.`,
      ),
    ];
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
