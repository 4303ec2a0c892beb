import { z } from "zod";

import { AssetKind, AssetStage } from "#lib/follow-up/vocabulary.ts";

/** How something about a person became known; what was merely observed may not appear in a message (C8). */
export const KnownFact = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  origin: z.enum(["told_us", "public_professional", "third_party", "observed"]),
  /** A day of theirs that it names: a deadline, an expiry (V9). */
  on: z.iso.date().nullable().default(null),
  /** Whether a touch has come early for it before: once is warning, twice is pressure (V9). */
  told: z.boolean().default(false),
});
export type KnownFact = z.infer<typeof KnownFact>;

/** Something from the library: when they had it, what they made of it, and how it was received by those who had it before. */
export const KnownAsset = z.object({
  id: z.string(),
  title: z.string(),
  kind: AssetKind.default("article"),
  topics: z.array(z.string()).default([]),
  language: z.string().nullable().default(null),
  expiresOn: z.iso.date().nullable().default(null),
  /** When it suits; null for any time. */
  stage: AssetStage.nullable().default(null),
  sharedAt: z.coerce.date().nullable().default(null),
  reaction: z.enum(["useful", "neutral", "not_useful"]).nullable().default(null),
  /** Others who were given it, and how many of them welcomed it (V4). */
  given: z.number().int().min(0).default(0),
  welcomed: z.number().int().min(0).default(0),
});
export type KnownAsset = z.infer<typeof KnownAsset>;

/** Labels under which a goal of theirs is kept. */
const goalLabel = /^(goal|aim|priority|wants|cares about|needs)\b/i;

export const isGoal = ({ label, origin }: KnownFact) => (origin === "told_us" || origin === "public_professional") && goalLabel.test(label);
