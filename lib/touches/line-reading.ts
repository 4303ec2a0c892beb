import type { Disposition } from "#lib/follow-up/touch.ts";
import type { AskSize, Channel, OfferKind } from "#lib/follow-up/vocabulary.ts";
import { claim, nameAt } from "#lib/touches/line-claims.ts";
import { type Clockwork, spokenTime, type SpokenTime } from "#lib/touches/line-dates.ts";
import type { Meaning } from "#lib/touches/line-vocabulary.ts";
import { type LinePart, type Word, written } from "#lib/touches/line-words.ts";
import type { ObjectionKind } from "#lib/touches/objection.ts";
import type { Direction } from "#lib/touches/outcomes.ts";

/** What a line says, as far as it is read. Words it claims tell where each thing came from. */
export type Reading = {
  line: string;
  words: Word[];
  /** The clock by which a day is named, and whether it is the prospect's. */
  clock: Clockwork;
  isTheirs: boolean;
  who: string | null;
  channel: Channel | null;
  /** The channel unless another phrase names one. */
  likely: Channel | null;
  direction: Direction | null;
  outcome: { disposition: Disposition; objection: ObjectionKind | null; from: number; to: number } | null;
  gave: { from: number; to: number; kind: OfferKind | null; text: string } | null;
  ask: AskSize | null;
  theySaid: string | null;
  at: string | null;
  callBackOn: string | null;
  pausedUntil: string | null;
  step: { what: string; owedBy: "us" | "them"; dueOn: string | null } | null;
  next: { channel: Channel | null; at: string; isTheirs: boolean } | null;
};

/** What weighs more for them wins where two outcomes cannot both be kept; of equals, what is told first. */
const weights: Partial<Record<Disposition, number>> = {
  ...{ asked_to_stop: 9, asked_to_pause: 8, said_no: 7, said_later: 6, interested: 5, asked_question: 5, thanked: 5 },
  ...{ voicemail: 4, bounced: 4, out_of_office: 4, no_answer: 3, conversation: 2, replied: 2 },
};
const weigh = (disposition: Disposition) => weights[disposition] ?? 1;

/** Takes an outcome over unless a weightier one stands; the words of the one that gives way are free again. */
export function sayOutcome(reading: Reading, meaning: Meaning, from: number, to: number): boolean {
  const { disposition } = meaning;
  const objection = meaning.objection ?? null;
  if (!disposition) return false;
  const before = reading.outcome;
  if (before && before.disposition === disposition) {
    before.objection ??= objection;
    claim(reading.words, from, to, "how");
    return true;
  }
  if (before && weigh(before.disposition) >= weigh(disposition)) return false;
  if (before)
    for (const word of reading.words.slice(before.from, before.to))
      if (word.part === "how" && isFreed(before.disposition)) word.part = null;
  reading.outcome = { disposition, objection, from, to };
  claim(reading.words, from, to, "how");
  return true;
}

/** "No answer, left a voicemail" or "talked, interested" is one story: only what really gives way is a note. */
const isFreed = (disposition: Disposition) => weigh(disposition) > 3;

/** The words between two places as they are written. */
export const textBetween = ({ line, words }: Reading, from: number, to: number): string =>
  to > from ? line.slice(words[from]!.from, words[to - 1]!.to) : "";

export const writtenBetween = ({ line, words }: Reading, from: number, to: number): string =>
  to > from ? written(line, words[from]!, words[to - 1]!) : "";

export type TimeInLine = SpokenTime & { first: number; end: number };

/** The first day or time named between two places, and by which words. */
export function timeBetween(reading: Reading, from: number, to: number, isPast = false): TimeInLine | null {
  if (to <= from) return null;
  const start = reading.words[from]!.from;
  const time = spokenTime(textBetween(reading, from, to), reading.clock, isPast);
  if (!time) return null;
  const inside = (word: Word) => word.to > start + time.from && word.from < start + time.to;
  const first = reading.words.findIndex((word, index) => index >= from && inside(word));
  let end = first;
  while (end < to && inside(reading.words[end]!)) end += 1;
  const isFree = reading.words.slice(first, end).every(({ part }) => part === null);
  return isFree ? { ...time, first, end } : null;
}

const links = new Set(["with", "to", "for", "from", "w", "by"]);
const titles = new Set(["mr", "mrs", "ms", "dr", "prof"]);

/** Takes the name that stands here, if nobody is named yet; where reading goes on. */
export function takeName(reading: Reading, at: number, needsCapital: boolean): number {
  const { words, line } = reading;
  if (reading.who !== null || at >= words.length) return at;
  const { segment } = words[at - 1] ?? words[at]!;
  let start = at;
  while (
    words[start]?.segment === segment &&
    words[start]!.part === null &&
    (links.has(words[start]!.plain) || titles.has(words[start]!.plain))
  )
    start += 1;
  if (words[start]?.segment !== segment) return at;
  const { to, name } = nameAt(words, start, line, needsCapital);
  if (name.length === 0) return at;
  claimName(reading, at, to, name);
  return to;
}

export function claimName(reading: Reading, from: number, to: number, name: readonly Word[]): void {
  reading.who = name.map((word) => written(reading.line, word, word).replace(/^@/, "")).join(" ");
  claim(reading.words, from, to, "who");
}

/** A channel is told once; where it is told otherwise, those words are a note. */
export function setChannel(
  reading: Reading,
  { channel, likely, direction }: Meaning,
  from: number,
  to: number,
  part: LinePart = "how",
): boolean {
  if (channel && reading.channel && reading.channel !== channel) return false;
  reading.channel ??= channel ?? null;
  reading.likely ??= likely ?? null;
  reading.direction ??= direction ?? null;
  claim(reading.words, from, to, part);
  return true;
}
