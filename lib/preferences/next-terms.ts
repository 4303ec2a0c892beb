import type { Terms } from "#lib/consent/ledger.ts";
import type { TermsContent } from "#lib/consent/terms.ts";
import { addMonths, dateOf, dayOf } from "#lib/follow-up/local-time.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Choice, ProblemKey } from "#lib/preferences/choice.ts";

/** The same with topics refused earlier, under another record, beside those of these terms. */
export const withRefused = <T extends TermsContent>(terms: T, keptAway: string[]): T =>
  keptAway.every((topic) => terms.refusedTopics.includes(topic))
    ? terms
    : { ...terms, refusedTopics: [...new Set([...terms.refusedTopics, ...keptAway])].toSorted() };

/** What stands after a choice. The latest word wins where a pause and a date to come back contradict each other; days gone by are dropped. */
export function nextTerms(current: TermsContent, choice: Choice, today: string, beforeStop: TermsContent): TermsContent {
  const { pausedUntil, callBackOn } = current;
  switch (choice.action) {
    case "save": {
      const { rate, hours, timeZone } = choice;
      const channels = Channel.options.filter((channel) => choice.channels.includes(channel));
      const days = [...new Set(choice.days)].toSorted((a, b) => a - b);
      const ahead = (date: string | null) => (date !== null && date > today ? date : null);
      const dates = { pausedUntil: ahead(pausedUntil), callBackOn: ahead(callBackOn) };
      const wishes = { ...topicsOf(current, choice.topics), language: choice.language ?? current.language };
      return inStep({
        ...current,
        channels,
        rate,
        days: days.length === 7 ? [] : days,
        hours,
        timeZone,
        ...dates,
        ...wishes,
        stopped: false,
      });
    }
    case "pause": {
      const until = pauseEnd(choice, today);
      return inStep({ ...current, pausedUntil: until, callBackOn: callBackOn !== null && callBackOn >= until ? callBackOn : null });
    }
    case "resume":
      return { ...current, pausedUntil: null };
    case "call-back":
      return {
        ...current,
        callBackOn: choice.on,
        bridge: choice.between,
        pausedUntil: pausedUntil !== null && pausedUntil > choice.on ? null : pausedUntil,
      };
    case "stop":
      return inStep({ ...current, pausedUntil: null, callBackOn: null, stopped: true });
    case "undo-stop":
      return { ...beforeStop, stopped: false };
    case "stop-channel":
    case "allow-channel":
      return { ...current, channels: channelsAfter(current.channels, choice) };
    case "stop-topic":
    case "allow-topic":
      return { ...current, ...topicsAfter(current, choice) };
  }
}

/** Where they never said which channels, one more or less does not say it either: the ledger has it. */
function channelsAfter(channels: Channel[] | null, { action, channel }: Extract<Choice, { channel: Channel }>): Channel[] | null {
  return channels && Channel.options.filter((each) => (each === channel ? action === "allow-channel" : channels.includes(each)));
}

function topicsAfter({ topics, refusedTopics }: TermsContent, { action, topic }: Extract<Choice, { topic: string }>) {
  const others = refusedTopics.filter((each) => each !== topic);
  if (action === "allow-topic") return { refusedTopics: others };
  return { refusedTopics: [...others, topic].toSorted(), topics: orAny((topics ?? []).filter((each) => each !== topic)) };
}

/** Topics ticked are liked; what is liked is refused no longer. */
function topicsOf({ refusedTopics }: TermsContent, ticked: string[]): Pick<TermsContent, "topics" | "refusedTopics"> {
  const topics = [...new Set(ticked)].toSorted();
  return { topics: orAny(topics), refusedTopics: refusedTopics.filter((topic) => !topics.includes(topic)) };
}

/** No topic in particular is any. */
const orAny = (topics: string[]) => (topics.length === 0 ? null : topics);

/** What may come until the day to come back goes with that day (C7). */
const inStep = (terms: TermsContent): TermsContent => (terms.callBackOn === null ? { ...terms, bridge: null } : terms);

/** The day on which contact is welcome again. */
function pauseEnd(pause: Extract<Choice, { action: "pause" }>, today: string): string {
  if (pause.for === "date") return pause.until;
  return dateOf(pause.for === "2-weeks" ? dayOf(today) + 14 : addMonths(dayOf(today), 1));
}

/** The furthest day one can choose, so that a slip in the year is noticed. */
export const furthestDay = (today: string) => dateOf(addMonths(dayOf(today), 60));

/** What is wrong with the day chosen, if it is not one that lies ahead. */
export function dateProblem(choice: Choice, today: string): { field: "until" | "on"; problem: ProblemKey } | null {
  const [field, date] =
    choice.action === "call-back"
      ? (["on", choice.on] as const)
      : choice.action === "pause" && choice.for === "date"
        ? (["until", choice.until] as const)
        : [];
  if (!field) return null;
  if (date <= today) return { field, problem: "dayPast" };
  if (date > furthestDay(today)) return { field, problem: "dayFar" };
  return null;
}

const contentOf = ({ channels, rate, days, hours, timeZone, pausedUntil, callBackOn, stopped, ...rest }: TermsContent) =>
  JSON.stringify([
    channels,
    rate && [rate.max, rate.per],
    days,
    hours && [hours.from, hours.to],
    timeZone,
    pausedUntil,
    callBackOn,
    stopped,
    rest.topics,
    rest.refusedTopics,
    rest.language,
    rest.bridge,
  ]);

export const sameTerms = (one: TermsContent, other: TermsContent) => contentOf(one) === contentOf(other);

/** Whether these are the person's own words already: then nothing is added, however often they press the button. */
export const alreadySaid = (current: Terms | null, next: TermsContent) =>
  current !== null && current.saidBy === "person" && sameTerms(current, next);

/** Whether a choice makes a version of the terms: saying again what stands does not, nor does ending a pause or a channel that no terms name. */
export function makesVersion(choice: Choice, current: Terms | null, next: TermsContent): boolean {
  if (choice.action === "resume" && !current?.pausedUntil) return false;
  if (choice.action === "stop-channel" && !current?.channels?.includes(choice.channel)) return false;
  return choice.action === "save" ? !alreadySaid(current, next) : !(current && sameTerms(current, next));
}
