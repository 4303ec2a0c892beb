import { z } from "zod";

import { ConsentStatus } from "#lib/consent/ledger.ts";
import { Disposition } from "#lib/follow-up/touch.ts";
import { Channel, OfferKind, Relationship } from "#lib/follow-up/vocabulary.ts";
import { FactOrigin } from "#lib/prospects/fact-origin.ts";
import { Ground, RequestKind } from "#lib/rights/request.ts";

const at = z.coerce.date();
const text = z.string().nullable();

/**
 * All that is held about a person as they may see it (GDPR Art. 15): what is about them, where it comes from, what passed between us, what they agreed to
 * and what we decided. No notes of colleagues, no scores, nobody's name but theirs and their contact's.
 */
export const Held = z.object({
  organisation: z.string(),
  contact: z.string(),
  person: z.object({
    name: z.string(),
    givenName: text,
    familyName: text,
    jobTitle: text,
    company: text,
    country: text,
    region: text,
    timeZone: text,
    language: text,
    source: text,
    relationship: Relationship,
    knownSince: at,
  }),
  addresses: z.array(
    z.object({ kind: z.enum(["email", "phone", "linkedin", "address"]), value: z.string(), inUse: z.boolean(), since: at }),
  ),
  facts: z.array(z.object({ label: z.string(), value: z.string(), origin: FactOrigin, since: at })),
  touches: z.array(
    z.object({
      at,
      channel: Channel,
      direction: z.enum(["out", "in"]),
      disposition: Disposition,
      offer: OfferKind,
      offered: text,
      youSaid: text,
    }),
  ),
  consent: z.array(
    z.object({
      at,
      channel: z.union([Channel, z.literal("any")]),
      status: ConsentStatus,
      basis: text,
      saidBy: z.enum(["person", "rep", "import", "system"]),
      method: z.string(),
      wording: text,
      until: at.nullable(),
    }),
  ),
  terms: z.array(
    z.object({
      version: z.number(),
      at,
      saidBy: z.enum(["person", "rep"]),
      channels: z.array(Channel).nullable(),
      maxTouches: z.number().nullable(),
      maxPer: z.enum(["week", "month", "quarter"]).nullable(),
      days: z.array(z.number()),
      fromHour: z.number().nullable(),
      toHour: z.number().nullable(),
      pausedUntil: z.iso.date().nullable(),
      callBackOn: z.iso.date().nullable(),
      stopped: z.boolean(),
    }),
  ),
  decisions: z.array(z.object({ at, channel: Channel, plannedFor: at, allowed: z.boolean(), rule: text })),
  requests: z.array(
    z.object({
      kind: RequestKind,
      state: z.enum(["open", "done", "refused"]),
      about: text,
      words: text,
      receivedAt: at,
      dueOn: z.iso.date(),
      extendedBecause: text,
      answeredAt: at.nullable(),
      ground: Ground.nullable(),
      answer: text,
    }),
  ),
});
export type Held = z.infer<typeof Held>;
