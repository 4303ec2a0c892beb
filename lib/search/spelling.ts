import { editDistance } from "#lib/edit-distance.ts";

/** Slips a word of so many letters may hold: one, from six letters on two. A shorter word than four is taken as it is. */
export const slipsIn = (word: string) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/** Which known words somebody may have meant by this one, the likeliest first, at most four. */
export function meantBy(typed: string, known: string[]): string[] {
  const most = slipsIn(typed);
  return known
    .map((word) => ({ word, slips: editDistance(typed, word, most) }))
    .filter(({ word, slips }) => slips <= most && word !== typed)
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, 4)
    .map(({ word }) => word);
}

/** A stretch of about `around` letters on either side of the first word that is meant, cut at spaces. */
export function excerpt(text: string, isMeant: (word: string) => boolean, around = 70): string {
  const words = text.split(/\s+/).filter(Boolean);
  const at = Math.max(0, words.findIndex(isMeant));
  let [from, to] = [at, at + 1];
  for (let left = around; from > 0 && left - words[from - 1]!.length > 0; from -= 1) left -= words[from - 1]!.length + 1;
  for (let left = around; to < words.length && left - words[to]!.length > 0; to += 1) left -= words[to]!.length + 1;
  return `${from > 0 ? "… " : ""}${words.slice(from, to).join(" ")}${to < words.length ? " …" : ""}`;
}
