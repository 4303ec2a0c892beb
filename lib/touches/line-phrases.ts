import { dateOf } from "#lib/follow-up/local-time.ts";
import type { Channel, OfferKind } from "#lib/follow-up/vocabulary.ts";
import { claim, endOfSegment, nameAt, phraseAt } from "#lib/touches/line-claims.ts";
import { spokenTime, wallTime } from "#lib/touches/line-dates.ts";
import {
  claimName,
  type Reading,
  sayOutcome,
  setChannel,
  takeName,
  textBetween,
  timeBetween,
  writtenBetween,
} from "#lib/touches/line-reading.ts";
import type { Meaning } from "#lib/touches/line-vocabulary.ts";

/** The hour of a day for which nobody named one: where a new plan begins, too. */
const tenOClock = 10 * 60;

const articles = new Set(["the", "our", "a", "an", "my", "some"]);
const pronouns = new Set(["her", "him", "them", "back", "again"]);

/** Reads the phrase that begins here, with what belongs to it; where reading goes on. */
export function readPhrase(reading: Reading, at: number): number {
  const phrase = phraseAt(reading.words, at);
  if (!phrase) return at + 1;
  const { meaning } = phrase;
  const place = { at, after: at + phrase.words.length, end: endOfSegment(reading.words, at) };
  switch (meaning.as) {
    case "contact":
      return readContact(reading, meaning, place);
    case "outcome":
      return readOutcome(reading, meaning, place);
    case "way":
      setChannel(reading, meaning, place.at, place.after);
      return place.after;
    case "give":
      return readGiven(reading, meaning.offer ?? null, place);
    case "say":
      return readSaid(reading, meaning, place);
    case "ask":
      if (reading.ask === null) claim(reading.words, place.at, place.after, "asked");
      reading.ask ??= meaning.ask ?? null;
      return place.after;
    case "next":
      return readNext(reading, meaning.channel ?? null, place);
    case "promise":
      return readPromise(reading, meaning.owedBy ?? "us", place);
  }
}

/** A phrase by its words: where it begins, what comes after it, and where its stretch of the line ends. */
type Place = { at: number; after: number; end: number };

function readContact(reading: Reading, meaning: Meaning, place: Place): number {
  const { at, after, end } = place;
  const isToCome = meaning.mayCome && (reading.channel !== null || timeBetween(reading, after, end) !== null);
  if (isToCome) return readNext(reading, meaning.channel ?? null, place);
  // "called Ana, emailed the deck": one touch a line; what was sent with it is what was given
  if (reading.channel && meaning.channel && reading.channel !== meaning.channel && meaning.disposition === "sent" && !reading.gave)
    return readGiven(reading, null, place);
  if (!setChannel(reading, meaning, at, after)) return after;
  if (meaning.disposition !== "sent") sayOutcome(reading, meaning, at, after);
  let to = takeName(reading, after, false);
  while (to < end && reading.words[to]!.part === null && pronouns.has(reading.words[to]!.plain)) to += 1;
  claim(reading.words, after, to, "who");
  const gives = meaning.disposition === "sent" && to > after && to < end && articles.has(reading.words[to]!.plain);
  return gives ? readGiven(reading, null, { at: to, after: to, end }) : to;
}

function readOutcome(reading: Reading, meaning: Meaning, { at, after, end }: Place): number {
  if (!sayOutcome(reading, meaning, at, after)) return after;
  reading.likely ??= meaning.channel ?? null;
  const time = meaning.day ? timeBetween(reading, after, end) : null;
  if (time && meaning.day) {
    reading[meaning.day] = dateOf(time.day);
    claim(reading.words, time.first, time.end, "how");
  }
  return takeName(reading, after, true);
}

/** What was given, to the end of its stretch or the next thing told; its first words may name whom. */
function readGiven(reading: Reading, kind: OfferKind | null, { at, after, end }: Place): number {
  const { words, line } = reading;
  if (reading.gave) return after;
  let from = after;
  const { to: afterName, name } = nameAt(words, from, line, true);
  const namesWhom = name.length > 0 && reading.who === null && afterName < end && articles.has(words[afterName]!.plain);
  if (namesWhom) claimName(reading, from, (from = afterName), name);
  let to = from;
  while (to < end && words[to]!.part === null && !(to > from && beginsAnew(reading, to))) to += 1;
  if (to === from) return after;
  claim(words, at, to, "gave");
  reading.gave = { from: at, to, kind, text: writtenBetween(reading, from, to) };
  return to;
}

const whens = new Set(["yesterday", "today", "tomorrow"]);

function beginsAnew({ words }: Reading, at: number): boolean {
  if (whens.has(words[at]!.plain)) return true;
  const meaning = phraseAt(words, at)?.meaning;
  return meaning !== undefined && ["next", "outcome", "way", "contact"].includes(meaning.as) && !meaning.mayCome;
}

/** Their own words, to the end of the stretch; "said no" and the like are outcomes. */
function readSaid(reading: Reading, meaning: Meaning, { at, after, end }: Place): number {
  if (after < end && phraseAt(reading.words, after)?.meaning.as === "outcome") return after;
  const isQuestion = sayOutcome(reading, meaning, at, after);
  if (reading.theySaid !== null || after >= end) return after;
  reading.theySaid = writtenBetween(reading, isQuestion ? at : after, end);
  claim(reading.words, at, end, "said");
  return end;
}

/** A day to come back: the next follow-up. Without one, what is to be done is the next step. */
function readNext(reading: Reading, channel: Channel | null, { at, after, end }: Place): number {
  const until = withDayAlone(reading, end);
  const time = timeBetween(reading, after, until);
  if (time && reading.next === null) {
    reading.next = { channel, at: wallTime(time.day, time.minutes ?? tenOClock), isTheirs: reading.isTheirs };
    claim(reading.words, at, after, "next");
    claim(reading.words, time.first, time.end, "next");
    return after;
  }
  return !time && reading.step === null && end - after > 1 ? takeStep(reading, "us", at, { at, after, end }) : after;
}

/** "try Tue, 1 Dec": a stretch that is nothing but a day goes on with the one before. */
function withDayAlone(reading: Reading, end: number): number {
  const { words, clock } = reading;
  if (end >= words.length || words[end]!.part !== null) return end;
  const more = endOfSegment(words, end);
  const text = textBetween(reading, end, more).replace(/[.,]$/, "");
  const time = /\d/.test(text) && text.length < 30 ? spokenTime(text, clock) : null;
  return time?.from === 0 && time.to === text.length ? more : end;
}

/** "I'll send the plan by Friday": the next step, who owes it and by when. */
function readPromise(reading: Reading, owedBy: "us" | "them", place: Place): number {
  if (reading.step !== null || place.after >= place.end) return place.after;
  const isPlain = /'ll$|^(?:i|we|she|he|they|to|need|have|must|todo|waiting)$/.test(reading.words[place.at]!.plain);
  return takeStep(reading, owedBy, isPlain ? place.after : place.at, place);
}

const untils = new Set(["by", "on", "until", "before", "this"]);

function takeStep(reading: Reading, owedBy: "us" | "them", from: number, { at, after, end }: Place): number {
  const { words } = reading;
  const time = timeBetween(reading, after, end);
  let to = time && time.first > from ? time.first : end;
  while (to > from && to < end && untils.has(words[to - 1]!.plain)) to -= 1;
  const free = words.findIndex(({ part }, index) => index >= after && index < to && part !== null);
  if (free > 0) to = free;
  const what = writtenBetween(reading, from, to);
  if (!what) return after;
  reading.step = { what, owedBy, dueOn: time && to <= time.first ? dateOf(time.day) : null };
  claim(words, at, to, "step");
  if (reading.step.dueOn && time) claim(words, to, time.end, "step");
  return to;
}
