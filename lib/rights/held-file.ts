import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Held } from "#lib/rights/held.ts";
import { csvLine } from "#lib/transfer/write-csv.ts";

/** The files a person can take their data away in (GDPR Art. 15(3), 20). */
export const heldFiles = {
  "my-data.json": { type: "application/json; charset=utf-8", write: (held: Held) => `${JSON.stringify(held, null, 2)}\n` },
  "my-data.csv": { type: "text/csv; charset=utf-8", write: toCsv },
} as const;

type Line = [part: string, what: string, value: string | null, source: string | null, at: Date | null];

const joined = (...parts: (string | null | false)[]) => parts.filter(Boolean).join("; ");

/** One line a fact, for a spreadsheet: UTF-8 with its mark, cells that begin like a formula neutralised. */
function toCsv(held: Held): string {
  const lines = [...aboutThem(held), ...happened(held), ...ahead(held), ...agreed(held)];
  const day = (at: Date | null) => (at ? dateOf(localDay("UTC", at)) : "");
  const body = lines.map(([part, what, value, source, at]) => csvLine([part, what, value ?? "", source ?? "", day(at)]));
  return `\uFEFF${csvLine(["part", "what", "value", "source", "date"])}${body.join("")}`;
}

function aboutThem({ person, addresses, facts, assessment }: Held): Line[] {
  const { source, relationship, knownSince, ...rest } = person;
  const known = Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== null);
  return [
    ...known.map(([what, value]): Line => ["person", what, value, source ?? relationship, knownSince]),
    ...addresses.map(({ kind, value, since }): Line => ["address", kind, value, source ?? relationship, since]),
    ...facts.map(({ label, value, onDay, origin, since }): Line => ["fact", label, joined(value, onDay), origin, since]),
    ...(assessment ? [["assessment", "stake", joined(assessment.stake, assessment.decisionOn), null, assessment.at] satisfies Line] : []),
  ];
}

function happened({ touches, reactions, objections, notes, mails, decisions }: Held): Line[] {
  return [
    ...touches.map(({ at, channel, direction, disposition, offer, offered, youSaid }): Line => {
      const value = joined(disposition, offered ?? (offer === "none" ? null : offer), youSaid && `“${youSaid}”`);
      return ["contact", `${channel} ${direction}`, value, null, at];
    }),
    ...reactions.map(({ at, title, reaction, saidBy }): Line => ["reaction", title, reaction, saidBy, at]),
    ...objections.map(({ at, kind, words }): Line => ["objection", kind, `“${words}”`, null, at]),
    ...notes.map(({ at, kind, words }): Line => ["note", kind, words, null, at]),
    ...mails.map(({ at, kind, state }): Line => ["mail", kind, state, null, at]),
    ...decisions.map(({ at, channel, plannedFor, allowed, rule }): Line => {
      const value = `${allowed ? "allowed" : "not allowed"} for ${dateOf(localDay("UTC", plannedFor))}`;
      return ["decision", channel, value, rule, at];
    }),
  ];
}

function ahead({ steps, planned }: Held): Line[] {
  return [
    ...steps.map(({ what, owedBy, dueOn, settledAs, confirmed, correction, since }): Line => {
      const value = joined(dueOn, settledAs, confirmed && "confirmed", correction && `“${correction}”`);
      return ["next step", what, value, `owed by ${owedBy}`, since];
    }),
    ...planned.map(({ channel, on, offer, state }): Line => ["planned", channel, joined(on, offer, state), null, null]),
  ];
}

function agreed({ consent, terms, requests }: Held): Line[] {
  return [
    ...consent.map(({ at, channel, status, saidBy, method }): Line => ["consent", channel, status, `${saidBy}, ${method}`, at]),
    ...terms.map(({ version, at, saidBy, ...chosen }): Line => ["terms", `version ${version}`, JSON.stringify(chosen), saidBy, at]),
    ...requests.map(({ kind, state, receivedAt, about, words }): Line => {
      return ["request", kind, joined(state, about, words), null, receivedAt];
    }),
  ];
}
