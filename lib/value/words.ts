/** Letters and digits by their code, in lower case; 0 is none. Everything beyond ASCII is taken for a letter. */
const letters = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(letter) ? letter.charCodeAt(0) : 0;
});
const letterOf = (code: number): number => (code < 128 ? letters[code]! : code);
const isWord = (code: number): boolean => letterOf(code) !== 0;

/** Where a lower-cased text names something, as whole words, or -1. Names of fewer than three letters say nothing. */
export function placeOf(text: string, words: string): number {
  if (words.length < 3) return -1;
  const wanted = words.toLowerCase();
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, nextPlace(text, at))) {
    const end = at + wanted.length;
    if ((at === 0 || !isWord(text.charCodeAt(at - 1))) && (end === text.length || !isWord(text.charCodeAt(end)))) return at;
  }
  return -1;
}

/** After `at` and outside the word that stands there: nothing that begins inside a word counts, so a text of one long word is looked at once. */
function nextPlace(text: string, at: number): number {
  let next = at + 1;
  if (isWord(text.charCodeAt(at))) while (next < text.length && isWord(text.charCodeAt(next))) next += 1;
  return next;
}

export const mentions = (text: string, words: string): boolean => placeOf(text, words) >= 0;

/** Words long enough to be about something. */
const telling = /[\p{L}\p{N}]{5,}/gu;

/** A goal is said in a few words: no more of them are looked for. */
const goalWords = 40;

/** Whether a lower-cased text takes up what is said in a few words: `least` of its telling words, or all where it has fewer. */
export function takesUp(text: string, words: string, least = 2): boolean {
  const wanted = new Set((words.toLowerCase().match(telling) ?? []).slice(0, goalWords));
  let found = 0;
  for (const word of wanted) if (text.includes(word)) found += 1;
  return wanted.size > 0 && found >= Math.min(least, wanted.size);
}

/** Whether two texts say the same: four fifths of the telling words of the shorter stand in the other, too. */
export function saysTheSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(telling)));
  const [few, many] = a!.size <= b!.size ? [a!, b!] : [b!, a!];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  return few.size >= 2 && shared >= few.size * 0.8;
}

/** Letters that three words in a row have at least, if they are to be somebody's own. */
const runLetters = 10;

/** Tells each three words in a row of a text as one number, letters of any case alike, until `tell` has heard enough; runs of small words only are left out. */
function eachRun(text: string, tell: (run: number) => boolean): boolean {
  let first = 0;
  let second = 0;
  let firstLength = 0;
  let secondLength = 0;
  let hash = 0;
  let length = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const letter = i < text.length ? letterOf(text.charCodeAt(i)) : 0;
    if (letter !== 0) {
      hash = (Math.imul(hash, 31) + letter) | 0;
      length += 1;
    } else if (length > 0) {
      if (firstLength > 0 && firstLength + secondLength + length >= runLetters)
        if (tell((Math.imul(Math.imul(first, 31) + second, 31) + hash) | 0)) return true;
      first = second;
      firstLength = secondLength;
      second = hash;
      secondLength = length;
      hash = 0;
      length = 0;
    }
  }
  return false;
}

/** Every three words in a row of some texts, in a table that says at once whether a run is among them; 0 marks a free place. */
export type Runs = number[];

export function runsOf(texts: readonly { words: string }[]): Runs {
  let letters = 0;
  for (const { words } of texts) letters += words.length + 1;
  // a run has ten letters and every letter is in three runs at most, so that two places in five are free at least
  const runs: Runs = new Array<number>(2 ** Math.ceil(Math.log2(letters / 2 + 2))).fill(0);
  const add = (run: number) => {
    runs[placeIn(runs, run)] = run;
    return false;
  };
  for (const { words } of texts) eachRun(words, add);
  return runs;
}

function placeIn(runs: Runs, run: number): number {
  const last = runs.length - 1;
  let place = run & last;
  while (runs[place] !== 0 && runs[place] !== run) place = (place + 1) & last;
  return place;
}

/** Whether a text repeats at least three of their words in a row, given the runs of what they said. */
export const quotes = (text: string, theirRuns: Runs): boolean =>
  theirRuns.length > 1 && eachRun(text, (run) => theirRuns[placeIn(theirRuns, run)] === run && run !== 0);
