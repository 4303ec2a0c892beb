import { type Fit, placeInRhythm, type Windows } from "#lib/cadence/fit.ts";
import { capacityLimit, minimumGap, openOnDays } from "#lib/cadence/limits.ts";
import { type Burden, burdenOf, weigh } from "#lib/cadence/pressure.ts";
import { relationshipState } from "#lib/cadence/relationship-state.ts";
import { remarks } from "#lib/cadence/remarks.ts";
import type { Assessment, Pace } from "#lib/cadence/rhythm.ts";
import { type Day, dayLength } from "#lib/follow-up/clock.ts";
import type { History } from "#lib/follow-up/history.ts";
import { closedAt, closedUntil, type Limit, never, openDuring, windowCap } from "#lib/follow-up/judgement.ts";
import { dayOf, sayCalendarDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import { type Channel, channelNames, type Relationship, type RelationshipState } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** What the cadence judge may know of a person. */
export type CadenceMatter = {
  history: History;
  planned: readonly { at: Date; channel: Channel; by: string }[];
  company: readonly { at: Date; channel: Channel }[];
  relationship: Relationship;
  hasOpenDeal: boolean;
  lastNoAt: number;
  assessment: Assessment | null;
  isSenior: boolean;
  /** Days on which they expect us and have not had us yet: a call-back date, an agreed next step. */
  agreedDays: readonly Day[];
  /** The day of a promise of ours that is past and not kept. */
  brokenPromise: Day | null;
  preferred: readonly Channel[] | null;
  reach: readonly Channel[];
};

/** Why a plan may come when the rhythm would not have it: they wait for it until an instant (C5, D8), or lose something by a day of theirs (V9). */
export type Exception = { kind: "expected"; until: number } | { kind: "urgent"; from: Day; until: Day } | null;

export type CadenceJudgement = {
  state: RelationshipState;
  fit: "too-soon" | Fit;
  /** 0–100: how well the day fits the rhythm. */
  points: number;
  /** Pressure on the day, before this touch, and what they have room for. */
  pressure: number;
  capacity: number;
  weight: number;
  budget: { used: number; of: number };
  windows: Windows | null;
  limits: Limit[];
  reasons: Reason[];
};

/** What the judge is told of this plan: what it brings, the pressure on its day, the pace by its channel, and an exception. */
export type CadenceCase = { value: number; pressure: number; pace: Pace; exception: Exception };

/** What does not depend on the plan, worked out once a dossier. */
export type CadenceGround = {
  matter: CadenceMatter;
  state: RelationshipState;
  burden: Burden;
  /** Days until the buyer decides; null: not known. */
  daysToDecision: number | null;
  /** Whether two or more of us wrote to their company in the last thirty days. */
  isShared: boolean;
};

export function groundCadence(matter: CadenceMatter, policy: Policy, now: Date): CadenceGround {
  const { history, assessment, company } = matter;
  const state = relationshipState(matter, now);
  const decision = assessment?.decisionOn ? dayOf(assessment.decisionOn) : null;
  const month = now.getTime() - 30 * dayLength;
  return {
    matter,
    state,
    burden: burdenOf(history, company, state, policy, now),
    daysToDecision: decision === null ? null : decision - history.clock.day(now.getTime()),
    isShared: company.length > 1 && company.filter(({ at }) => at.getTime() > month).length > 1,
  };
}

/** D1–D6, D9, V9, P3: too soon, in rhythm, or too late – in their time, all channels and colleagues counted. */
export function judgeCadence(plan: Plan, ground: CadenceGround, on: CadenceCase, policy: Policy): CadenceJudgement {
  const { state } = ground;
  const { history, agreedDays } = ground.matter;
  const { clock, contacts, streak } = history;
  const { exception, pace, pressure } = on;
  const at = plan.at.getTime();

  const limits = limitsOf({ plan, ground, on, policy });
  const closed = closedAt(limits, at);
  const rhythm = placeInRhythm(at, contacts, pace, clock);
  const day = clock.day(at);
  const isEarly = exception?.kind === "urgent" && day >= exception.from && day < exception.until;
  const isAwaited = exception?.kind === "expected" && at < exception.until;
  const isExpected = isAwaited || isEarly || agreedDays.includes(day);
  const fit = closed.length > 0 ? "too-soon" : isExpected ? "right" : rhythm.fit;

  return {
    state,
    fit,
    points: closed.length > 0 ? 0 : isExpected ? 100 : rhythm.points,
    pressure,
    capacity: pace.capacity,
    weight: weightOf(plan, ground, on.value, policy),
    budget: { used: streak.count, of: pace.budget },
    windows: rhythm.windows,
    limits,
    reasons: [...closed, ...remarks({ plan, ground, fit, pace, windows: rhythm.windows, policy })],
  };
}

/** What a touch of that value weighs on them; by a channel they chose it weighs less. */
function weightOf({ channel }: Plan, { matter }: CadenceGround, value: number, policy: Policy): number {
  return weigh(channel, null, value, policy) * (matter.preferred?.includes(channel) ? policy.pressure.preferredChannel : 1);
}

type Given = { plan: Plan; ground: CadenceGround; on: CadenceCase; policy: Policy };

/** A hole in the street lifts the distances, not the end of the budget (V9); a day they named lifts all (D2). */
function limitsOf(given: Given): Limit[] {
  const { ground, on } = given;
  const { exception } = on;
  const { agreedDays, history } = ground.matter;
  const { clock } = history;
  if (exception?.kind === "expected" && exception.until === never) return [];
  const apart = distances(given);
  const early = exception?.kind === "urgent" ? [clock.instant(exception.from), clock.instant(exception.until)] : null;
  const rhythm = [...(early ? apart.map((limit) => openDuring(limit, early[0]!, early[1]!)) : apart), ...endings(given)];
  const limits = exception?.kind === "expected" ? rhythm.map((limit) => openDuring(limit, -never, exception.until)) : rhythm;
  return agreedDays.length === 0 ? limits : limits.map((limit) => openOnDays(limit, agreedDays, clock));
}

const spans = [7, 30, 90] as const;

/** Time is asked as if it brought the least a touch must: a day is not to blame for empty hands. */
function distances({ plan, ground, on: { pace, value }, policy }: Given): Limit[] {
  const { clock, contacts } = ground.matter.history;
  const same = contacts.filter(({ channel }) => channel === plan.channel);
  const name = channelNames[plan.channel].toLowerCase();
  const soon = (sentence: (day: string) => string) => (opens: number) => ({
    rule: "D1" as const,
    sentence: opens === Infinity ? "There is no room for this within the next year." : sentence(sayCalendarDay(clock.day(opens))),
  });
  const limits = [
    minimumGap(
      contacts,
      pace.any.min,
      clock,
      soon((day) => `Too close to another contact. The first day with enough distance is ${day}.`),
    ),
    minimumGap(
      same,
      pace.channel.min,
      clock,
      soon((day) => `Too soon after another contact by ${name}. In rhythm from ${day}.`),
    ),
    capacityLimit(
      ground.burden,
      weightOf(plan, ground, Math.max(value, policy.value.base[ground.state]), policy),
      pace.capacity,
      soon((day) => `They have been asked enough lately; there is room again from ${day}.`),
    ),
  ];
  for (const [i, span] of spans.entries()) {
    const most = pace.any.caps[i]!;
    const ownMost = pace.channel.caps[i]!;
    limits.push(
      windowCap(
        contacts,
        most,
        span,
        soon((day) => `${count(most)} in ${span} days is the most, all of us counted. Next from ${day}.`),
      ),
      windowCap(
        same,
        ownMost,
        span,
        soon((day) => `${count(ownMost)} by ${name} in ${span} days is the most. Next from ${day}.`),
      ),
    );
  }
  return limits;
}

/** D6, P3: when the attempts are used, all or by this channel, it rests. */
function endings({ plan, ground, on: { pace }, policy }: Given): Limit[] {
  const { streak, clock } = ground.matter.history;
  const limits: Limit[] = [];
  const rest = (from: number) => from + policy.budgetRestDays * dayLength;
  const own = streak.by[plan.channel];
  const name = channelNames[plan.channel].toLowerCase();
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
