import type { Verdict } from "#lib/scoring/verdict.ts";

/** The verdict in plain words that the prospect could read: what it is, why, and everything it asks for. */
export function explain({ headline, sentence, reasons }: Verdict): string {
  const demands = reasons.filter(({ severity }) => severity !== "note" && severity !== "good").map((reason) => reason.sentence);
  return [...new Set([`${headline}.`, sentence, ...demands])].join(" ");
}
