/** A text made plain for patterns, and where each of its characters stood (null: at the same place). */
export type Folded = { text: string; origin: Uint32Array | null };

/** Characters that nobody sees, by their codes, from and to: soft hyphens, joiners, marks of direction and variation, accents by themselves. */
const unseen = "ad-ad 300-36f 61c-61c 115f-1160 17b4-17b5 180b-180f 200b-200f 202a-202e 2060-206f fe00-fe0f feff-feff"
  .split(" ")
  .map((range) => range.split("-").map((code) => Number.parseInt(code, 16)) as [number, number]);
const unseenCodes = new Set(unseen.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i)));
const invisible = new RegExp(`[${String.fromCharCode(...unseenCodes)}]`, "g");
const beyondAscii = /[^\x00-\x7f]/g; // oxlint-disable-line no-control-regex

/** Lower case, without accents, typographer's marks made plain; soft hyphens and their like are gone; what they said is blanked. */
export function fold(original: string): Folded {
  const lower = original.toLowerCase();
  if (lower.search(beyondAscii) < 0) return { text: blankTheirWords(lower), origin: null };
  const text = (lower.length === original.length ? lower : original.replaceAll("İ", "i").toLowerCase()).replace(beyondAscii, plain);
  const origin = text.search(invisible) < 0 ? null : visiblePlaces(text);
  return { text: blankTheirWords(origin ? text.replace(invisible, "") : text), origin };
}

const marks: Record<string, string> = {
  ...spread("'", "’‘‛ʼ´`′"),
  ...spread('"', "“”„‟«»″"),
  ...spread("-", "‐‑‒–—―−"),
  ...spread(" ", "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"),
  ...spread("\n", "\u0085\u2028\u2029"),
  ...lookalikes("aeopcyxisjh", "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u04bb"),
  ß: "s",
  œ: "o",
  æ: "a",
  ø: "o",
  ł: "l",
};

function spread(to: string, from: string): Record<string, string> {
  return Object.fromEntries(Array.from(from, (mark) => [mark, to]));
}

/** Cyrillic letters that nobody can tell from ours. */
function lookalikes(to: string, from: string): Record<string, string> {
  return Object.fromEntries(Array.from(from, (letter, i) => [letter, to[i]!]));
}

/** One character for one, so that every place in the text stays where it was. */
function plain(character: string): string {
  const known = marks[character];
  if (known !== undefined) return known;
  const [base] = character.normalize("NFKD");
  return (marks[character] = base && base <= "z" ? base : character);
}

function visiblePlaces(text: string): Uint32Array {
  const places = new Uint32Array(text.length + 1);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) if (!unseenCodes.has(text.charCodeAt(at))) places[length++] = at;
  places[length] = text.length;
  return places.subarray(0, length + 1);
}

const quotedLine = /^[ \t]{0,3}>[^\n]*/gm;
const quotation = /"[^"\n]{1,300}"/g;
const theyAreQuoted =
  /\b(?:you|your|said|wrote|asked|told|mentioned|sie|ihre?n?|du|deine?|schrieb\w{0,3}|sagten?|vous|votre|vos|tu|ecrit|dit|demande)\b[^.!?\n]*$/;

/** A reply quotes the mail it answers, and a good follow-up quotes the reader: neither is our wording. */
function blankTheirWords(text: string): string {
  const ours = text.includes(">") ? text.replace(quotedLine, blank) : text;
  if (!ours.includes('"')) return ours;
  return ours.replace(quotation, (quote, at: number) => (theyAreQuoted.test(ours.slice(Math.max(0, at - 60), at)) ? blank(quote) : quote));
}

const blank = (words: string) => ".".repeat(words.length);
