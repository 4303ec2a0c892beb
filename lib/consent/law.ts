import type { ConsentStatus } from "#lib/consent/ledger.ts";
import rules from "#lib/consent/law.json" with { type: "json" };
import type { BasisKind } from "#lib/follow-up/plan.ts";
import type { Channel, SubscriberKind } from "#lib/follow-up/vocabulary.ts";

type Hours = readonly [from: number, to: number] | null;

/**
 * One rule of a country for some channels and kinds of subscriber, in force on days [from, to). `needs` lists the ledger statuses that carry a contact;
 * null: none is needed. `without`: what happens when none of them stands. Hours are the person's own, by day; null: not on that day.
 * Plain reading for planning, not legal advice. Sources: consent_rules, each read as far as `read` says.
 */
export type LawRule = {
  id: string;
  name: string;
  countries: readonly string[];
  channels: readonly Channel[];
  subscribers: readonly SubscriberKind[];
  from?: string;
  to?: string;
  needs: readonly ConsentStatus[] | null;
  without: "block" | "confirm";
  hours?: { week: Hours; saturday: Hours; sunday: Hours };
  read: "primary" | "secondary" | "recall" | "house";
};

/** The first rule that fits wins, so in the table the particular stands before the general. */
export const law = rules as unknown as readonly LawRule[];

/** The rule that holds for a person, a channel and a calendar day (YYYY-MM-DD), or null where only their own word counts (letters, meetings, LinkedIn). */
export function lawFor(person: { country: string | null; subscriberKind: SubscriberKind }, channel: Channel, day: string): LawRule | null {
  const fits = (rule: LawRule) =>
    rule.channels.includes(channel) &&
    rule.subscribers.includes(person.subscriberKind) &&
    (rule.countries.length === 0 || (person.country !== null && rule.countries.includes(person.country))) &&
    (!rule.from || rule.from <= day) &&
    (!rule.to || day < rule.to);
  return law.find(fits) ?? null;
}

/** Days for which a stated basis carries, at most: an inquiry half a year, a sale two years (Canada's terms, used everywhere); a public role as long as it is one. */
const validDays = { inquiry: 180, customer: 730, gave_address: 730, work_role: null } as const;

/** When a basis stated at an instant stops carrying; null: not by itself. */
export function basisEnds(kind: BasisKind, from: Date): Date | null {
  const days = validDays[kind];
  return days === null ? null : new Date(from.getTime() + days * 86_400_000);
}

/** The ledger status that a basis stated by a rep amounts to. */
export const statusOfBasis = {
  inquiry: "implied",
  customer: "soft_opt_in",
  gave_address: "implied",
  work_role: "legitimate_interest",
} as const;
