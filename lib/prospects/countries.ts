import iso from "i18n-iso-countries";

const names = new Intl.DisplayNames("en-GB", { type: "region" });
const codes = new Set(Object.keys(iso.getAlpha2Codes()));

export const isCountry = (code: string) => codes.has(code);
export const countryName = (code: string) => (codes.has(code) ? (names.of(code) ?? code) : code);

/** Every country with its English name, in the order of the names. */
export const countries = [...codes]
  .map((code) => ({ code, name: countryName(code) }))
  .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
