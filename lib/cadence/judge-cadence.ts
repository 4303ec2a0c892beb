import { answersOf, type Contact, isOutbound, weigh } from "#lib/cadence/contact.ts";
import { capacityLimit, closedUntil, minimumGap, openOnDays, windowCap } from "#lib/cadence/limits.ts";
import { type PressureMatter, pressureAt } from "#lib/cadence/pressure.ts";
import { relationshipState, unansweredStreak } from "#lib/cadence/relationship-state.ts";
import { type Assessment, type Pace, paceOf } from "#lib/cadence/rhythm.ts";
import { closedAt, type Limit } from "#lib/follow-up/judgement.ts";
import { addBusinessDays, businessDaysBetween, dayOf, instantAt, localDay, sayDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import type { Touch } from "#lib/follow-up/touch.ts";
import { type Channel, channelNames, type Relationship, type RelationshipState } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** What the cadence judge may know. `agreedDays` are days on which they expect us: a call-back date, an agreed next step. */
export type CadenceMatter = {
  zone: string;
  touches: Touch[];
  planned: { at: Date; channel: Channel; by: string }[];
  company: { at: Date; channel: Channel }[];
  relationship: Relationship;
  hasOpenDeal: boolean;
  lastNoAt: Date | null;
  assessment: Assessment | null;
  agreedDays: string[];
  preferred: Channel[] | null;
  /** This plan is the one considered reply to an early no (C5): it may come at once. */
  isConsideredReply: boolean;
};

export type CadenceFit = "too-soon" | "early" | "right" | "late" | "overdue";

export type CadenceJudgement = {
  state: RelationshipState;
  fit: CadenceFit;
  /** 0–100: how well the day fits the rhythm. */
  points: number;
  /** Pressure on the day, before this touch, and what they have room for. */
  pressure: number;
  capacity: number;
  weight: number;
  budget: { used: number; of: number };
  /** Days (since 1970) after the last contact: from `right` it is in rhythm, after `late` too late. Null without a contact. */
  windows: { last: number; soonUntil: number; right: number; late: number } | null;
  limits: Limit[];
  reasons: Reason[];
};

/** D1–D5, D9: too soon, in rhythm, or too late – in their time, all channels and colleagues counted. */
export function judgeCadence(plan: Plan, matter: CadenceMatter, value: number, policy: Policy, now: Date): CadenceJudgement {
  const state = relationshipState(matter, now);
  const streak = unansweredStreak(matter.touches);
  const contacts = contactsOf(matter, policy);
  const { zone, assessment } = matter;
  const daysToDecision = assessment?.decisionOn ? dayOf(assessment.decisionOn) - localDay(zone, now) : null;
  const pace = paceOf(state, plan.channel, assessment, daysToDecision, streak.length, policy);
  const pressureMatter = { contacts, company: companyContacts(matter, policy), answers: answersOf(matter.touches), state };
  const weight =
    weigh(plan.channel, null, value, policy) * (matter.preferred?.includes(plan.channel) ? policy.pressure.preferredChannel : 1);

  const expected = matter.isConsideredReply || matter.agreedDays.some((date) => dayOf(date) === localDay(zone, plan.at));
  const agreed = matter.agreedDays.map(dayOf);
  const limits = matter.isConsideredReply
    ? []
    : limitsOf({ plan, matter, contacts, streak, pace, pressureMatter, weight, policy }).map((limit) => openOnDays(limit, agreed, zone));
  const closed = closedAt(limits, plan.at);
  const rhythm = placeInRhythm(plan, contacts, pace, zone);
  const fit = closed.length > 0 ? "too-soon" : expected ? "right" : rhythm.fit;

  return {
    state,
    fit,
    points: closed.length > 0 ? 0 : expected ? 100 : rhythm.points,
    pressure: pressureAt(plan.at, pressureMatter, policy),
    capacity: policy.pressure.capacity[state],
    weight,
    budget: { used: streak.length, of: pace.budget },
    windows: rhythm.windows,
    limits,
    reasons: [...closed, ...remarks({ plan, matter, fit, pace, streak, policy, windows: rhythm.windows })],
  };
}

export function contactsOf({ touches, planned }: Pick<CadenceMatter, "touches" | "planned">, policy: Policy): Contact[] {
  const past = touches
    .filter(isOutbound)
    .map(({ at, channel, disposition, value }) => ({ at, channel, weight: weigh(channel, disposition, value, policy), planned: false }));
  return [...past, ...planned.map(({ at, channel }) => ({ at, channel, weight: weigh(channel, null, null, policy), planned: true }))];
}

export const companyContacts = ({ company }: Pick<CadenceMatter, "company">, policy: Policy): Contact[] =>
  company.map(({ at, channel }) => ({ at, channel, weight: weigh(channel, null, null, policy), planned: false }));

type Given = {
  plan: Plan;
  matter: CadenceMatter;
  contacts: Contact[];
  streak: Touch[];
  pace: Pace;
  pressureMatter: PressureMatter;
  weight: number;
  policy: Policy;
};

function limitsOf({ plan, matter, contacts, streak, pace, pressureMatter, weight, policy }: Given): Limit[] {
  const { zone } = matter;
  const same = contacts.filter(({ channel }) => channel === plan.channel);
  const name = channelNames[plan.channel].toLowerCase();
  const limits = [
    minimumGap(contacts, pace.any.min, {
      zone,
      sentence: (day) => `Too close to another contact. The first day with enough distance is ${day}.`,
    }),
    minimumGap(same, pace.channel.min, { zone, sentence: (day) => `Too soon after another contact by ${name}. In rhythm from ${day}.` }),
    capacityLimit(pressureMatter, weight, policy, {
      zone,
      sentence: (day) => `They have been asked enough lately; there is room again from ${day}.`,
    }),
  ];
  const spans = [7, 30, 90] as const;
  for (const [i, span] of spans.entries()) {
    const all = pace.any.caps[i]!;
    const own = pace.channel.caps[i]!;
    limits.push(
      windowCap(contacts, all, span, {
        zone,
        sentence: (day) => `${count(all)} in ${span} days is the most, all of us counted. Next from ${day}.`,
      }),
    );
    limits.push(
      windowCap(same, own, span, { zone, sentence: (day) => `${count(own)} by ${name} in ${span} days is the most. Next from ${day}.` }),
    );
  }
  const rest = (touches: Touch[]) => new Date(Math.max(...touches.map(({ at }) => at.getTime())) + policy.budgetRestDays * 86_400_000);
  const ownStreak = streak.filter(({ channel }) => channel === plan.channel);
  if (ownStreak.length >= pace.channel.budget && ownStreak.length > 0) {
    const sentence = (day: string) => `${count(ownStreak.length)} by ${name} went unanswered; try another way, or wait until ${day}.`;
    limits.push(closedUntil(rest(ownStreak), { zone, rule: "P3", sentence }));
  }
  if (streak.length >= pace.budget) {
    const sentence = (day: string) =>
      `${count(streak.length)} went unanswered; the budget is spent. Close kindly and let it rest until ${day}.`;
    limits.push(closedUntil(rest(streak), { zone, rule: "D6", sentence }));
  }
  return limits;
}

const count = (n: number) => `${n} ${n === 1 ? "touch" : "touches"}`;

function placeInRhythm(plan: Plan, contacts: Contact[], pace: Pace, zone: string) {
  const before = contacts.filter(({ at }) => at <= plan.at);
  if (before.length === 0) return { fit: "right" as const, points: 100, windows: null };
  const last = Math.max(...before.map(({ at }) => localDay(zone, at)));
  const gap = businessDaysBetween(last, localDay(zone, plan.at));
  const latest = Math.max(pace.target, pace.channel.max);
  const windows = {
    last,
    soonUntil: addBusinessDays(last, pace.channel.min),
    right: addBusinessDays(last, Math.max(pace.channel.min, pace.target * 0.8)),
    late: addBusinessDays(last, latest),
  };
  return { ...cadenceFit(gap, pace.channel.min, pace.target, latest), windows };
}

/** Full points in [target, 1.25 × target], fewer before and after; lateness costs points and never blocks. Source: scoring model, "too-long gaps harm less than too-short". */
function cadenceFit(gap: number, min: number, target: number, max: number): { fit: CadenceFit; points: number } {
  if (gap < target) return { fit: "early", points: Math.round(60 + (40 * Math.max(0, gap - min)) / Math.max(1, target - min)) };
  if (gap <= 1.25 * target) return { fit: "right", points: 100 };
  if (gap <= max) return { fit: "late", points: Math.round(100 - (50 * (gap - 1.25 * target)) / Math.max(1, max - 1.25 * target)) };
  return { fit: "overdue", points: Math.round(Math.max(0, 50 - (50 * (gap - max)) / Math.max(1, max))) };
}

type Remark = {
  plan: Plan;
  matter: CadenceMatter;
  fit: CadenceFit;
  pace: Pace;
  streak: Touch[];
  policy: Policy;
  windows: CadenceJudgement["windows"];
};

/** What is worth knowing and forbids nothing: too late (D3), attempts left (D4), a colleague nearby (D9). */
function remarks({ plan, matter, fit, pace, streak, windows }: Remark): Reason[] {
  const { zone, planned } = matter;
  const reasons: Reason[] = [];
  if (fit === "overdue" && windows) {
    const silent = localDay(zone, plan.at) - windows.last;
    const tooFew =
      streak.length < pace.any.floor ? `${count(streak.length)} without an answer is no effort yet.` : "Silence can be a miss too.";
    reasons.push({ rule: "D3", severity: "note", sentence: `They will have heard nothing for ${silent} days. ${tooFew}` });
  }
  const left = pace.budget - streak.length;
  if (streak.length > 0 && left > 0)
    reasons.push({ rule: "D4", severity: "good", sentence: `${left} of ${pace.budget} attempts are left before it is kind to stop.` });
  const near = planned.find(({ at }) => Math.abs(localDay(zone, at) - localDay(zone, plan.at)) <= 7);
  if (near)
    reasons.push({
      rule: "D9",
      severity: "note",
      sentence: `${near.by} has ${channelNames[near.channel].toLowerCase()} planned with them on ${sayDay(zone, near.at)}.`,
    });
  const at = instantAt(zone, localDay(zone, plan.at)).getTime();
  const colleagues = matter.company.filter((contact) => Math.abs(contact.at.getTime() - at) <= 7 * 86_400_000).length;
  if (colleagues > 0)
    reasons.push({
      rule: "D9",
      severity: "note",
      sentence: `Others in their company hear from us within a week of this (${count(colleagues)}).`,
    });
  return reasons;
}
