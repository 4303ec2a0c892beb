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

const states =
  "alabama AL alaska AK arizona AZ arkansas AR california CA colorado CO connecticut CT delaware DE florida FL georgia GA hawaii HI idaho ID illinois IL indiana IN iowa IA kansas KS kentucky KY louisiana LA maine ME maryland MD massachusetts MA michigan MI minnesota MN mississippi MS missouri MO montana MT nebraska NE nevada NV new_hampshire NH new_jersey NJ new_mexico NM new_york NY north_carolina NC north_dakota ND ohio OH oklahoma OK oregon OR pennsylvania PA rhode_island RI south_carolina SC south_dakota SD tennessee TN texas TX utah UT vermont VT virginia VA washington WA west_virginia WV wisconsin WI wyoming WY".split(
    " ",
  );
const stateCodes = new Map(
  states.flatMap((name, index) => (index % 2 === 0 ? [[name.replaceAll("_", " "), states[index + 1]!] as const] : [])),
);

/** The two letters of a state of the United States, where law and zone differ by it; any other region as it stands. */
export const readRegion = (cell: string, country: string | null): string =>
  country === "US" || country === null ? (stateCodes.get(foldForSearch(cell)) ?? cell) : cell;
