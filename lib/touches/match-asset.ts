import { foldForSearch } from "#lib/prospects/search-text.ts";

const small = new Set(
  "a an the our my your their her his of on to for with and in about new latest some it this that link pdf copy file document".split(" "),
);

const telling = (text: string): string[] =>
  foldForSearch(text.slice(0, 200))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !small.has(word));

const fits = (word: string, title: string) =>
  title === word || (word.length > 2 && title.startsWith(word)) || (title.length > 3 && word.startsWith(title));

/** What of the library is meant by a few words: every one of them stands in its title, and in no other's as well. */
export function matchAsset<A extends { title: string }>(said: string, assets: readonly A[]): A | null {
  const words = telling(said);
  if (words.length === 0) return null;
  const found = assets.filter(({ title }) => {
    const own = telling(title);
    return words.every((word) => own.some((each) => fits(word, each)));
  });
  if (found.length < 2) return found[0] ?? null;
  const exact = found.filter(({ title }) => telling(title).length === words.length);
  return exact.length === 1 ? exact[0]! : null;
}
