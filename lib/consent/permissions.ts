import { addressAsked, type KnownPoints } from "#lib/consent/address.ts";
import type { LawAdjustments } from "#lib/consent/adjustment.ts";
import { onTheList } from "#lib/consent/judge-consent.ts";
import { type LawRule, type Place, ruleOn, rulesFor } from "#lib/consent/law.ts";
import { carries, endsSoon, saidOfAnother } from "#lib/consent/legal-basis.ts";
import type { ConsentEntry, Terms } from "#lib/consent/ledger.ts";
import { findInRegistries, type RegistryCheck, type RegistryFinding } from "#lib/consent/registry.ts";
import { type Agreement, type Standing, standing } from "#lib/consent/standing.ts";
import { dayLength } from "#lib/follow-up/clock.ts";
import { localDay, sayDayInFull } from "#lib/follow-up/local-time.ts";
import { Channel, channelNames } from "#lib/follow-up/vocabulary.ts";

/** What may be done by one channel, and why: in words, with the line of the ledger and the rule of the law it rests on. */
export type Permission = {
  channel: Channel;
  may: "yes" | "ask" | "no";
  sentence: string;
  entryId: string | null;
  rule: LawRule | null;
  /** When what carries it runs out, if within thirty days. */
  endsAt: Date | null;
};

export type ConsentState = {
  place: Place;
  ledger: readonly ConsentEntry[];
  points: KnownPoints;
  terms: Terms | null;
  suppressed: readonly Channel[];
  registries: readonly RegistryCheck[];
  own: LawAdjustments;
  zone: string;
};

/** What the ledger held by then: what was recorded later was not known, whatever day it speaks of (C9). */
export const knownBy = <T extends { recordedAt: Date }>(rows: readonly T[], at: Date): T[] =>
  rows.filter(({ recordedAt }) => recordedAt <= at);

/** C1–C4, C9 for every channel at an instant, apart from the hours, rates and pauses that say when. */
export const permissionsAt = (state: ConsentState, at: Date): Permission[] =>
  Channel.options.map((channel) => permissionFor(channel, state, at));

export function permissionFor(channel: Channel, state: ConsentState, at: Date): Permission {
  const { place, ledger, points, terms, suppressed, registries, own, zone } = state;
  const address = addressAsked(points, channel);
  const held = standing(ledger, channel, at, address);
  const rule = ruleOn(rulesFor(place, channel, own), localDay(zone, at));
  const on = (when: Date) => sayDayInFull(localDay(zone, when));
  const say = (may: Permission["may"], sentence: string, entryId: string | null = null): Permission => ({
    ...{ channel, may, sentence, entryId, rule },
    endsAt:
      may === "yes" && held.kind === "agreed" && held.until && held.until.getTime() - at.getTime() < endsSoon * dayLength
        ? held.until
        : null,
  });

  if (held.kind === "stopped")
    return say(
      "no",
      `${held.entry.saidBy === "person" ? "They asked us to stop" : "Their no is on record"}, since ${on(held.since)}.`,
      held.entry.id,
    );
  if (terms?.stopped) return say("no", `They asked us to stop, since ${on(terms.saidOn)}.`);
  if (suppressed.includes(channel)) return say("no", onTheList);
  if (terms?.channels && !terms.channels.includes(channel)) return say("no", `They chose other ways on ${on(terms.saidOn)}.`);
  const found = rule?.registry ? findInRegistries(rule.registry, { registries, ledger, address }, at, localDay(zone, at)) : null;
  const elsewhere = rule?.needs ? saidOfAnother(state, channel, rule.needs, at) : null;
  return byLaw(held, rule, { found, elsewhere }, on, say);
}

type Say = (may: Permission["may"], sentence: string, entryId?: string | null) => Permission;

type Findings = { found: RegistryFinding | null; elsewhere: string | null };

function byLaw(held: Standing, rule: LawRule | null, { found, elsewhere }: Findings, on: (at: Date) => string, say: Say): Permission {
  const agreed = held.kind === "agreed" ? held : null;
  const basis =
    agreed && `${agreementWords[agreed.status]}, since ${on(agreed.since)}${agreed.until ? `, until ${on(agreed.until)}` : ""}.`;
  if (!rule) return say("yes", basis ?? "No rule of the law asks for more than kindness here.", agreed?.entry.id);
  if (agreed && rule.needs && carries(rule.needs, held)) return say("yes", basis!, agreed.entry.id);
  if (!rule.needs) return say("yes", `Nothing more is needed (${rule.name}).`, agreed?.entry.id);
  if (found) return say(({ clear: "yes", unchecked: "ask", listed: "no" } as const)[found.kind], `${found.sentence} (${rule.name})`);
  if (elsewhere) return say(rule.without === "block" ? "no" : "ask", `${elsewhere} (${rule.name})`);
  const short = agreed ? `${basis} That is not enough here (${rule.name}).` : `Nothing is recorded that lets us (${rule.name}).`;
  return say(rule.without === "block" ? "no" : "ask", short, agreed?.entry.id);
}

const agreementWords: Record<Agreement, string> = {
  express: "They agreed",
  soft_opt_in: "They are a customer of something like it",
  implied: "They asked us, or gave us the address for it",
  legitimate_interest: "It concerns their work",
};

/** Channels of which the very same is said, told once: in their order, each with what is said of it. */
export function together(permissions: readonly Permission[]): (Permission & { channels: Channel[] })[] {
  const groups = new Map<string, Permission & { channels: Channel[] }>();
  for (const permission of permissions) {
    const key = `${permission.may} ${permission.entryId} ${permission.sentence}`;
    const group = groups.get(key);
    if (group) group.channels.push(permission.channel);
    else groups.set(key, { ...permission, channels: [permission.channel] });
  }
  return [...groups.values()];
}

/** "E-mail, phone and meeting". */
export function sayChannels([first, ...rest]: readonly Channel[]): string {
  const names = [
    channelNames[first!],
    ...rest.map((channel) => (channel === "linkedin" ? channelNames[channel] : channelNames[channel].toLowerCase())),
  ];
  return names.length < 2 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
