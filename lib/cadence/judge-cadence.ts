import { type Fit, placeInRhythm, type Windows } from "#lib/cadence/fit.ts";
import { capacityLimit, minimumGap, openOnDays } from "#lib/cadence/limits.ts";
import { type Burden, burdenOf, weigh } from "#lib/cadence/pressure.ts";
import { relationshipState } from "#lib/cadence/relationship-state.ts";
import { remarks } from "#lib/cadence/remarks.ts";
import type { Assessment } from "#lib/cadence/rhythm.ts";
import type { SilenceReading } from "#lib/cadence/silence.ts";
import { soon, type Way } from "#lib/cadence/way.ts";
import { type Day, dayLength } from "#lib/follow-up/clock.ts";
import type { History } from "#lib/follow-up/history.ts";
import { closedAt, type Limit, never, openDuring } from "#lib/follow-up/judgement.ts";
import { dayOf } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import type { Channel, Relationship, RelationshipState } from "#lib/follow-up/vocabulary.ts";
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
  /** How their silence is read, while that stands (D5). */
  silence: SilenceReading | null;
  /** The latest day until which it is said why nothing comes, or which they named; null: none (C7, D5, D8). */
  quietUntil: Day | null;
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

/** What the judge is told of this plan: what it brings, the pressure on its day, how its channel stands with them, and an exception. */
export type CadenceCase = { value: number; pressure: number; way: Way; exception: Exception };

/** What does not depend on the plan, worked out once a dossier. */
export type CadenceGround = {
  matter: CadenceMatter;
  state: RelationshipState;
  burden: Burden;
  /** Days until the buyer decides; null: not known. */
  daysToDecision: number | null;
  /** Whether two or more of us wrote to their company in the last thirty days. */
  isShared: boolean;
  /** Each channel as it stands with them, once it was asked for. */
  ways: Partial<Record<Channel, Way>>;
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
    ways: {},
  };
}

/** D1–D6, D9, V9, P3: too soon, in rhythm, or too late – in their time, all channels and colleagues counted. */
export function judgeCadence(plan: Plan, ground: CadenceGround, on: CadenceCase, policy: Policy): CadenceJudgement {
  const { state } = ground;
  const { history, agreedDays } = ground.matter;
  const { clock, contacts, streak } = history;
  const { exception, way, pressure } = on;
  const { pace } = way;
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
    reasons: remarks({ plan, ground, fit, pace, windows: rhythm.windows, policy }, closed),
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
  const { exception, way } = on;
  const { agreedDays, history } = ground.matter;
  const { clock } = history;
  if (exception?.kind === "expected" && exception.until === never) return [];
  const apart = [...way.gaps, roomFor(given), ...way.caps];
  const early = exception?.kind === "urgent" ? [clock.instant(exception.from), clock.instant(exception.until)] : null;
  const rhythm = [...(early ? apart.map((limit) => openDuring(limit, early[0]!, early[1]!, oneVoice(ground))) : apart), ...way.endings];
  const limits = exception?.kind === "expected" ? rhythm.map((limit) => openDuring(limit, -never, exception.until)) : rhythm;
  return agreedDays.length === 0 ? limits : limits.map((limit) => openOnDays(limit, agreedDays, clock));
}

/** D9: a hurry lifts the distance to what was, not to what one of us has planned: two never come at once. */
function oneVoice({ matter: { history } }: CadenceGround): Limit {
  const planned = history.contacts.filter(({ disposition }) => disposition === null);
  return minimumGap(planned, 1, history.clock, () => ({ rule: "D9", sentence: "One of us is planned with them that day already." }));
}

/** Time is asked as if it brought the least a touch must: a day is not to blame for empty hands. */
function roomFor({ plan, ground, on: { way, value }, policy }: Given): Limit {
  return capacityLimit(
    ground.burden,
    weightOf(plan, ground, Math.max(value, policy.value.base[ground.state]), policy),
    way.pace.capacity,
    soon(ground)((day) => `They have been asked enough lately; there is room again from ${day}.`),
  );
}
