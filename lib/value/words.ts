/** Letters and digits, by their code; everything beyond ASCII is taken for a letter. */
const isWord = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127 || (code >= 65 && code <= 90);

/** Whether a lower-cased text names something, as whole words. Names of fewer than three letters say nothing. */
export function mentions(text: string, words: string): boolean {
  if (words.length < 3) return false;
  const wanted = words.toLowerCase();
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if ((at === 0 || !isWord(text.charCodeAt(at - 1))) && (end === text.length || !isWord(text.charCodeAt(end)))) return true;
  }
  return false;
}

/** Words long enough to be about something. */
const telling = /[\p{L}\p{N}]{5,}/gu;

/** Whether a lower-cased text takes up what is said in a few words: `least` of its telling words, or all where it has fewer. */
export function takesUp(text: string, words: string, least = 2): boolean {
  const wanted = new Set(words.toLowerCase().match(telling));
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

const runLength = 3;
const runLetters = 10;
const bits = 4096;

/** Whether a text repeats at least three of their words in a row, not all of them small ones. */
export function quotes(text: string, theirs: readonly { words: string }[]): boolean {
  if (theirs.length === 0 || text.length === 0) return false;
  const written: number[] = [];
  const marked = new Uint32Array(bits / 32);
  eachRun(text, (run) => {
    written.push(run);
    marked[(run & (bits - 1)) >>> 5]! |= 1 << (run & 31);
    return false;
  });
  // the marks rule out nearly every run of theirs at the price of one look
  const isWritten = (run: number) => (marked[(run & (bits - 1)) >>> 5]! & (1 << (run & 31))) !== 0 && written.includes(run);
  return theirs.some(({ words }) => eachRun(words, isWritten));
}

/** Visits every run of three words as one number, letters of any case alike, until a visit says true. */
function eachRun(text: string, visit: (run: number) => boolean): boolean {
  const hashes = [0, 0, 0];
  const lengths = [0, 0, 0];
  let hash = 0;
  let length = 0;
  let words = 0;
  for (let i = 0; i <= text.length; i += 1) {
    let code = i < text.length ? text.charCodeAt(i) : 32;
    if (isWord(code)) {
      if (code >= 65 && code <= 90) code += 32;
      hash = (Math.imul(hash, 31) + code) | 0;
      length += 1;
      continue;
    }
    if (length === 0) continue;
    hashes[words % runLength] = hash;
    lengths[words % runLength] = length;
    words += 1;
    hash = 0;
    length = 0;
    if (words < runLength || lengths[0]! + lengths[1]! + lengths[2]! < runLetters) continue;
    const [first, second, third] = [hashes[words % 3]!, hashes[(words + 1) % 3]!, hashes[(words + 2) % 3]!];
    if (visit((Math.imul(Math.imul(first, 31) + second, 31) + third) | 0)) return true;
  }
  return false;
}
