import { z } from "zod";

import { SilenceReading } from "#lib/cadence/silence.ts";
import { KnownPoint } from "#lib/consent/address.ts";
import { ConsentEntry, Terms } from "#lib/consent/ledger.ts";
import { RegistryId } from "#lib/consent/registries.ts";
import { SuppressedTopic } from "#lib/consent/topics.ts";
import { isTimeZone } from "#lib/follow-up/local-time.ts";
import { Touch } from "#lib/follow-up/touch.ts";
import { Channel, Relationship, SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import { KnownAsset, KnownFact } from "#lib/value/known.ts";

const Zone = z.string().refine(isTimeZone, "This is not a time zone; an IANA name such as Europe/Dublin is.");
const text = z.string().nullable().default(null);

/** All that is known of a prospect when a plan is judged. Gathered once, under lock; kept with the decision so that it can be replayed. Order never matters. */
export const Dossier = z.object({
  person: z.object({
    name: z.string(),
    givenName: text,
    companyName: text,
    jobTitle: text,
    timeZone: Zone.nullable().default(null),
    country: z.string().length(2, "A country is two letters, such as IE.").nullable().default(null),
    /** State or province, where the law differs inside a country, e.g. FL. */
    region: text,
    language: text,
    subscriberKind: SubscriberKind.default("unknown"),
    relationship: Relationship.default("cold"),
  }),
  /** The organisation's zone, used where theirs is not known. */
  homeZone: Zone.default("UTC"),
  /** Channels with an address or number on the record. */
  reach: z.array(Channel).default([]),
  /** Their addresses and numbers, so that what was said of one speaks for that one (C9). Left out: it speaks for its channel. */
  points: z.array(KnownPoint).nullable().default(null),
  touches: z.array(Touch).default([]),
  /** Scheduled follow-ups with them, except the one being judged. */
  planned: z
    .array(
      z.object({
        id: z.string(),
        at: z.coerce.date(),
        channel: Channel,
        by: z.string(),
        answersObjectionId: text,
        urgentFactId: text,
      }),
    )
    .default([]),
  /** What others in their company heard or will hear from us, ninety days back and on. */
  company: z.array(z.object({ at: z.coerce.date(), channel: Channel })).default([]),
  ledger: z.array(ConsentEntry).default([]),
  terms: Terms.nullable().default(null),
  suppressed: z.array(Channel).default([]),
  /** Topics kept away from whoever has an address of theirs, or, named, from all of a domain or company (C2, C4). */
  suppressedTopics: z.array(SuppressedTopic).default([]),
  /** The lists of numbers not to be rung up that we hold, each as of its day, and whether the number that would be rung up is on it. */
  registries: z.array(z.object({ list: RegistryId, asOf: z.iso.date(), listed: z.boolean() })).default([]),
  objections: z
    .array(
      z.object({ id: z.string(), kind: z.string(), words: z.string(), at: z.coerce.date(), channel: Channel.nullable().default(null) }),
    )
    .default([]),
  assessment: z
    .object({
      fit: z.number().min(0).max(100),
      stake: z.enum(["low", "medium", "high"]),
      homework: z.enum(["none", "some", "researched"]),
      decisionOn: z.iso.date().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** How their silence is read, and until when (D5). */
  silence: SilenceReading.nullable().default(null),
  /** Until when it stands on the record why nothing comes next (D8). */
  explainedUntil: z.iso.date().nullable().default(null),
  hasOpenDeal: z.boolean().default(false),
  /** Due dates of steps we owe them and they agreed to. */
  agreedDays: z.array(z.iso.date()).default([]),
  assets: z.array(KnownAsset).default([]),
  facts: z.array(KnownFact).default([]),
  /** Public holidays where they are, from ninety days back to four hundred on. */
  holidays: z.array(z.object({ on: z.iso.date(), name: z.string() })).default([]),
});
export type Dossier = z.output<typeof Dossier>;
