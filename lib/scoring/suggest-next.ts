import { cares } from "#lib/cadence/silence.ts";
import { type Clock, clockOf, dayLength } from "#lib/follow-up/clock.ts";
import { dayOf, sayCalendarDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { bySeverity, type Reason, type RuleId } from "#lib/follow-up/reason.ts";
import { channelNames, type RelationshipState } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { horizon, readiness } from "#lib/scoring/best-time.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { openGate } from "#lib/scoring/score-follow-up.ts";
import { type Idea, ideasFor } from "#lib/scoring/ideas.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

/**
 * What to do next with somebody: make this touch, make it the last and close kindly, leave them be until a day (or until they move), or settle something
 * first that only people can settle, with the plan that comes nearest. A touch that is suggested passes the judge as it stands.
 */
export type Suggestion = { state: RelationshipState; why: string; rule: RuleId } & (
  { kind: "touch" | "close"; plan: Plan; verdict: Verdict } | { kind: "wait"; until: Date | null } | { kind: "settle"; plan: Plan }
);

/** An idea at its best time, and how it was judged as it came to mind. */
type Judged = { idea: Idea; first: Verdict; verdict: Verdict };

/** The next welcome touch, on a working day of theirs unless they asked for another: when, by which channel, bringing what and why (D3, D5, D6, V2); of all ideas that pass, the most pressing, then the best. */
export function suggestNext(prospectId: string, dossier: Dossier, policy: Policy, now: Date): Suggestion {
  const judge = openGate(dossier, policy, now);
  const clock = clockOf(dossier.terms?.timeZone ?? dossier.person.timeZone ?? dossier.homeZone);
  const tried = ideasFor(prospectId, dossier, policy, now).map((idea) => {
    const proposed = atItsBestTime(idea, (plan) => judge(plan, { isProposed: true }), now);
    return isTooLate(proposed, dossier, clock) ? atItsBestTime(idea, judge, now) : proposed;
  });
  const { state, budget } = tried[0]!.verdict.cadence;

  const planned = dossier.planned.reduce<Dossier["planned"][number] | null>(
    (next, plan) => (!next || plan.at < next.at ? plan : next),
    null,
  );
  const end = now.getTime() + (horizon + 1) * dayLength;
  const passing = tried.filter(({ verdict: { kind, plan } }) => kind === "allow" && plan.at.getTime() <= end);
  const pressing = passing.filter(({ idea }) => idea.isPressing);
  if (planned && pressing.length === 0) {
    const day = sayCalendarDay(clock.day(planned.at.getTime()));
    const what = `${channelNames[planned.channel]} on ${day}`;
    return { kind: "wait", state, until: planned.at, why: `Planned: ${what}, by ${planned.by}.`, rule: "D9" };
  }
  const best = bestOf(pressing.length > 0 ? pressing : passing);
  if (!best)
    return whatHinders(tried, state, judge, { silence: dossier.silence, judge: openGate({ ...dossier, silence: null }, policy, now) });

  const { plan } = best.verdict;
  const isLast = budget.used > 0 && budget.of - budget.used === 1;
  if (isLast && !best.idea.isPressing)
    return {
      kind: "close",
      state,
      plan: plan,
      verdict: best.verdict,
      why: "The last attempt: close kindly and leave the door open.",
      rule: "D6",
    };
  return { kind: "touch", state, plan, verdict: best.verdict, why: best.idea.why, rule: best.idea.rule };
}

/** An idea goes to the time that fits best and leaves one time to get ready, else to the first that is open. */
function atItsBestTime(idea: Idea, judge: (plan: Plan) => Verdict, now: Date): Judged {
  const first = judge(idea.plan);
  const isInTime = !idea.isPressing && first.bestAt !== null && first.bestAt.getTime() >= now.getTime() + readiness;
  const at = isInTime ? first.bestAt : first.nextAllowedAt;
  const verdict = at && at.getTime() !== idea.plan.at.getTime() ? judge({ ...idea.plan, at }) : first;
  return { idea, first, verdict };
}

/** V9: on their next working day it would be too late to warn them; then any day is right. */
function isTooLate({ verdict: { plan } }: Judged, { facts }: Dossier, clock: Clock): boolean {
  const on = facts.find(({ id }) => id === plan.urgentFactId)?.on;
  return Boolean(on) && clock.day(plan.at.getTime()) > dayOf(on!);
}

function bestOf(judged: readonly Judged[]): Judged | null {
  return judged.reduce<Judged | null>((best, each) => (best && best.verdict.rank >= each.verdict.rank ? best : each), null);
}

/** Nothing passes this month: what hinders the idea that came nearest, or is open soonest, and until when – of several reasons the one that names that day. */
function whatHinders(
  tried: readonly Judged[],
  state: RelationshipState,
  judge: ReturnType<typeof openGate>,
  unread: { silence: Dossier["silence"]; judge: ReturnType<typeof openGate> },
): Suggestion {
  const nearest = bySeverity(tried.flatMap(({ first }) => first.reasons.slice(0, 1))).at(-1)!;
  const { verdict } = tried.find((each) => each.first.reasons[0] === nearest)!;
  if (isSettledByPeople(nearest)) return { kind: "settle", state, plan: verdict.plan, why: nearest.sentence, rule: nearest.rule };

  const as = tried.filter(({ first }) => first.reasons[0]!.severity === nearest.severity).map(({ first }) => first);
  const soonest = as.reduce((best, each) => (opensAt(each) <= opensAt(best) ? each : best));
  const until = soonest.nextAllowedAt;
  const { sentence, rule } = (until && judge(soonest.plan, { isExplained: true }).holds) || soonest.reasons[0]!;
  const { silence } = unread;
  if (silence && until && rule === "D1" && opensAt(unread.judge(soonest.plan)) < until.getTime())
    return { kind: "wait", state, until, why: `Their silence is read as: ${inSentence(silence)}. ${sentence}`, rule: "D5" };
  return { kind: "wait", state, until, why: sentence, rule };
}

const opensAt = ({ nextAllowedAt }: Verdict) => nextAllowedAt?.getTime() ?? Infinity;

const inSentence = ({ hypothesis }: NonNullable<Dossier["silence"]>) => {
  const { name } = cares[hypothesis];
  return name.charAt(0).toLowerCase() + name.slice(1);
};

const isSettledByPeople = ({ severity }: Reason) => severity === "confirm" || severity === "rewrite";
