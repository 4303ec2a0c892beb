import { z } from "zod";

import { ConsentEntry, Terms } from "#lib/consent/ledger.ts";
import { Touch } from "#lib/follow-up/touch.ts";
import { Channel, Relationship, SubscriberKind } from "#lib/follow-up/vocabulary.ts";

/** All that is known of a prospect when a plan is judged. Gathered once, under lock; kept with the decision so that it can be replayed. Order never matters. */
export const Dossier = z.object({
  person: z.object({
    name: z.string(),
    givenName: z.string().nullable(),
    companyName: z.string().nullable(),
    jobTitle: z.string().nullable(),
    timeZone: z.string().nullable(),
    country: z.string().nullable(),
    subscriberKind: SubscriberKind,
    relationship: Relationship,
  }),
  /** The organisation's zone, used where theirs is not known. */
  homeZone: z.string(),
  /** Channels with an address or number on the record. */
  reach: z.array(Channel),
  touches: z.array(Touch),
  /** Scheduled follow-ups with them, except the one being judged. */
  planned: z.array(
    z.object({
      id: z.string(),
      at: z.coerce.date(),
      channel: Channel,
      by: z.string(),
      answersObjectionId: z.string().nullable().default(null),
    }),
  ),
  /** What others in their company heard or will hear from us, ninety days back and on. */
  company: z.array(z.object({ at: z.coerce.date(), channel: Channel })),
  ledger: z.array(ConsentEntry),
  terms: Terms.nullable(),
  suppressed: z.array(Channel),
  objections: z.array(z.object({ id: z.string(), kind: z.string(), words: z.string(), at: z.coerce.date(), channel: Channel.nullable() })),
  assessment: z
    .object({
      fit: z.number(),
      stake: z.enum(["low", "medium", "high"]),
      homework: z.enum(["none", "some", "researched"]),
      decisionOn: z.iso.date().nullable(),
    })
    .nullable(),
  hasOpenDeal: z.boolean(),
  /** Due dates of steps we owe them and they agreed to. */
  agreedDays: z.array(z.iso.date()),
  assets: z.array(
    z.object({ id: z.string(), title: z.string(), expiresOn: z.iso.date().nullable(), sharedAt: z.coerce.date().nullable() }),
  ),
  facts: z.array(z.object({ label: z.string(), value: z.string(), origin: z.string() })),
});
export type Dossier = z.infer<typeof Dossier>;
