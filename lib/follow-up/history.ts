import { type Clock, type Day, dayLength } from "#lib/follow-up/clock.ts";
import { awaitsAnswer, Disposition, hasReached, isAnswered, isRefusal, isWelcomed, type Touch } from "#lib/follow-up/touch.ts";
import { AskSize, type Channel, type OfferKind } from "#lib/follow-up/vocabulary.ts";

/** A contact of ours, made (with what came of it) or planned (`disposition` null). */
export type Contact = {
  at: number;
  day: Day;
  channel: Channel;
  disposition: Disposition | null;
  value: number | null;
};

type Planned = { at: Date; channel: Channel };
type Said = { at: number; words: string; isQuestion: boolean };
type Moment = { at: number; channel: Channel };

/** What happened between us, read once for all judges. Instants in milliseconds; `-Infinity` where nothing of the kind happened. */
export type History = {
  clock: Clock;
  /** Ours that reached them or are planned, soonest first: those of the last `reachBack` days, and the latest before. */
  contacts: readonly Contact[];
  /** Ours since they last answered in any way. */
  streak: { count: number; lastAt: number; voicemails: number; by: Readonly<Partial<Record<Channel, { count: number; lastAt: number }>>> };
  /** The instants at which they answered in any way, soonest first: those that matter to the contacts kept. */
  answers: readonly number[];
  /** How often they answered in all. */
  answered: number;
  lastAnswer: number;
  /** Their last answer that was no refusal. */
  lastWarm: number;
  lastOurs: number;
  /** The last time they asked, wanted more or came to us. */
  lastAsked: Moment | null;
  lastInquiry: number;
  lastLater: number;
  /** The last time they turned us away, for now or for good, and the last time they showed that we are welcome. */
  lastRefusal: number;
  lastWelcome: number;
  /** How far they have come with us, as the largest ask they met (G2). */
  reached: AskSize;
  /** What they said that was no refusal, latest first, at most twenty. */
  said: readonly Said[];
  /** Kinds of offers they welcomed. */
  welcomedKinds: ReadonlySet<OfferKind>;
};

/** Contacts older than this say nothing to any cap, gap or pressure. */
const reachBack = 400;
/** An answer counts between two contacts that stand closer than this. */
const betweenContacts = 60;
const saidKept = 20;

const counts = 1;
const answer = 2;
const warm = 4;
const welcomed = 8;
const asked = 16;
const refusal = 32;

/** What each outcome means, as bits: this is read for every touch of every verdict. */
const meanings = Object.fromEntries(
  Disposition.options.map((disposition) => [
    disposition,
    (hasReached(disposition) ? counts : 0) |
      (isAnswered(disposition) ? answer : 0) |
      (isWelcomed(disposition) || disposition === "replied" ? warm : 0) |
      (isWelcomed(disposition) ? welcomed : 0) |
      (awaitsAnswer(disposition) ? asked : 0) |
      (isRefusal(disposition) ? refusal : 0),
  ]),
) as Record<Disposition, number>;

/** Reads the touches of a dossier, in any order, and what is planned beside. */
export function readHistory(touches: readonly Touch[], planned: readonly Planned[], clock: Clock, now: Date): History {
  const from = now.getTime() - reachBack * dayLength;
  const contacts: Contact[] = [];
  const answers: number[] = [];
  const said: Said[] = [];
  const welcomedKinds = new Set<OfferKind>();
  let lastAnswer = -Infinity;
  let lastWarm = -Infinity;
  let lastOurs = -Infinity;
  let lastInquiry = -Infinity;
  let lastLater = -Infinity;
  let lastRefusal = -Infinity;
  let lastWelcome = -Infinity;
  let lastAsked: Moment | null = null;
  let reached = 0;
  let answered = 0;
  let latestBefore: Touch | null = null;
  const unanswered: Touch[] = [];

  for (const touch of touches) {
    const at = touch.at.getTime();
    const { disposition, channel } = touch;
    const meaning = meanings[disposition];
    const isOurs = touch.direction === "out";
    if (meaning & answer) {
      answered += 1;
      if (at >= from - betweenContacts * dayLength) answers.push(at);
      lastAnswer = Math.max(lastAnswer, at);
      reached = Math.max(reached, stepOf(touch, meaning));
      if (meaning & (isOurs ? welcomed : warm)) lastWarm = Math.max(lastWarm, at);
      if (meaning & refusal) lastRefusal = Math.max(lastRefusal, at);
      if (meaning & welcomed) {
        lastWelcome = Math.max(lastWelcome, at);
        welcomedKinds.add(touch.offer.kind);
      }
      if (meaning & asked && isLater(at, channel, lastAsked)) lastAsked = { at, channel };
      if (disposition === "inquired") lastInquiry = Math.max(lastInquiry, at);
      else if (disposition === "said_later") lastLater = Math.max(lastLater, at);
    }
    if (touch.theySaid !== null && !(meaning & refusal)) keepLatest(said, at, touch.theySaid, disposition === "asked_question");
    if (!isOurs || !(meaning & counts)) continue;
    if (at > lastAnswer) unanswered.push(touch);
    lastOurs = Math.max(lastOurs, at);
    if (at >= from) contacts.push({ at, day: clock.day(at), channel, disposition, value: touch.value });
    else if (latestBefore === null || at > latestBefore.at.getTime()) latestBefore = touch;
  }
  if (latestBefore) {
    const at = latestBefore.at.getTime();
    const { channel, disposition, value } = latestBefore;
    contacts.push({ at, day: clock.day(at), channel, disposition, value });
  }
  for (const { at: date, channel } of planned) {
    const at = date.getTime();
    contacts.push({ at, day: clock.day(at), channel, disposition: null, value: null });
  }
  inOrder(contacts, (contact) => contact.at);
  inOrder(answers, (at) => at);
  return {
    clock,
    contacts,
    streak: streakOf(unanswered, lastAnswer),
    answers,
    answered,
    lastAnswer,
    lastWarm,
    lastOurs,
    lastAsked,
    lastInquiry,
    lastLater,
    lastRefusal,
    lastWelcome,
    reached: AskSize.options[reached]!,
    said: said.reverse(),
    welcomedKinds,
  };
}

/** At equal instants by channel, so that order never matters. */
const isLater = (at: number, channel: Channel, last: Moment | null) =>
  last === null || at > last.at || (at === last.at && channel > last.channel);

const stepNumbers = Object.fromEntries(AskSize.options.map((size, i) => [size, i])) as Record<AskSize, number>;

/** How many steps an ask is up the ladder: nothing, a reply, a resource, a call, a meeting, a trial, a commitment (G2). */
export const askStep = (ask: AskSize): number => stepNumbers[ask];

/** An answer is the step of a reply, a welcome one that of a resource; who talked with us took a call, who met us a meeting. */
function stepOf({ channel, disposition }: Touch, meaning: number): number {
  if (channel === "meeting") return stepNumbers.meeting;
  if (channel === "phone" && (disposition === "conversation" || meaning & welcomed)) return stepNumbers.call;
  return meaning & welcomed ? stepNumbers.resource : stepNumbers.reply;
}

/** Keeps the latest of what they said, soonest first, at equal instants by their words: in whichever order a history comes, most of it is appended or passed by. */
function keepLatest(kept: Said[], at: number, words: string, isQuestion: boolean): void {
  if (kept.length === saidKept && at < kept[0]!.at) return;
  let place = kept.length;
  while (place > 0 && isAfter(kept[place - 1]!, at, words)) place -= 1;
  if (place === kept.length) kept.push({ at, words, isQuestion });
  else kept.splice(place, 0, { at, words, isQuestion });
  if (kept.length > saidKept) kept.shift();
}

const isAfter = (said: Said, at: number, words: string) => said.at > at || (said.at === at && said.words > words);

/** Sorts in place, soonest first; a history mostly comes in order, or in the very opposite one, and sorting is the dearest thing one can do to it. */
function inOrder<T>(list: T[], at: (entry: T) => number): void {
  let rises = true;
  let falls = true;
  let before = list.length > 0 ? at(list[0]!) : 0;
  for (let i = 1; i < list.length && (rises || falls); i += 1) {
    const next = at(list[i]!);
    rises &&= next >= before;
    falls &&= next <= before;
    before = next;
  }
  if (rises) return;
  if (falls) list.reverse();
  else list.sort((a, b) => at(a) - at(b));
}

/** `ours` are those sent later than any answer read before them: in whichever order a history comes, few. */
function streakOf(ours: readonly Touch[], lastAnswer: number): History["streak"] {
  const by: Partial<Record<Channel, { count: number; lastAt: number }>> = {};
  let count = 0;
  let voicemails = 0;
  let lastAt = -Infinity;
  for (const { at: date, channel, disposition } of ours) {
    const at = date.getTime();
    if (at <= lastAnswer) continue;
    count += 1;
    if (disposition === "voicemail") voicemails += 1;
    lastAt = Math.max(lastAt, at);
    const own = (by[channel] ??= { count: 0, lastAt: -Infinity });
    own.count += 1;
    own.lastAt = Math.max(own.lastAt, at);
  }
  return { count, lastAt, voicemails, by };
}
