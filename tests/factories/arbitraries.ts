import fc from "fast-check";

import type { KnownPoint } from "#lib/consent/address.ts";
import type { ConsentEntry, Terms } from "#lib/consent/ledger.ts";
import { Hypothesis, type SilenceReading } from "#lib/cadence/silence.ts";
import { ConsentStatus } from "#lib/consent/ledger.ts";
import { RegistryId } from "#lib/consent/registries.ts";
import { BasisKind, type Plan } from "#lib/follow-up/plan.ts";
import { Disposition, type Touch } from "#lib/follow-up/touch.ts";
import { AskSize, Channel, OfferKind, Relationship, SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { aDossier, aPlan, assetId, factId, now, objectionId } from "#tests/factories/dossier.ts";

const day = 86_400_000;
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const within = (from: number, to: number) =>
  fc.integer({ min: from * 1440, max: to * 1440 }).map((minutes) => new Date(now.getTime() + minutes * 60_000));
const past = within(-400, 0);
const date = fc.integer({ min: -60, max: 200 }).map((days) => new Date(now.getTime() + days * day).toISOString().slice(0, 10));
const zones = [
  "UTC",
  "Europe/Dublin",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kolkata",
  "Pacific/Auckland",
  "Australia/Lord_Howe",
  "Pacific/Apia",
] as const;

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  prospectId: fc.constant(aPlan().prospectId),
  channel: oneOf(Channel.options),
  at: within(0, 120),
  ask: oneOf(AskSize.options),
  offer: fc.record({
    kind: oneOf(OfferKind.options),
    assetId: fc.option(fc.constant(assetId)),
    text: oneOf(["", "The new audit rule in two pages", "A call with Lund Dairy"]),
  }),
  helps: oneOf(["", "Shows Munster Wells which pumps fail", "We need it before our quarter ends"]),
  draft: oneOf(["", "Dear Jill, no reply needed.", "Just checking in.", "I still haven't heard from you"]),
  answersObjectionId: fc.option(fc.constant(objectionId)),
  urgentFactId: fc.option(fc.constant(factId)),
  basis: fc.option(fc.record({ kind: oneOf(BasisKind.options), note: fc.constant("") })),
});

export const anyTouch: fc.Arbitrary<Touch> = fc.record({
  id: fc.uuid(),
  at: past,
  channel: oneOf(Channel.options),
  direction: oneOf(["out", "in"] as const),
  disposition: oneOf(Disposition.options),
  offer: fc.record({
    kind: oneOf(OfferKind.options),
    assetId: fc.constant(null),
    text: fc.option(fc.constant("The new audit rule in two pages")),
  }),
  ask: oneOf(AskSize.options),
  theySaid: fc.option(fc.constant("We changed loggers two years ago")),
  value: fc.option(fc.integer({ min: 0, max: 100 })),
});

/** One more touch of ours that nobody answered. */
export const anySilentTouch = anyTouch.map((touch): Touch => ({
  ...touch,
  direction: "out",
  disposition: "sent",
  theySaid: null,
  offer: { kind: "none", assetId: null, text: null },
}));

const pointIds = ["p1", "p2", "p3"] as const;

const anyPoint: fc.Arbitrary<KnownPoint> = fc.record({
  id: oneOf(pointIds),
  kind: oneOf(["email", "phone"] as const),
  value: fc.constant("jill@munster.example"),
  isPrimary: fc.boolean(),
  isInvalid: fc.boolean(),
});

export const anyEntry: fc.Arbitrary<ConsentEntry> = fc.record({
  id: fc.uuid(),
  channel: oneOf([...Channel.options, "any" as const]),
  status: oneOf(ConsentStatus.options),
  basis: fc.constant(null),
  saidBy: oneOf(["person", "rep", "import", "system"] as const),
  effectiveFrom: past,
  effectiveTo: fc.option(within(-200, 200)),
  contactPointId: fc.option(oneOf(pointIds)),
});

export const anyTerms: fc.Arbitrary<Terms> = fc.record({
  version: fc.constant(1),
  saidOn: past,
  saidBy: oneOf(["person", "rep"] as const),
  channels: fc.option(fc.subarray([...Channel.options])),
  rate: fc.option(fc.record({ max: fc.integer({ min: 1, max: 5 }), per: oneOf(["week", "month", "quarter"] as const) })),
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  hours: fc.option(
    oneOf([
      { from: 8, to: 12 },
      { from: 0, to: 1 },
      { from: 2, to: 3 },
      { from: 22, to: 24 },
    ]),
  ),
  timeZone: fc.option(oneOf(zones)),
  pausedUntil: fc.option(date),
  callBackOn: fc.option(date),
  topics: fc.constant(null),
  refusedTopics: fc.subarray(["audits", "pumps"]),
  language: fc.constant(null),
  bridge: fc.option(fc.integer({ min: 0, max: 3 })),
  stopped: fc.constant(false),
});

export const anyReading: fc.Arbitrary<SilenceReading> = fc.record({ hypothesis: oneOf(Hypothesis.options), at: past, endsOn: date });

export const anyDossier: fc.Arbitrary<Dossier> = fc.record({
  person: fc.record({
    name: fc.constant("Jill Byrne"),
    givenName: fc.constant("Jill"),
    companyName: fc.constant("Munster Wells"),
    jobTitle: fc.constant(null),
    timeZone: fc.option(oneOf(zones)),
    country: fc.option(oneOf(["IE", "DE", "GB", "US", "CA", "FR", "AU", "IN"])),
    region: fc.option(oneOf(["FL", "NV"])),
    language: fc.constant(null),
    subscriberKind: oneOf(SubscriberKind.options),
    relationship: oneOf(Relationship.options),
  }),
  homeZone: oneOf(zones),
  reach: fc.subarray([...Channel.options]),
  points: fc.option(fc.uniqueArray(anyPoint, { selector: ({ id }) => id })),
  touches: fc.array(anyTouch, { maxLength: 8 }),
  planned: fc.array(
    fc.record({
      id: fc.uuid(),
      at: within(0, 60),
      channel: oneOf(Channel.options),
      by: fc.constant("Omar"),
      answersObjectionId: fc.option(fc.constant(objectionId)),
      urgentFactId: fc.constant(null),
    }),
    {
      maxLength: 2,
    },
  ),
  company: fc.array(fc.record({ at: within(-60, 30), channel: oneOf(Channel.options) }), { maxLength: 3 }),
  ledger: fc.array(anyEntry, { maxLength: 4 }),
  terms: fc.option(anyTerms),
  suppressed: fc.subarray([...Channel.options], { maxLength: 1 }),
  suppressedTopics: fc.array(fc.record({ topic: oneOf(["Audits", "pumps"]), group: fc.option(fc.constant("munster.example")) }), {
    maxLength: 2,
  }),
  registries: fc.array(fc.record({ list: oneOf(RegistryId.options), asOf: oneOf(["2026-10-20", "2026-01-05"]), listed: fc.boolean() }), {
    maxLength: 2,
  }),
  objections: fc.array(
    fc.record({
      id: oneOf([objectionId, "other"]),
      kind: oneOf(["reflex", "price", "final"]),
      words: fc.constant("No thanks"),
      at: past,
      channel: fc.option(oneOf(Channel.options)),
    }),
    { maxLength: 2 },
  ),
  assessment: fc.option(
    fc.record({
      fit: fc.integer({ min: 0, max: 100 }),
      stake: oneOf(["low", "medium", "high"] as const),
      homework: oneOf(["none", "some", "researched"] as const),
      decisionOn: fc.option(date),
    }),
  ),
  silence: fc.option(anyReading),
  explainedUntil: fc.option(date),
  hasOpenDeal: fc.boolean(),
  agreedDays: fc.array(date, { maxLength: 1 }),
  assets: fc.constant(aDossier().assets),
  facts: fc.constant([
    ...aDossier().facts,
    { id: factId, label: "Certificate runs out", value: "Pump certificate", origin: "told_us" as const, on: "2026-12-10", told: false },
  ]),
  holidays: fc.array(fc.record({ on: date, name: fc.constant("A holiday") }), { maxLength: 3 }),
});
