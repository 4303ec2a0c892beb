import { foldForSearch } from "#lib/prospects/search-text.ts";

/** What a word of a logged line was read as. */
export type LinePart = "who" | "how" | "gave" | "said" | "asked" | "when" | "step" | "next";

export type Word = {
  /** Lower case, without accents or the punctuation around it; empty for a lone sign. */
  plain: string;
  from: number;
  to: number;
  segment: number;
  isCapital: boolean;
  part: LinePart | null;
};

/** A line longer than this is not read past here: the rest is kept as it is. */
export const mostRead = 600;

const token = /(?:[^\s,;]|[,;](?=\d))+|[,;]/gu;
const around = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const abbreviation = /^(?:[ap]\.?m|[a-z]|mr|mrs|ms|dr|prof|st|ext|approx|e\.g|i\.e)\.$/i;
const dash = /^(?:[-–—|•]+|-+>|→|=>)$/u;

/** The words of a line with where each stands and to which stretch between commas, stops and dashes it belongs. */
export function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let segment = 0;
  let before = 0;
  for (const { 0: text, index } of line.matchAll(token)) {
    if (line.slice(before, index).includes("\n") || text === "," || text === ";" || dash.test(text)) segment += 1;
    before = index + text.length;
    const bare = text.replace(around, "");
    if (bare || /[^\p{P}\p{ASCII}]/u.test(text)) {
      const plain = foldForSearch(bare).replaceAll("’", "'");
      words.push({ plain, from: index, to: before, segment, isCapital: /^\p{Lu}|^\p{Lo}/u.test(bare), part: null });
    }
    if (/[.:!?)]$/.test(text) && !abbreviation.test(text)) segment += 1;
  }
  return words;
}

/** A stretch of the line as it was written, without the signs at its ends. */
export const written = (line: string, first: Word, last: Word): string =>
  line
    .slice(first.from, last.to)
    .replace(/^[\s"“”„«»(]+|[\s.,:;"“”„«»)]+$/gu, "")
    .trim();

/** Runs of neighbouring words that were read as the same, in the order of the line; `null` is what was not read. */
export function runsOf(words: readonly Word[]): { part: LinePart | null; words: Word[] }[] {
  const runs: { part: LinePart | null; words: Word[] }[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last && last.part === word.part && last.words.at(-1)!.segment === word.segment) last.words.push(word);
    else runs.push({ part: word.part, words: [word] });
  }
  return runs;
}
