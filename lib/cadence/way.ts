import type { CadenceGround } from "#lib/cadence/judge-cadence.ts";
import { minimumGap } from "#lib/cadence/limits.ts";
import { type Pace, paceOf } from "#lib/cadence/rhythm.ts";
import { dayLength } from "#lib/follow-up/clock.ts";
import { closedUntil, type Limit, never, windowCap, type Wording } from "#lib/follow-up/judgement.ts";
import { sayCalendarDay } from "#lib/follow-up/local-time.ts";
import { type Channel, channelNames } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** A channel as it stands with them, whatever is planned by it: its pace, the distances and the most it keeps, and where its attempts are used. */
export type Way = { pace: Pace; gaps: readonly Limit[]; caps: readonly Limit[]; endings: readonly Limit[] };

/** Worked out when a channel is first asked for, and kept for all plans that follow. */
export function wayOf(ground: CadenceGround, channel: Channel, policy: Policy): Way {
  return (ground.ways[channel] ??= findWay(ground, channel, policy));
}

const spans = [7, 30, 90] as const;

function findWay(ground: CadenceGround, channel: Channel, policy: Policy): Way {
  const { clock, contacts } = ground.matter.history;
  const pace = paceOf(ground, channel, policy);
  const same = contacts.filter((contact) => contact.channel === channel);
  const name = channelNames[channel].toLowerCase();
  const from = soon(ground);
  const gaps = [
    minimumGap(
      contacts,
      pace.any.min,
      clock,
      from((day) => `Too close to another contact. The first day with enough distance is ${day}.`),
    ),
    minimumGap(
      same,
      pace.channel.min,
      clock,
      from((day) => `Too soon after another contact by ${name}. In rhythm from ${day}.`),
    ),
  ];
  const caps: (Limit | null)[] = [];
  for (let i = 0; i < spans.length; i += 1) {
    const span = spans[i]!;
    const most = pace.any.caps[i]!;
    const ownMost = pace.channel.caps[i]!;
    caps.push(
      windowCap(
        contacts,
        most,
        span,
        from((day) => `${count(most)} in ${span} days is the most, all of us counted. Next from ${day}.`),
      ),
      windowCap(
        same,
        ownMost,
        span,
        from((day) => `${count(ownMost)} by ${name} in ${span} days is the most. Next from ${day}.`),
      ),
    );
  }
  return { pace, gaps, caps: caps.filter((cap) => cap !== null), endings: endings(ground, channel, pace, policy) };
}

/** D1: too soon, with the day from which there is room. */
export function soon({ matter: { history } }: CadenceGround): (sentence: (day: string) => string) => Wording {
  return (sentence) => (opens) => ({
    rule: "D1",
    sentence: opens === never ? "There is no room for this within the next year." : sentence(sayCalendarDay(history.clock.day(opens))),
  });
}

/** D6, P3: when the attempts are used, all or by this channel, it rests. */
function endings({ matter }: CadenceGround, channel: Channel, pace: Pace, policy: Policy): Limit[] {
  const { streak, clock } = matter.history;
  const limits: Limit[] = [];
  const rest = (from: number) => from + policy.budgetRestDays * dayLength;
  const own = streak.by[channel];
  const name = channelNames[channel].toLowerCase();
  if (own && own.count >= pace.channel.budget)
    limits.push(
      closedUntil(rest(own.lastAt), (opens) => ({
        rule: "P3",
        sentence: `${count(own.count)} by ${name} went unanswered; try another way, or wait until ${sayCalendarDay(clock.day(opens))}.`,
      })),
    );
  if (streak.count >= pace.budget)
    limits.push(
      closedUntil(rest(streak.lastAt), (opens) => ({
        rule: "D6",
        sentence: `${count(streak.count)} went unanswered; the budget is spent. Close kindly and let it rest until ${sayCalendarDay(clock.day(opens))}.`,
      })),
    );
  return limits;
}

export const count = (n: number) => `${n} ${n === 1 ? "touch" : "touches"}`;
