import type { Terms } from "#lib/consent/ledger.ts";
import type { TermsContent } from "#lib/consent/terms.ts";

type Limits = Pick<TermsContent, "channels" | "rate" | "days" | "hours">;

/** The first point at which a note would allow more than the person said themselves, or null: a rep's word may narrow theirs, never widen it (C1, C9). */
export function widens(own: Limits, noted: Limits): keyof Limits | null {
  if (!isWithin(own.channels, noted.channels)) return "channels";
  if (own.rate && !(noted.rate && noted.rate.max <= own.rate.max && spans[noted.rate.per] >= spans[own.rate.per])) return "rate";
  if (!isWithin(own.days.length > 0 ? own.days : null, noted.days.length > 0 ? noted.days : null)) return "days";
  if (own.hours && !(noted.hours && noted.hours.from >= own.hours.from && noted.hours.to <= own.hours.to)) return "hours";
  return null;
}

/** Null stands for everything. */
const isWithin = <T>(own: T[] | null, noted: T[] | null) => own === null || (noted !== null && noted.every((each) => own.includes(each)));

// so many in a longer span are never more in a shorter one; the reverse cannot be said
const spans: Record<NonNullable<Terms["rate"]>["per"], number> = { week: 1, month: 2, quarter: 3 };
