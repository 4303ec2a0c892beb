import { cares, Hypothesis } from "#lib/cadence/silence.ts";
import { businessDaysBetween, dayOf, sayCalendarDay } from "#lib/follow-up/local-time.ts";
import type { Touch } from "#lib/follow-up/touch.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { type Ground, groundOf } from "#lib/scoring/ground.ts";

export type Silence = {
  /** Our touches since they last answered, and days since they did. */
  unanswered: number;
  days: number;
  /** Whether the patience window has passed: only then is it time to ask oneself why (D5). */
  isDue: boolean;
  /** What on record speaks for each reading; none where nothing does. */
  evidence: Record<Hypothesis, string[]>;
};

/** D5: somebody answered once and went quiet. Patience first, as long as the shortest good distance for their state; then what may be behind it. */
export function silenceOf(dossier: Dossier, policy: Policy, now: Date): Silence | null {
  const ground = groundOf(dossier, policy, now);
  const { clock, lastAnswer, lastRefusal, streak } = ground.history;
  const today = clock.day(now.getTime());
  if (lastAnswer === -Infinity || streak.count === 0 || lastRefusal === lastAnswer) return null;
  if (dossier.terms?.stopped || (dossier.terms?.callBackOn && dayOf(dossier.terms.callBackOn) > today)) return null;
  const { state } = ground.cadence;
  const patience = policy.rhythms[state].any.min;
  const since = dossier.touches.filter(({ at }) => at.getTime() > lastAnswer);
  return {
    unanswered: streak.count,
    days: today - clock.day(lastAnswer),
    isDue: (state === "ghosted" || state === "nurture") && businessDaysBetween(clock.day(streak.lastAt), today) > patience,
    evidence: evidenceOf(dossier, ground, since, today),
  };
}

function evidenceOf(dossier: Dossier, ground: Ground, since: readonly Touch[], today: number): Silence["evidence"] {
  const found = Object.fromEntries(Hypothesis.options.map((each) => [each, [] as string[]])) as Silence["evidence"];
  const { history } = ground;
  const last = history.said[0]?.words ?? "";
  const quote = `They last said: “${last.slice(0, 140)}”`;
  const empty = since.filter(({ direction, offer }) => direction === "out" && offer.kind === "none").length;
  const decision = dossier.assessment?.decisionOn ? dayOf(dossier.assessment.decisionOn) : null;

  if (empty > 0) found.no_news.push(`${empty} of ${history.streak.count} touches since brought nothing new.`);
  if (decision !== null && decision > today) found.timeline_moved.push(`They mean to decide on ${sayCalendarDay(decision)}.`);
  if (decision !== null && decision <= today) {
    found.timeline_moved.push(`The day they meant to decide, ${sayCalendarDay(decision)}, has passed.`);
    found.decided.push(`The day they meant to decide, ${sayCalendarDay(decision)}, has passed.`);
  }
  if (since.some(({ disposition }) => disposition === "out_of_office")) found.swamped.push("An out-of-office reply came since.");
  if (ground.cadence.matter.isSenior) found.swamped.push("They lead the company, and hear from everybody.");
  for (const hypothesis of Hypothesis.options) if (hints[hypothesis]?.test(last)) found[hypothesis].push(quote);
  if (history.lastWelcome === -Infinity) found.wrong_person.push("They never asked for anything, nor showed interest.");
  return found;
}

/** Words of theirs that point somewhere; what is personal is theirs, and not searched for. */
const hints: Partial<Record<Hypothesis, RegExp>> = {
  timeline_moved: /\b(next (quarter|year|month|week)|budget|postpone|delay|later|after the)\b/i,
  swamped: /\b(busy|swamped|hectic|snowed|no time|full plate|audit|deadline)\b/i,
  wrong_person: /\b(colleague|not my|someone else|in charge|forward(ed)?|responsible)\b/i,
  decided: /\b(decided|chosen|signed|went with|another (supplier|vendor))\b/i,
};

/** What a reading sets by this policy, in a line: rhythm, way, kind of value, and for how long. */
export function sayCare(hypothesis: Hypothesis, { silence }: Pick<Policy, "silence">): string {
  const { channels, ask } = cares[hypothesis];
  const { gaps, days } = silence[hypothesis];
  return [
    gaps > 1 ? `distances ${longer(gaps)} as long` : "the usual distances",
    channels ? "in writing" : "by the ways they chose",
    ask === "none" ? "asking nothing" : "asking a short reply at most",
    `for ${days} days`,
  ].join(", ");
}

const longer = (gaps: number) => (gaps === 2 ? "twice" : gaps === 1.5 ? "half again" : `${gaps} times`);
