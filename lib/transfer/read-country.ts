import { countries } from "#lib/prospects/countries.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";

const also: Record<string, string> = {
  usa: "US",
  "u.s.": "US",
  "u.s.a.": "US",
  "united states of america": "US",
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  uae: "AE",
  holland: "NL",
  "the netherlands": "NL",
  "hong kong": "HK",
  macau: "MO",
  turkey: "TR",
  "czech republic": "CZ",
  "russian federation": "RU",
  "korea, republic of": "KR",
  korea: "KR",
  "viet nam": "VN",
  "ivory coast": "CI",
  myanmar: "MM",
  burma: "MM",
};

/** English names first, then those of the languages exports come in. */
const codes = new Map<string, string>();
for (const language of ["en", "de", "fr", "es", "it", "nl", "pt"]) {
  const names = new Intl.DisplayNames(language, { type: "region" });
  for (const { code } of countries) {
    const name = foldForSearch(names.of(code));
    if (!codes.has(name)) codes.set(name, code);
  }
}
for (const { code } of countries) codes.set(code.toLowerCase(), code);
for (const [name, code] of Object.entries(also)) codes.set(name, code);

/** ISO 3166-1 alpha-2 from a country's name or code, or null. */
export const readCountry = (cell: string): string | null => codes.get(foldForSearch(cell)) ?? null;
