import { z } from "zod";

import { registryIds } from "./registry-names.ts";

/** The lists of numbers that must not be rung up, as the law names them. */
export const RegistryId = z.enum(registryIds);
export type RegistryId = z.infer<typeof RegistryId>;

/** What stands before the national numbers of a list, and how long these are without their leading zero. */
const dialling: Record<RegistryId, { code: string; digits: readonly number[] }> = {
  "GB-TPS": { code: "44", digits: [9, 10] },
  "GB-CTPS": { code: "44", digits: [9, 10] },
  "US-DNC": { code: "1", digits: [10] },
  "US-FL-DNC": { code: "1", digits: [10] },
  "CA-DNCL": { code: "1", digits: [10] },
  "FR-BLOCTEL": { code: "33", digits: [9] },
  "AU-DNCR": { code: "61", digits: [9] },
};

/** Most numbers one list may hold: what a few minutes keep. */
export const mostNumbers = 2_000_000;

/**
 * The numbers of a list, in E.164 and each once: one a line, however they are written, an area code in a column of its own included. A line without
 * a digit is a heading; others that are no number of that country are counted.
 */
export function readRegistryList(text: string, registry: RegistryId): { numbers: string[]; unreadable: number } {
  const { code, digits } = dialling[registry];
  const numbers = new Set<string>();
  let unreadable = 0;
  for (const line of text.split(/[\r\n]+/)) {
    const typed = line.replace(/\D/g, "");
    if (typed === "") continue;
    const isInternational = /^\W*\+/.test(line) || typed.startsWith("00");
    const national =
      isInternational || !digits.includes(typed.replace(/^0/, "").length) ? typed.replace(/^00/, "") : code + typed.replace(/^0/, "");
    if (national.startsWith(code) && digits.includes(national.length - code.length)) numbers.add(`+${national}`);
    else unreadable += 1;
  }
  return { numbers: [...numbers], unreadable };
}
