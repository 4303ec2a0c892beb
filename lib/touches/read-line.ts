import { localDay, localMinutes } from "#lib/follow-up/local-time.ts";
import type { Disposition } from "#lib/follow-up/touch.ts";
import type { AskSize, Channel, OfferKind } from "#lib/follow-up/vocabulary.ts";
import { claim, claimFillers, endOfSegment, isNameWord, phraseAt } from "#lib/touches/line-claims.ts";
import { type Clockwork, wallTime } from "#lib/touches/line-dates.ts";
import { readPhrase } from "#lib/touches/line-phrases.ts";
import { claimName, type Reading, timeBetween, writtenBetween } from "#lib/touches/line-reading.ts";
import { type LinePart, mostRead, runsOf, type Word, wordsOf, written } from "#lib/touches/line-words.ts";
import { matchAsset } from "#lib/touches/match-asset.ts";
import type { ObjectionKind } from "#lib/touches/objection.ts";
import { contradicts, type Direction } from "#lib/touches/outcomes.ts";

/** What one line says of a touch. Nothing in it is decided: the sheet shows it in its fields before it is saved. */
export type LineReading = {
  /** Words that name somebody, to be looked up. */
  who: string | null;
  channel: Channel | null;
  direction: Direction | null;
  disposition: Disposition | null;
  objectionKind: ObjectionKind | null;
  offer: { kind: OfferKind; assetId: string; text: string } | null;
  /** What was given, in words that no single thing of the library bears; they stand in the note, too. */
  unmatched: string | null;
  ask: AskSize | null;
  theySaid: string | null;
  /** When it was, by the logger's wall clock; null is now. */
  at: string | null;
  callBackOn: string | null;
  pausedUntil: string | null;
  step: { what: string; owedBy: "us" | "them"; dueOn: string | null } | null;
  /** The next follow-up as they put it, which only the gate can schedule. `isTheirs`: `at` is by the prospect's clock. */
  next: { channel: Channel | null; at: string; isTheirs: boolean } | null;
  /** Every word that was read as nothing else. */
  note: string;
  /** What was read from which words, in the order of the line. */
  parts: { part: LinePart; text: string }[];
};

export type LineContext = Clockwork & {
  /** Their zone where it is known: for "her time". */
  theirZone?: string | null;
  assets?: readonly { id: string; title: string }[];
};

/** Reads "called Ana, voicemail, sent pricing sheet, try Tue 10am" into what the log sheet asks for. It never throws, and its time grows with the line. */
export function readLine(text: string, context: LineContext): LineReading {
  const end = endOfReading(text);
  const reading = open(text.slice(0, end), context);
  const { words } = reading;
  for (let at = 0; at < words.length;) at = words[at]!.part === null ? readPhrase(reading, at) : at + 1;
  readLeadingName(reading);
  readWhen(reading, context);
  const given = settleGiven(reading, context.assets ?? []);
  claimFillers(words);
  return { ...settle(reading), ...given, ...tellWords(reading, text.slice(end).trim()) };
}

/** A long line is read up to a gap between its words, so that what is kept of it is whole. */
function endOfReading(text: string): number {
  if (text.length <= mostRead) return text.length;
  const read = text.slice(0, mostRead);
  return Math.max(read.lastIndexOf(" "), read.lastIndexOf("\n")) + 1;
}

function open(line: string, context: LineContext): Reading {
  const words = wordsOf(line);
  const isTheirs = readWhoseTime(words);
  const reading: Reading = {
    ...{ line, words, isTheirs, clock: { now: context.now, zone: (isTheirs && context.theirZone) || context.zone } },
    ...{ who: null, channel: null, likely: null, direction: null, outcome: null, gave: null, ask: null, theySaid: null },
    ...{ at: null, callBackOn: null, pausedUntil: null, step: null, next: null },
  };
  readQuote(reading);
  return reading;
}

/** "Her time": the day that is named is by their clock. */
function readWhoseTime(words: Word[]): boolean {
  const at = words.findIndex(
    ({ plain, segment }, index) =>
      ["her", "his", "their", "local"].includes(plain) &&
      ["time", "clock", "zone"].includes(words[index + 1]?.plain ?? "") &&
      words[index + 1]!.segment === segment,
  );
  if (at >= 0) claim(words, at, at + 2, "next");
  return at >= 0;
}

/** What stands between quotation marks is theirs. */
function readQuote(reading: Reading): void {
  const quote = /["“„«][^"“”„«»]{2,}["”“»]/u.exec(reading.line);
  if (!quote) return;
  const to = quote.index + quote[0].length + 1;
  const first = reading.words.findIndex(({ from }) => from >= quote.index);
  const end = reading.words.findIndex((word) => word.from >= quote.index && word.to > to);
  const last = end < 0 ? reading.words.length : end;
  if (first < 0 || last <= first) return;
  reading.theySaid = writtenBetween(reading, first, last);
  claim(reading.words, first, last, "said");
}

const mostLeading = 3;

/** "Ana, voicemail", "ana called back": who is named first, before anything is told. */
function readLeadingName(reading: Reading): void {
  const { words, line } = reading;
  if (reading.who !== null || words.length === 0) return;
  const end = endOfSegment(words, 0);
  let to = 0;
  while (to < end && to <= mostLeading && isNameWord(words[to], line)) to += 1;
  const isAlone = to === end && end < words.length;
  let verb = to;
  while (verb < end && ["is", "was", "has", "a", "an"].includes(words[verb]!.plain)) verb += 1;
  const isBeforePhrase = verb < end && words[verb]!.part !== null;
  if (to > 0 && to <= mostLeading && (isAlone || isBeforePhrase) && !phraseAt(words, 0)) claimName(reading, 0, to, words.slice(0, to));
}

/** When it was: a past day beside what happened, or one that stands alone. A coming one is nobody's guess and stays a note. */
function readWhen(reading: Reading, { now, zone }: Clockwork): void {
  const { words } = reading;
  let end = 0;
  while (end < words.length) {
    const at = end;
    end = endOfSegment(words, at);
    const stretch = words.slice(at, end);
    const tellsPast = stretch.some(({ plain }) => ["yesterday", "ago", "today", "earlier", "morning", "last"].includes(plain));
    const tellsHow = stretch.some(({ part }) => part === "how");
    if (!tellsPast && !tellsHow) continue;
    const from = stretch.findIndex(({ part }) => part === null);
    const time = from < 0 ? null : timeBetween({ ...reading, clock: { now, zone } }, at + from, end, true);
    if (!time) continue;
    const today = localDay(zone, now);
    const isNow = time.day === today && time.minutes === null;
    const minutes = time.minutes ?? Math.min(12 * 60, time.day === today ? localMinutes(zone, now) : 24 * 60);
    if (time.day > today || (time.day === today && minutes > localMinutes(zone, now))) continue;
    reading.at = isNow ? null : wallTime(time.day, minutes);
    claim(words, time.first, time.end, "when");
    return;
  }
}

/** What was given, as the library knows it. What it does not know is no offer yet: its words stay a note. */
function settleGiven(reading: Reading, assets: readonly { id: string; title: string }[]): Pick<LineReading, "offer" | "unmatched"> {
  const { gave, words } = reading;
  if (!gave) return { offer: null, unmatched: null };
  const asset = matchAsset(gave.text, assets);
  if (asset) return { offer: { kind: "asset", assetId: asset.id, text: "" }, unmatched: null };
  if (gave.kind) return { offer: { kind: gave.kind, assetId: "", text: gave.text }, unmatched: null };
  for (const word of words.slice(gave.from, gave.to)) if (word.part === "gave") word.part = null;
  return { offer: null, unmatched: gave.text };
}

function settle(reading: Reading): Omit<LineReading, "offer" | "unmatched" | "note" | "parts"> {
  const { who, ask, theySaid, at, step, pausedUntil, words } = reading;
  const channel = reading.channel ?? reading.likely;
  const { outcome, direction } = reading;
  const isFitting = outcome && !contradicts(direction ?? "out", outcome.disposition);
  if (outcome && !isFitting) for (const word of words.slice(outcome.from, outcome.to)) if (word.part === "how") word.part = null;
  const isSent = channel !== null && channel !== "phone" && channel !== "meeting" && direction !== "in";
  const disposition = isFitting ? outcome.disposition : isSent ? "sent" : null;
  const isLater = disposition === "said_later";
  const callBackOn = reading.callBackOn ?? (isLater ? (reading.next?.at.slice(0, 10) ?? null) : null);
  const next = isLater ? null : reading.next;
  return {
    ...{ who, channel, direction, disposition, ask, theySaid, at, pausedUntil, step, next },
    callBackOn: isLater ? callBackOn : null,
    objectionKind: disposition === "said_no" ? (outcome?.objection ?? null) : null,
  };
}

/** Where each word went. */
function tellWords(reading: Reading, rest: string): Pick<LineReading, "note" | "parts"> {
  const { line, words } = reading;
  const runs = runsOf(words);
  const tell = (run: Word[]) => written(line, run[0]!, run.at(-1)!);
  const note = runs.filter(({ part }) => part === null).map((run) => tell(run.words));
  const parts = runs.flatMap(({ part, words: run }) => (part ? [{ part, text: tell(run) }] : []));
  return { note: [note.filter(Boolean).join(", "), rest].filter(Boolean).join(" "), parts };
}
