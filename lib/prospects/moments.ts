import { z } from "zod";

import { Hypothesis } from "#lib/cadence/silence.ts";

const instant = z.coerce.date();
const day = z.iso.date();
const text = z.string().nullable();

export const NoStepKind = z.enum(["waiting", "resting", "closed"]);
export type NoStepKind = z.infer<typeof NoStepKind>;

export const noStepNames: Record<NoStepKind, string> = {
  waiting: "Waiting for them",
  resting: "Resting",
  closed: "Closed kindly, the door is open",
};

/** How promises were kept: on time, late or missed, still open (D8). */
export const Kept = z.object({ onTime: z.number(), late: z.number(), open: z.number() });
export type Kept = z.infer<typeof Kept>;

const Referral = z.object({
  id: z.string(),
  name: z.string(),
  words: text,
  at: instant,
  thankedAt: instant.nullable(),
  toldAt: instant.nullable(),
  /** The record they stand on by now, where this actor may open it. */
  introduced: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type Referral = z.infer<typeof Referral>;

/** What a record's hard moments rest on, beside its dossier. */
export const Moments = z.object({
  /** Why there is no next step, while that stands (D8). */
  reason: z.object({ id: z.string(), kind: NoStepKind, words: text, until: day, by: text }).nullable(),
  reading: z.object({ id: z.string(), hypothesis: Hypothesis, at: instant, endsOn: day, by: text }).nullable(),
  kept: Kept,
  /** Whether a plan with them is held, to be mended. */
  held: z.boolean(),
  referrals: z.array(Referral),
  /** Whom they named on their own page, until it is made a referral. */
  named: z.array(z.string()),
  introducedBy: z.array(z.object({ id: z.string(), name: z.string(), at: instant })),
});
export type Moments = z.infer<typeof Moments>;
