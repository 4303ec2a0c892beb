import type { LawAdjustments } from "#lib/consent/adjustment.ts";
import { type DatedRule, type LawRule, rulesFor } from "#lib/consent/law.ts";
import type { ConsentMatter } from "#lib/consent/judge-consent.ts";
import type { ConsentEntry } from "#lib/consent/ledger.ts";
import { findInRegistries, type RegistryFinding } from "#lib/consent/registry.ts";
import { type Standing, standing } from "#lib/consent/standing.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";

/** What a channel rests on, whatever is planned by it: the rules of their place, what the ledger says where that does not change with time, and what the registries say. */
export type Footing = { rules: readonly DatedRule[]; steady: Standing | null; registries: Map<LawRule, RegistryFinding> };

/** Worked out when a channel is first asked for, and kept for all plans that follow. */
export const footingOf = (matter: ConsentMatter, channel: Channel, own: LawAdjustments, now: Date): Footing =>
  (matter.footings[channel] ??= {
    rules: rulesFor(matter.person, channel, own),
    steady: fades(matter.ledger, now) ? null : standing(matter.ledger, channel, now),
    registries: new Map(),
  });

const fades = (ledger: readonly ConsentEntry[], now: Date) =>
  ledger.some(({ effectiveFrom, effectiveTo }) => effectiveTo !== null || effectiveFrom > now);

/** What the registries a rule asks for say as of now; a call planned for later is judged again at its hour. Null where it asks for none. */
export function registryOf({ registries }: Footing, rule: LawRule, matter: ConsentMatter, now: Date): RegistryFinding | null {
  if (!rule.registry) return null;
  let found = registries.get(rule);
  if (!found) registries.set(rule, (found = findInRegistries(rule.registry, matter, now, matter.history.clock.day(now.getTime()))));
  return found;
}
