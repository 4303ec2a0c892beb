import type { CadenceGround } from "#lib/cadence/judge-cadence.ts";
import { paceOf } from "#lib/cadence/rhythm.ts";
import { pressureAt } from "#lib/cadence/pressure.ts";
import { dayLength } from "#lib/follow-up/clock.ts";
import { addBusinessDays, businessDaysBetween } from "#lib/follow-up/local-time.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** One thing that makes it too much or too little, 0–1. */
export type PersistencePart = { label: string; rule: "D1" | "C4" | "D4" | "V1" | "D3" | "D8"; share: number };

/** From −1 (neglect) to +1 (pushy); both parts stay visible, for one can hide the other (P2). */
export type Persistence = {
  index: number;
  push: number;
  neglect: number;
  parts: { push: PersistencePart[]; neglect: PersistencePart[] };
  /** How many unanswered touches are an effort for this opportunity, and how many were made (D3, V6). */
  effort: { made: number; floor: number };
  /** Left without an answer and without another date before an effort was made (D3), and whether that was after at most two touches. */
  abandoned: boolean;
  stoppedShort: boolean;
};

/** What the record says beside the rhythm: whether they may be contacted at all now, and since when not. */
export type Permission = { mayContact: boolean; stoppedAt: number | null };

const day = 90;

/** Too much and too little of one prospect over the last ninety days (D3, P2). Source: scoring model; shares combine as independent chances do. */
export function persistenceOf(ground: CadenceGround, { mayContact, stoppedAt }: Permission, policy: Policy, now: Date): Persistence {
  const push = pushParts(ground, stoppedAt, policy, now).filter(({ share }) => share > 0);
  const owed = mayContact ? neglectParts(ground, policy, now) : { parts: [], made: 0, floor: 0, abandoned: false, stoppedShort: false };
  const neglect = owed.parts.filter(({ share }) => share > 0);
  const [much, little] = [combine(push), combine(neglect)];
  return {
    index: round(much - little),
    push: round(much),
    neglect: round(little),
    parts: { push, neglect },
    effort: { made: owed.made, floor: owed.floor },
    abandoned: owed.abandoned,
    stoppedShort: owed.stoppedShort,
  };
}

const clamp = (share: number) => Math.max(0, Math.min(1, share));
const round = (share: number) => Math.round(share * 100) / 100;
const combine = (parts: readonly PersistencePart[]) => 1 - parts.reduce((left, { share }) => left * (1 - clamp(share)), 1);

function pushParts(ground: CadenceGround, stoppedAt: number | null, policy: Policy, now: Date): PersistencePart[] {
  const { matter, state, burden } = ground;
  const { contacts, streak, lastOurs } = matter.history;
  const numbers = policy.persistence;
  const pace = paceOf(ground, "email", policy);
  const made = contacts.filter(({ at, disposition }) => disposition !== null && at > now.getTime() - day * dayLength);
  const early = made.filter(({ day: theirs, at }, i) => {
    const before = made[i - 1];
    return before && !answeredBetween(matter.history.answers, before.at, at) && businessDaysBetween(before.day, theirs) < pace.any.min;
  });
  const judged = made.filter(({ value }) => value !== null);
  const poor = judged.filter(({ value }) => value! < policy.value.base[state]);
  const peak = made.reduce((most, { at }) => Math.max(most, pressureAt(at, burden)), 0) / pace.capacity;
  return [
    { label: "Came too soon", rule: "D1", share: numbers.earlyShare * (early.length / Math.max(1, made.length)) },
    { label: "More than they had room for", rule: "D1", share: clamp(peak - 1) },
    { label: "A touch after their stop", rule: "C4", share: stoppedAt !== null && lastOurs > stoppedAt ? 1 : 0 },
    { label: "Beyond the budget of attempts", rule: "D4", share: (numbers.overBudget * Math.max(0, streak.count - pace.budget)) / 2 },
    { label: "Brought too little", rule: "V1", share: numbers.lowValueShare * (poor.length / Math.max(1, judged.length)) },
  ];
}

function answeredBetween(answers: ArrayLike<number>, from: number, to: number): boolean {
  for (let i = answers.length - 1; i >= 0 && answers[i]! >= from; i -= 1) if (answers[i]! <= to) return true;
  return false;
}

function neglectParts(ground: CadenceGround, policy: Policy, now: Date) {
  const { history, planned, brokenPromise, quietUntil } = ground.matter;
  const { clock, contacts, streak, lastAsked, lastOurs } = history;
  const pace = paceOf(ground, "email", policy);
  const floor = Math.round(pace.any.floor * Math.min(1, pace.budget / Math.max(1, pace.any.budget)));
  const last = contacts.findLast(({ disposition }) => disposition !== null);
  const today = clock.day(now.getTime());
  const isPlanned = planned.some(({ at }) => at > now);
  // nobody is overdue before the day until which it is said why nothing comes
  const due = last ? Math.max(addBusinessDays(last.day, Math.max(pace.any.max, pace.target)), quietUntil ?? -Infinity) : null;
  const overdue = due === null || isPlanned ? 0 : Math.max(0, businessDaysBetween(due, today));
  const isAbandoned = overdue > 0 && streak.count > 0 && streak.count < floor;
  const waits =
    lastAsked && lastAsked.at > Math.max(lastOurs, history.lastRefusal) && !isPlanned ? (now.getTime() - lastAsked.at) / 3_600_000 : 0;
  const { questionHours } = policy.persistence;
  const parts: PersistencePart[] = [
    { label: "Left alone too long", rule: "D3", share: floor === 0 ? 0 : overdue / Math.max(1, pace.any.max) },
    { label: "Given up before an effort was made", rule: "D3", share: isAbandoned ? (floor - streak.count) / floor : 0 },
    { label: "Their question waits", rule: "D8", share: clamp((waits - questionHours) / (2 * questionHours)) },
    { label: "A promise was not kept", rule: "D8", share: brokenPromise === null ? 0 : 1 },
  ];
  return { parts, made: streak.count, floor, abandoned: isAbandoned, stoppedShort: isAbandoned && streak.count <= 2 && floor > 2 };
}
