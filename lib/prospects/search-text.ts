/** Letters that Unicode does not take apart, as people type them without their keyboard. */
const plain: Record<string, string> = { ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i", ħ: "h" };

/** Words that need no folding beyond their capitals: most of an import's cells. */
const plainAscii = /^[!-~]+(?: [!-~]+)*$/;

/** Lower case, without accents and with single spaces: how searchText is kept and how a query is read, so that "sao" finds "São". */
export function foldForSearch(...parts: (string | null | undefined)[]): string {
  const text = parts.filter(Boolean).join(" ");
  if (plainAscii.test(text)) return text.toLowerCase();
  return text
    .toWellFormed()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[łøđðþßæœıħ]/g, (letter) => plain[letter]!)
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** The words of a query, longest first (the rarest, most likely); six are enough to find anyone. */
export function searchWords(query: string | null | undefined): string[] {
  const words = new Set(foldForSearch(query?.slice(0, 200)).split(" ").filter(Boolean));
  return [...words].toSorted((a, b) => b.length - a.length).slice(0, 6);
}

/** The LIKE patterns of which one must match: a word of three letters or more stands anywhere, a shorter one begins a word. */
export function searchPatterns(word: string): string[] {
  const literal = word.replace(/[\\%_]/g, "\\$&");
  return word.length >= 3 ? [`%${literal}%`] : [`${literal}%`, `% ${literal}%`];
}
