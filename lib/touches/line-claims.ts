import { fillers, negators, nobody, type Phrase, phrasesFrom } from "#lib/touches/line-vocabulary.ts";
import type { LinePart, Word } from "#lib/touches/line-words.ts";

const nameWord = /^@?[\p{L}\p{M}][\p{L}\p{M}\p{N}'’.-]*$/u;
const mostNameWords = 4;

/** The phrase that begins at a word and was not read yet, the longest there is, within its stretch of the line; null where it is denied. */
export function phraseAt(words: readonly Word[], at: number): Phrase | null {
  const first = words[at]!;
  const found = phrasesFrom(first.plain).find(({ words: wanted }) =>
    wanted.every((each, offset) => {
      const word = words[at + offset];
      return word && word.segment === first.segment && word.part === null && word.plain === each;
    }),
  );
  if (!found) return null;
  return isDenied(words, at) && !found.words.some((word) => negators.has(word)) ? null : found;
}

/** "Did not really talk": a word of denial just before. */
function isDenied(words: readonly Word[], at: number): boolean {
  const { segment } = words[at]!;
  return [words[at - 1], words[at - 2]].some((word) => word?.segment === segment && word.part === null && negators.has(word.plain));
}

export function claim(words: readonly Word[], from: number, to: number, part: LinePart): void {
  for (let index = from; index < to; index += 1) if (words[index]!.part === null) words[index]!.part = part;
}

/** Where the stretch of the line that holds this word ends. */
export function endOfSegment(words: readonly Word[], at: number): number {
  let end = at;
  while (end < words.length && words[end]!.segment === words[at]!.segment) end += 1;
  return end;
}

export const isNameWord = (word: Word | undefined, line: string): boolean =>
  word !== undefined &&
  word.part === null &&
  nameWord.test(line.slice(word.from, word.to).replace(/[.,:;!?)]+$/, "")) &&
  !/['’]s$/.test(word.plain) &&
  !nobody.has(word.plain);

/**
 * The name that begins at a word, with the company after it ("Ana from Acme"): up to where, and its words. After a verb a name may be
 * written small; elsewhere only a capital tells it.
 */
export function nameAt(words: readonly Word[], at: number, line: string, needsCapital: boolean): { to: number; name: Word[] } {
  const { segment } = words[at] ?? { segment: -1 };
  const isNext = (index: number, isFirst: boolean) => {
    const word = words[index];
    if (!word || word.segment !== segment || !isNameWord(word, line) || (needsCapital && !word.isCapital)) return false;
    return isFirst ? word.isCapital || !phraseAt(words, index) : !phraseAt(words, index) && (word.isCapital || !needsCapital);
  };
  const name: Word[] = [];
  let to = at;
  while (name.length < mostNameWords && isNext(to, name.length === 0)) name.push(words[to++]!);
  const link = words[to]?.plain;
  const company = words[to + 1];
  if (
    name.length > 0 &&
    (link === "from" || link === "at" || link === "of") &&
    company?.segment === segment &&
    company.isCapital &&
    isNameWord(company, line)
  ) {
    name.push(company);
    to += 2;
    while (words[to]?.segment === segment && words[to]!.isCapital && isNameWord(words[to], line) && !phraseAt(words, to))
      name.push(words[to++]!);
  }
  return { to, name };
}

/** Small words between what was read go with it, so that no lonely "and" is left as a note. */
export function claimFillers(words: readonly Word[]): void {
  for (let index = 0; index < words.length; index += 1) {
    if (words[index]!.part !== null) continue;
    let end = index;
    while (end < words.length && words[end]!.part === null && words[end]!.segment === words[index]!.segment) end += 1;
    const isSmall = words.slice(index, end).every(({ plain }) => fillers.has(plain));
    const beside = words[index - 1]?.part ?? words[end]?.part;
    if (isSmall && beside) claim(words, index, end, beside);
    index = end - 1;
  }
}
