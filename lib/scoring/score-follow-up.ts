import { type Exception, judgeCadence } from "#lib/cadence/judge-cadence.ts";
import { pressureAt } from "#lib/cadence/pressure.ts";
import { asksTooMuch } from "#lib/cadence/silence.ts";
import { wayOf } from "#lib/cadence/way.ts";
import { type ConsentJudgement, judgeConsent } from "#lib/consent/judge-consent.ts";
import { isConsideredReply } from "#lib/consent/noes.ts";
import { minute } from "#lib/follow-up/clock.ts";
import { firstOpen, isOpen, type Limit, never, whatHolds } from "#lib/follow-up/judgement.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { bySeverity, type Reason } from "#lib/follow-up/reason.ts";
import { lint } from "#lib/language/phrases.ts";
import { readDraft } from "#lib/language/read-draft.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { barOf, fallsShort } from "#lib/scoring/bar.ts";
import { bestTime } from "#lib/scoring/best-time.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { awaitedUntil, type Ground, groundOf } from "#lib/scoring/ground.ts";
import { headline, lead } from "#lib/scoring/headline.ts";
import { rankOf } from "#lib/scoring/rank.ts";
import { urgencyOf } from "#lib/scoring/urgency.ts";
import type { Clearance, Override, Verdict, VerdictKind } from "#lib/scoring/verdict.ts";
import { onWorkingDays } from "#lib/scoring/working-day.ts";
import { judgeValue } from "#lib/value/judge-value.ts";
import { betterWays } from "#lib/value/wording.ts";

/** `override`: a manager lifts value or cadence. `isDue`: its hour has come, so that it lies in the past is no fault. `isProposed`: the times named are on their working days. `isExplained`: it is said what names the day it waits for. */
export type Circumstances = { override?: Override | null; isDue?: boolean; isProposed?: boolean; isExplained?: boolean };

/** The mission in one function: value, consent, cadence and language judge a plan, and any one of them can say no. Pure; the same in browser and server. */
export function scoreFollowUp(plan: Plan, dossier: Dossier, policy: Policy, now: Date, circumstances: Circumstances = {}): Verdict {
  return judgeOn(groundOf(dossier, policy, now), plan, dossier, policy, now, circumstances);
}

/** The same for many plans against one dossier, which is read once: for those who compare. */
export function openGate(dossier: Dossier, policy: Policy, now: Date): (plan: Plan, circumstances?: Circumstances) => Verdict {
  const ground = groundOf(dossier, policy, now);
  return (plan, circumstances = {}) => judgeOn(ground, plan, dossier, policy, now, circumstances);
}

function judgeOn(
  ground: Ground,
  plan: Plan,
  dossier: Dossier,
  policy: Policy,
  now: Date,
  { override = null, isDue = false, isProposed = false, isExplained = false }: Circumstances,
): Verdict {
  const { clock } = ground.history;
  const at = plan.at.getTime();
  const day = clock.day(at);
  const draft = readDraft(plan.draft);
  const until = answerUntil(ground, plan, policy);
  const answers = at < until && until > now.getTime();
  const isAgreed = ground.cadence.matter.agreedDays.includes(day);
  const askedFor = answers ? "they await your answer" : isAgreed ? "they asked for it today" : null;
  const urgency = urgencyOf(plan, dossier, day, policy);
  const isReply = ground.openNo !== null && isConsideredReply(plan, ground.openNo);
  const exception: Exception = isReply
    ? { kind: "expected", until: never }
    : answers
      ? { kind: "expected", until }
      : urgency.days && { kind: "urgent", ...urgency.days };

  const value = judgeValue(plan, ground.value, { day, askedFor, draft, inReason: lint(plan.helps) }, policy);
  const consent = judgeConsent(plan, ground.consent, answers ? until : -never, policy, now);
  const way = wayOf(ground.cadence, plan.channel, policy);
  const pressure = pressureAt(at, ground.cadence.burden);
  const bar = barOf(plan, ground, way.pace, pressure, askedFor, policy);
  const cadence = judgeCadence(plan, ground.cadence, { value: value.points, pressure, way, exception }, policy);
  const enough = value.points >= bar.bar;

  const limits = [...consent.limits, ...cadence.limits];
  if (isProposed) limits.push(onWorkingDays(dossier, clock));
  const from = Math.max(at, soon(now));
  const isVetoed = cannotWait(consent);
  const isOpenThen = (consent.passes === "yes" || consent.passes === "confirm") && cadence.fit !== "too-soon";
  const next = isVetoed ? never : from === at && isOpenThen && !isProposed ? at : firstOpen(limits, from);
  const found = [
    ...(at < now.getTime() && !isDue ? [pastReason(now)] : []),
    ...consent.reasons,
    ...lifted(
      [
        ...[...urgency.reasons, ...cadence.reasons, ...value.reasons],
        ...(isAgreed ? [] : asksTooMuch(plan, ground.cadence.matter.silence)),
        ...fallsShort(plan, ground, value, bar, policy.value.freeSteps),
      ],
      override,
    ),
  ];
  const reasons = bySeverity(atGoodTimes(found, at, limits, next, clock));
  const kind = kindOf(reasons);
  const nextAllowedAt = next === never ? null : new Date(next);
  const bestAt = isVetoed ? null : bestTime({ plan, limits, contacts: ground.history.contacts, pace: way.pace, clock, from: soon(now) });
  const { points, parts, lost } = value;
  const { state, fit, capacity, weight, budget, windows } = cadence;
  const judged = { kind, reasons, parts, fit, nextAllowedAt, override };
  return {
    kind,
    headline: headline(judged, clock.zone),
    sentence: lead(judged),
    plan,
    value: { points, parts, lost, askedFor, bar: bar.bar, base: bar.base, asked: bar.asked, reach: bar.reach, enough },
    consent: { passes: consent.passes, facets: consent.facets },
    cadence: { state, fit, points: cadence.points, pressure, capacity, weight, budget, windows },
    reasons,
    hits: betterWays(draft.hits, ground.value, day),
    nextAllowedAt,
    bestAt,
    rank: rankOf(kind, points, askedFor, cadence, policy),
    override,
    ...(isExplained && { holds: whatHolds(limits, from) }),
  };
}

/** The only maker of a clearance: a plan that every judge lets pass, or whose value or cadence a manager lifted. */
export function clear(verdict: Verdict): Clearance | null {
  return verdict.kind === "allow" && verdict.consent.passes === "yes" ? ({ verdict } as Clearance) : null;
}

/** An answer goes back the way the question came, or by e-mail or phone. */
function answerUntil(ground: Ground, { channel }: Plan, policy: Policy): number {
  const until = awaitedUntil(ground, policy);
  return channel === ground.history.lastAsked?.channel || channel === "email" || channel === "phone" ? until : -Infinity;
}

const kindBySeverity: Record<Reason["severity"], VerdictKind> = {
  block: "block",
  reschedule: "reschedule",
  rewrite: "rewrite",
  confirm: "confirm",
  note: "allow",
  good: "allow",
};

const kindOf = (reasons: readonly Reason[]): VerdictKind => (reasons[0] ? kindBySeverity[reasons[0].severity] : "allow");

/** A manager's override turns what value and cadence demand into notes that stay visible. Whatever speaks of consent – their objection, what was only observed – stays as it is, and so does a field nobody filled in. */
function lifted(reasons: Reason[], override: Override | null): Reason[] {
  if (!override) return reasons;
  return reasons.map((reason) =>
    !reason.rule.startsWith("C") && reason.remedy?.do !== "fill-in" && (reason.severity === "rewrite" || reason.severity === "reschedule")
      ? { ...reason, severity: "note" }
      : reason,
  );
}

/** A time cannot mend what only the person can. */
const cannotWait = ({ reasons }: ConsentJudgement) =>
  reasons.some(({ severity, rule }) => severity === "block" && rule !== "C6" && rule !== "C9");

const soon = (now: Date) => Math.ceil(now.getTime() / minute) * minute;

const pastReason = (now: Date): Reason => ({
  rule: "D8",
  severity: "reschedule",
  sentence: "That time has passed.",
  remedy: { do: "move", at: new Date(soon(now)) },
});

/** A remedy that moves the plan goes where every judge is content, at the hour the rep had chosen if that hour is open that day. */
function atGoodTimes(reasons: Reason[], at: number, limits: readonly Limit[], next: number, clock: Ground["history"]["clock"]): Reason[] {
  if (!reasons.some(({ remedy }) => remedy?.do === "move")) return reasons;
  const sameHour = next === never ? never : clock.instant(clock.day(next), clock.minutes(at));
  const good = sameHour >= next && sameHour !== never && isOpen(limits, sameHour) ? sameHour : next;
  return reasons.map((reason) => {
    if (reason.remedy?.do !== "move") return reason;
    return { ...reason, remedy: good === never ? undefined : { do: "move", at: new Date(good) } };
  });
}
