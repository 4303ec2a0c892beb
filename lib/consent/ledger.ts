import { z } from "zod";

import { Spoken } from "#lib/follow-up/spoken.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";

export const ConsentStatus = z.enum([
  "express",
  "soft_opt_in",
  "implied",
  "legitimate_interest",
  "withdrawn",
  "objected",
  "paused",
  "resumed",
  "call_back",
  "terms",
  "undone",
  "looked_up",
]);
export type ConsentStatus = z.infer<typeof ConsentStatus>;

/**
 * One line of the ledger (C9). `objected` is a stop, `withdrawn` the no to a channel, `undone` the person's own "that was a mistake" within
 * ten minutes of a stop, `looked_up` our look into the registry of those who must not be rung up; `terms`, `paused`, `resumed` and `call_back`
 * point to a version of what they chose. `contactPointId`: said of one address only.
 */
export const ConsentEntry = z.object({
  id: z.string(),
  channel: z.union([Channel, z.literal("any")]),
  status: ConsentStatus,
  basis: z.string().nullable(),
  saidBy: z.enum(["person", "rep", "import", "system"]),
  effectiveFrom: z.coerce.date(),
  effectiveTo: z.coerce.date().nullable(),
  contactPointId: z.string().nullish(),
});
export type ConsentEntry = z.infer<typeof ConsentEntry>;

/** At most so many touches in any such span. */
export const Rate = z.object({ max: z.number().int().min(1).max(99), per: z.enum(["week", "month", "quarter"]) });
export type Rate = z.infer<typeof Rate>;

/** What the person chose, as it stands now (C1, C2). Days are ISO weekdays, hours theirs, dates calendar days (YYYY-MM-DD) in their zone. */
export const Terms = z.object({
  version: z.number().int().positive(),
  saidOn: z.coerce.date(),
  saidBy: z.enum(["person", "rep"]),
  /** null: they did not say which. */
  channels: z.array(Channel).nullable(),
  rate: Rate.nullable(),
  days: z.array(z.number().int().min(1).max(7)),
  hours: z.object({ from: z.number().int().min(0).max(23), to: z.number().int().min(1).max(24) }).nullable(),
  timeZone: z.string().nullable(),
  pausedUntil: z.iso.date().nullable(),
  callBackOn: z.iso.date().nullable(),
  /** Topics they like; null: any. */
  topics: z.array(z.string()).nullable().default(null),
  /** Topics they want no more of. */
  refusedTopics: z.array(z.string()).default([]),
  language: Spoken.nullable().default(null),
  /** How many useful things are welcome until the day to come back, 0–3; null: they did not say (C7). */
  bridge: z.number().int().min(0).max(3).nullable().default(null),
  stopped: z.boolean(),
});
export type Terms = z.infer<typeof Terms>;
