import type { LawAdjustments } from "#lib/consent/adjustment.ts";
import { adjusted } from "#lib/consent/adjustment.ts";
import type { ConsentStatus } from "#lib/consent/ledger.ts";
import rules from "#lib/consent/law.json" with { type: "json" };
import type { RegistryId } from "#lib/consent/registries.ts";
import type { Day } from "#lib/follow-up/clock.ts";
import { dayOf } from "#lib/follow-up/local-time.ts";
import { readState } from "#lib/follow-up/us-states.ts";
import type { BasisKind } from "#lib/follow-up/plan.ts";
import type { Channel, SubscriberKind } from "#lib/follow-up/vocabulary.ts";

/** Spans of hours of the person's own day, soonest first; null: not on that day. */
export type Hours = readonly (readonly [from: number, to: number])[] | null;

/** How far a rule was read: its own text, somebody's summary, from memory; or no law at all but a rule of this house. */
export type Reading = "primary" | "secondary" | "recall" | "house";

/**
 * One rule of a country (and region) for some channels and kinds of subscriber, in force on days [from, to). `needs` lists the ledger statuses that carry
 * a contact; null: none is needed. `without`: what happens when none of them stands. Hours are the person's own, by day; a public holiday is a Sunday.
 * `cap`: at most so many touches by these channels in so many days. `refusalDays`: how long a no rests, at least. `lasts`: days for which a stated
 * basis carries there. `registry`: a number that is on none of these lists, checked no longer ago than so many days, needs nothing else.
 * `optOut`: how soon an opt-out has to be heeded there; here it is at once. `id` is the evidence's row, `part` tells its rules apart.
 * Plain reading for planning, not legal advice. Sources: consent_rules and us_state_hours, each read as far as `read` says.
 */
export type LawRule = {
  id: string;
  part?: string;
  name: string;
  countries: readonly string[];
  regions?: readonly string[];
  channels: readonly Channel[];
  subscribers: readonly SubscriberKind[];
  from?: string;
  to?: string;
  needs: readonly ConsentStatus[] | null;
  without: "block" | "confirm";
  hours?: { week: Hours; saturday: Hours; sunday: Hours };
  cap?: { touches: number; days: number };
  refusalDays?: number;
  lasts?: { inquiry: number; customer: number };
  registry?: { lists: readonly RegistryId[]; freshDays: number; read: Reading };
  optOut: string;
  records?: string;
  sources: readonly string[];
  read: Reading;
};

/** The first rule that fits wins, so in the table the particular stands before the general. A country, or a state, nobody knows is called `unknown`. */
export const law = rules as unknown as readonly LawRule[];

/** By what an organisation's own version of a rule is kept. */
export const lawKey = ({ id, part }: Pick<LawRule, "id" | "part">) => (part ? `${id}.${part}` : id);

export type Place = { country: string | null; region: string | null; subscriberKind: SubscriberKind };

/** A rule and the days it is in force, from `from` until before `to`. */
export type DatedRule = { rule: LawRule; from: Day; to: Day };

const byOrganisation = new WeakMap<LawAdjustments, Map<string, readonly DatedRule[]>>();

/** The rules that hold for a person and a channel, whatever the day, as the organisation has them. */
export function rulesFor(place: Place, channel: Channel, own: LawAdjustments): readonly DatedRule[] {
  let byPlace = byOrganisation.get(own);
  if (!byPlace) byOrganisation.set(own, (byPlace = new Map()));
  const key = `${place.country} ${place.region} ${channel} ${place.subscriberKind}`;
  let known = byPlace.get(key);
  if (!known) {
    if (byPlace.size > 10_000) byPlace.clear();
    byPlace.set(key, (known = law.filter((rule) => fits(rule, place, channel)).map((rule) => dated(adjusted(rule, own[lawKey(rule)])))));
  }
  return known;
}

/** The rule that holds on a calendar day, or null where only their own word counts (letters, meetings, LinkedIn). */
export function ruleOn(rules: readonly DatedRule[], day: Day): LawRule | null {
  for (const { rule, from, to } of rules) if (from <= day && day < to) return rule;
  return null;
}

const asRead: LawAdjustments = {};

/** The rule of a place as the law was read, whatever an organisation set. */
export const lawFor = (place: Place, channel: Channel, day: Day): LawRule | null => ruleOn(rulesFor(place, channel, asRead), day);

function fits(rule: LawRule, { country, region, subscriberKind }: Place, channel: Channel): boolean {
  return (
    rule.channels.includes(channel) &&
    rule.subscribers.includes(subscriberKind) &&
    (rule.countries.length === 0 || rule.countries.includes(country ?? "unknown")) &&
    (!rule.regions || rule.regions.includes((region && readState(region)) ?? "unknown"))
  );
}

const dated = (rule: LawRule): DatedRule => ({
  rule,
  from: rule.from ? dayOf(rule.from) : -Infinity,
  to: rule.to ? dayOf(rule.to) : Infinity,
});

/** Days for which a stated basis carries where the law of a place names none: an inquiry half a year, a sale two years (Canada's terms); a public role as long as it is one; a look into a registry as long as the strictest of them allows. */
const validDays = { inquiry: 180, customer: 730, gave_address: 730, work_role: null, looked_up: 28 } as const;

/** When a basis stated at an instant stops carrying, by the rule of their place; null: not by itself. */
export function basisEnds(kind: BasisKind, from: Date, lasts?: LawRule["lasts"]): Date | null {
  const days = kind === "inquiry" || kind === "customer" ? (lasts?.[kind] ?? validDays[kind]) : validDays[kind];
  return days === null ? null : new Date(from.getTime() + days * 86_400_000);
}

/** The ledger status that a basis stated by a rep amounts to. */
export const statusOfBasis = {
  inquiry: "implied",
  customer: "soft_opt_in",
  gave_address: "implied",
  work_role: "legitimate_interest",
  looked_up: "looked_up",
} as const;
