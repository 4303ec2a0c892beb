import { z } from "zod";

import { Hypothesis } from "#lib/cadence/silence.ts";
import { ConsentStatus } from "#lib/consent/ledger.ts";
import { Spoken } from "#lib/follow-up/spoken.ts";
import { Disposition } from "#lib/follow-up/touch.ts";
import { Channel, OfferKind, Relationship, SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import { MailKind } from "#lib/mail/message.ts";
import { Stake } from "#lib/prospects/assessment.ts";
import { FactOrigin } from "#lib/prospects/fact-origin.ts";
import { NoStepKind } from "#lib/prospects/moments.ts";
import { Ground, RequestKind } from "#lib/rights/request.ts";
import { objectionKinds } from "#lib/touches/objection.ts";

const at = z.coerce.date();
const text = z.string().nullable();

/** What they thought of something they were given. */
export const Reaction = z.enum(["useful", "neutral", "not_useful"]);
export type Reaction = z.infer<typeof Reaction>;

export const NoteKind = z.enum([...Hypothesis.options, ...NoStepKind.options, "named", "introduced"]);
export type NoteKind = z.infer<typeof NoteKind>;

/**
 * All that is held about a person as they may see it (GDPR Art. 15): what is about them, where it comes from, what passed between us, what they agreed to,
 * what we decided and what we plan. No notes of colleagues, no scores, nobody's name but theirs and their contact's.
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
    subscriberKind: SubscriberKind,
    source: text,
    relationship: Relationship,
    knownSince: at,
  }),
  addresses: z.array(
    z.object({ kind: z.enum(["email", "phone", "linkedin", "address"]), value: z.string(), inUse: z.boolean(), since: at }),
  ),
  facts: z.array(z.object({ label: z.string(), value: z.string(), origin: FactOrigin, onDay: z.iso.date().nullable(), since: at })),
  /** How we saw their matter last: what is at stake for them, and when they decide. */
  assessment: z.object({ stake: Stake, decisionOn: z.iso.date().nullable(), at }).nullable(),
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
  reactions: z.array(z.object({ at, title: z.string(), reaction: Reaction, saidBy: z.enum(["person", "rep"]) })),
  objections: z.array(z.object({ at, kind: z.enum(objectionKinds), words: z.string() })),
  /** What we made of it: why they may be quiet, why nothing is planned, whom they introduced, and that they were. */
  notes: z.array(z.object({ at, kind: NoteKind, words: text })),
  /** What was agreed to come next. */
  steps: z.array(
    z.object({
      what: z.string(),
      owedBy: z.enum(["us", "them"]),
      dueOn: z.iso.date().nullable(),
      since: at,
      settledAs: z.enum(["kept", "missed", "dropped"]).nullable(),
      confirmed: z.boolean(),
      correction: text,
    }),
  ),
  planned: z.array(z.object({ channel: Channel, on: z.iso.date(), offer: OfferKind, state: z.enum(["scheduled", "held"]) })),
  mails: z.array(z.object({ kind: MailKind, at, state: z.enum(["queued", "sent", "failed", "dropped"]) })),
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
      timeZone: text,
      topics: z.array(z.string()),
      refusedTopics: z.array(z.string()),
      language: Spoken.nullable(),
      bridge: z.number().nullable(),
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
