import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Held } from "#lib/rights/held.ts";
import { csvLine } from "#lib/transfer/write-csv.ts";

/** The files a person can take their data away in (GDPR Art. 15(3), 20). */
export const heldFiles = {
  "my-data.json": { type: "application/json; charset=utf-8", write: (held: Held) => `${JSON.stringify(held, null, 2)}\n` },
  "my-data.csv": { type: "text/csv; charset=utf-8", write: toCsv },
} as const;

type Line = [part: string, what: string, value: string | null, source: string | null, at: Date | null];

/** One line a fact, for a spreadsheet: UTF-8 with its mark, cells that begin like a formula neutralised. */
function toCsv(held: Held): string {
  const lines = [...aboutThem(held), ...happened(held), ...agreed(held)];
  const day = (at: Date | null) => (at ? dateOf(localDay("UTC", at)) : "");
  const body = lines.map(([part, what, value, source, at]) => csvLine([part, what, value ?? "", source ?? "", day(at)]));
  return `\uFEFF${csvLine(["part", "what", "value", "source", "date"])}${body.join("")}`;
}

function aboutThem({ person, addresses, facts }: Held): Line[] {
  const { source, relationship, knownSince, ...rest } = person;
  const known = Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== null);
  return [
    ...known.map(([what, value]): Line => ["person", what, value, source ?? relationship, knownSince]),
    ...addresses.map(({ kind, value, since }): Line => ["address", kind, value, source ?? relationship, since]),
    ...facts.map(({ label, value, origin, since }): Line => ["fact", label, value, origin, since]),
  ];
}

function happened({ touches, decisions }: Held): Line[] {
  return [
    ...touches.map(({ at, channel, direction, disposition, offer, offered, youSaid }): Line => {
      const value = [disposition, offered ?? (offer === "none" ? null : offer), youSaid && `“${youSaid}”`].filter(Boolean).join("; ");
      return ["contact", `${channel} ${direction}`, value, null, at];
    }),
    ...decisions.map(({ at, channel, plannedFor, allowed, rule }): Line => {
      const value = `${allowed ? "allowed" : "not allowed"} for ${dateOf(localDay("UTC", plannedFor))}`;
      return ["decision", channel, value, rule, at];
    }),
  ];
}

function agreed({ consent, terms, requests }: Held): Line[] {
  return [
    ...consent.map(({ at, channel, status, saidBy, method }): Line => ["consent", channel, status, `${saidBy}, ${method}`, at]),
    ...terms.map(({ version, at, saidBy, ...chosen }): Line => ["terms", `version ${version}`, JSON.stringify(chosen), saidBy, at]),
    ...requests.map(({ kind, state, receivedAt, about, words }): Line => {
      return ["request", kind, [state, about, words].filter(Boolean).join("; "), null, receivedAt];
    }),
  ];
}
