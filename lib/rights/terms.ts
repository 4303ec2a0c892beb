import { addMonths, dateOf, type Day, dayOf, localDay } from "#lib/follow-up/local-time.ts";
import table from "#lib/rights/terms.json" with { type: "json" };

/**
 * How long the law gives to answer a request, and how much longer once, with a reason. The first row that fits the person's country counts; where none
 * is known, the last, which is the shortest that reaches most people. Plain reading for planning, not legal advice; each row names its source.
 */
export type AnswerTerm = {
  id: string;
  name: string;
  countries: readonly string[] | null;
  days?: number;
  months?: number;
  extraDays?: number;
  extraMonths?: number;
  source: string;
  read: "primary" | "secondary" | "recall";
};

export const terms = table as readonly AnswerTerm[];

export const termFor = (country: string | null): AnswerTerm =>
  terms.find(({ countries }) => countries === null || (country !== null && countries.includes(country)))!;

/** The term a request was given when it came. Throws for an id that is not in the table. */
export function termOf(id: string): AnswerTerm {
  const term = terms.find((each) => each.id === id);
  if (!term) throw new Error(`no such term: ${id}`);
  return term;
}

/** The last day to answer a request received at that instant, by the organisation's calendar. */
export const dueOn = (term: AnswerTerm, receivedAt: Date, zone: string): string =>
  dateOf(after(localDay(zone, receivedAt), term.months, term.days));

/** The last day once extended, or null where the law allows no more time. */
export function extendedTo({ extraDays = 0, extraMonths = 0 }: AnswerTerm, due: string): string | null {
  return extraDays + extraMonths === 0 ? null : dateOf(after(dayOf(due), extraMonths, extraDays));
}

const after = (day: Day, months = 0, days = 0): Day => addMonths(day, months) + days;
