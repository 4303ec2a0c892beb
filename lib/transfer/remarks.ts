/** Said of a phone number that names no country, or is none: the country can be chosen with the columns. */
export const noCountryRemark = "A phone number has no country code or is not valid; it is kept as typed.";
