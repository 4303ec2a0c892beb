import { addressAsked } from "#lib/consent/address.ts";
import type { LawAdjustments } from "#lib/consent/adjustment.ts";
import { type DatedRule, type LawRule, rulesFor } from "#lib/consent/law.ts";
import type { ConsentMatter } from "#lib/consent/judge-consent.ts";
import type { ConsentEntry } from "#lib/consent/ledger.ts";
import { findInRegistries, type RegistryFinding } from "#lib/consent/registry.ts";
import { type Standing, standing } from "#lib/consent/standing.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";

/** What a channel rests on, whatever is planned by it: the rules of their place, of which address of theirs the ledger is asked, what it says where that does not change with time, and what the registries say. */
export type Footing = {
  rules: readonly DatedRule[];
  address: string | null;
  steady: Standing | null;
  registries: Map<LawRule, RegistryFinding>;
};

/** Worked out when a channel is first asked for, and kept for all plans that follow. */
export function footingOf(matter: ConsentMatter, channel: Channel, own: LawAdjustments, now: Date): Footing {
  const known = matter.footings[channel];
  if (known) return known;
  const address = addressAsked(matter.points, channel);
  return (matter.footings[channel] = {
    rules: rulesFor(matter.person, channel, own),
    address,
    steady: fades(matter.ledger, now) ? null : standing(matter.ledger, channel, now, address),
    registries: new Map(),
  });
}

const fades = (ledger: readonly ConsentEntry[], now: Date) =>
  ledger.some(({ effectiveFrom, effectiveTo }) => effectiveTo !== null || effectiveFrom > now);

/** What the registries a rule asks for say as of now; a call planned for later is judged again at its hour. Null where it asks for none. */
export function registryOf({ registries, address }: Footing, rule: LawRule, matter: ConsentMatter, now: Date): RegistryFinding | null {
  if (!rule.registry) return null;
  let found = registries.get(rule);
  if (!found)
    registries.set(rule, (found = findInRegistries(rule.registry, { ...matter, address }, now, matter.history.clock.day(now.getTime()))));
  return found;
}
