/** The lists of numbers that must not be rung up, as the law names them; plain, so that a browser can name them. */
export const registryIds = ["GB-TPS", "GB-CTPS", "US-DNC", "US-FL-DNC", "CA-DNCL", "FR-BLOCTEL", "AU-DNCR"] as const;

export const registryNames: Record<(typeof registryIds)[number], string> = {
  "GB-TPS": "United Kingdom: Telephone Preference Service",
  "GB-CTPS": "United Kingdom: Corporate TPS",
  "US-DNC": "United States: National Do Not Call Registry",
  "US-FL-DNC": "Florida: Do Not Call list",
  "CA-DNCL": "Canada: National Do Not Call List",
  "FR-BLOCTEL": "France: Bloctel",
  "AU-DNCR": "Australia: Do Not Call Register",
};
