/** A phrase as a table writes it: a pattern over one folded sentence, and words of which every match holds at least one. */
export type CuedRow = { pattern: string; cues: string[] };

type Phrase<Row> = { row: Row; pattern: RegExp; order: number };
/** `filter`: whether any cue's hash ends in these bits, which most words' hashes do not. */
export type CueIndex<Row> = { byHash: Map<number, Phrase<Row>[]>; filter: Uint8Array; size: number };
export type Found<Row> = { row: Row; from: number; to: number };

/** No phrase is longer, what it looks ahead for included. */
const longest = 200;
/** How far around a cue a phrase is searched: so far that what a window's edge cuts off never touches the cue. */
const reach = 2 * longest;

/** In a table a space stands for any short white space, as mails break lines anywhere. */
export const patternOf = ({ pattern }: CuedRow) => new RegExp(pattern.replaceAll(" ", String.raw`(?:\s{1,3})`), "gm");

const filterBits = 0x1fff;

/** Phrases by the hash of each cue. Two words that share a hash only let a pattern run in vain. */
export function indexByCue<Row extends CuedRow>(rows: Row[]): CueIndex<Row> {
  const byHash: CueIndex<Row>["byHash"] = new Map();
  for (const [order, row] of rows.entries()) {
    const phrase = { row, pattern: patternOf(row), order };
    for (const hash of new Set(row.cues.map(hashOf))) byHash.set(hash, [...(byHash.get(hash) ?? []), phrase]);
  }
  const filter = new Uint8Array(filterBits + 1);
  for (const hash of byHash.keys()) filter[hash & filterBits] = 1;
  return { byHash, filter, size: rows.length };
}

const mix = (hash: number, code: number) => (Math.imul(hash, 31) + code) | 0;
const hashOf = (word: string) => Array.from(word, (letter) => letter.charCodeAt(0)).reduce(mix, 0);

const [mark, letter, space] = [0, 1, 2];
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /\w/.test(character) ? letter : /\s/.test(character) ? space : mark;
});

type Candidate<Row> = { phrases: Phrase<Row>[]; cue: number };
/** `searched`: by its order, up to where a phrase has been searched, so that a cue said a thousand times costs no more than its text. */
type Reading<Row> = { text: string; found: Found<Row>[]; size: number; searched: Uint32Array | null };

/** Reads a folded text once. At the end of each sentence those phrases run whose cue stands in it, around that cue. */
export function findPhrases<Row>(text: string, index: CueIndex<Row>): { found: Found<Row>[]; words: number } {
  const { byHash, filter, size } = index;
  const reading: Reading<Row> = { text, found: [], size, searched: null };
  let candidates: Candidate<Row>[] = [];
  let words = 0;
  let sentence = 0;
  let hash = 0;
  let inWord = false;
  let afterSpace = true;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : newline;
    const kind = code < 128 ? kinds[code] : mark;
    if (kind === letter) {
      if (afterSpace) words += 1;
      afterSpace = false;
      inWord = true;
      hash = mix(hash, code);
      continue;
    }
    if (inWord) {
      const phrases = filter[hash & filterBits] === 1 ? byHash.get(hash) : undefined;
      if (phrases) candidates.push({ phrases, cue: at - 1 });
      inWord = false;
      hash = 0;
    }
    if (kind === space) {
      afterSpace = true;
      if (at < text.length && !endsSentence(text, at)) continue;
      if (candidates.length > 0) {
        readSentence(reading, candidates, sentence, at);
        candidates = [];
      }
      sentence = at + 1;
    } else if (afterSpace && code > 127) {
      words += 1;
      afterSpace = false;
    }
  }
  return { found: reading.found, words };
}

const [newline, carriageReturn, exclamationMark, fullStop, questionMark] = [10, 13, 33, 46, 63];

/** White space ends a sentence after a full stop and its like, and where it makes a blank line. */
export function endsSentence(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === fullStop || before === exclamationMark || before === questionMark) return true;
  return before === newline && (text.charCodeAt(at) === newline || text.charCodeAt(at) === carriageReturn);
}

/** Adds the matches that hold a cue. Those of one phrase never overlap, as if it had run over the whole sentence. */
function readSentence<Row>(reading: Reading<Row>, candidates: Candidate<Row>[], from: number, end: number): void {
  const { text, found, size } = reading;
  const searched = (reading.searched ??= new Uint32Array(size));
  let start = from;
  while (kinds[text.charCodeAt(start)] === space) start += 1;
  for (const { phrases, cue } of candidates) {
    const left = Math.max(start, cue - reach);
    const right = Math.min(end, cue + reach);
    const window = text.slice(left, right);
    for (const { row, pattern, order } of phrases) {
      const after = Math.max(left, searched[order]!);
      if (after > cue) continue;
      const match = nextMatch(pattern, window, after - left, cue - left);
      if (!match) searched[order] = right === end ? end : right - longest;
      else if (match.index > cue - left) searched[order] = left + match.index;
      else {
        searched[order] = left + match.index + match[0].length;
        found.push({ row, from: left + match.index, to: searched[order]! });
      }
    }
  }
}

/** The first match from `after` on that does not end before the cue. */
function nextMatch(pattern: RegExp, window: string, after: number, cue: number): RegExpExecArray | null {
  pattern.lastIndex = after;
  let match = pattern.exec(window);
  while (match && match.index + match[0].length <= cue) match = pattern.exec(window);
  return match;
}
