import { z } from "zod";

import { Channel, OfferKind, RelationshipState } from "#lib/follow-up/vocabulary.ts";

/**
 * How often, in one state of a relationship: gaps in business days, caps in touches per 7, 30 and 90 days, the budget of unanswered touches in a row
 * (D4), and the floor below which stopping is giving up too early (D3).
 */
export const Rhythm = z.object({
  min: z.number().min(0),
  target: z.number().min(0),
  max: z.number().min(0),
  caps: z.tuple([z.number().int().min(0), z.number().int().min(0), z.number().int().min(0)]),
  budget: z.number().int().min(0),
  floor: z.number().int().min(0),
  /** Each unanswered touch lengthens the target by this factor, up to `ceiling` business days. */
  backOff: z.number().min(1),
  ceiling: z.number().min(0),
  source: z.string(),
  confidence: z.enum(["high", "medium", "low"]),
});
export type Rhythm = z.infer<typeof Rhythm>;

const channelRhythms = Object.fromEntries(Channel.options.map((channel) => [channel, Rhythm.optional()])) as Record<
  Channel,
  z.ZodOptional<typeof Rhythm>
>;
const perState = <T extends z.ZodType>(value: T) => z.record(RelationshipState, value);

/** The numbers an organisation judges by. Every default stands in defaults.ts with its source. */
export const Policy = z.object({
  version: z.number().int().positive(),
  /** `any` counts all channels together; a channel without a row of its own follows `any`. */
  rhythms: perState(z.object({ any: Rhythm, ...channelRhythms })),
  pressure: z.object({
    /** What one touch weighs on the person, by how it reached them; an e-mail is 1. */
    weights: z.object({
      email: z.number(),
      phone: z.number(),
      no_answer: z.number(),
      sms: z.number(),
      linkedin: z.number(),
      mail: z.number(),
      meeting: z.number(),
    }),
    /** Days after which half of it is left. */
    halfLife: perState(z.number().positive()),
    /** How much a person has room for. */
    capacity: perState(z.number().positive()),
    /** What is left of the pressure once they answered. */
    afterAnswer: z.number().min(0).max(1),
    /** The share of a colleague's touch on somebody else in the same company that this person feels. */
    companyShare: z.number().min(0).max(1),
    preferredChannel: z.number().min(0).max(1),
  }),
  value: z.object({
    /** Points 0–100 for what is offered, if it is new to them. */
    offers: z.record(OfferKind, z.number().min(0).max(100)),
    points: z.object({
      helps: z.number(),
      specific: z.number(),
      answers: z.number(),
      theirWords: z.number(),
      name: z.number(),
      easyAsk: z.number(),
      easyOut: z.number(),
      welcomed: z.number(),
    }),
    /** What any touch must reach, by state, and how much the bar rises at full capacity (V1). */
    base: perState(z.number().min(0).max(100)),
    asked: z.number().min(0),
    max: z.number().min(0).max(100),
    nothingNewCap: z.number(),
    wording: z.object({ penalties: z.tuple([z.number(), z.number(), z.number()]), most: z.number(), gravestCap: z.number() }),
  }),
  noes: z.object({ most: z.number().int().positive(), restDays: z.number().int().positive(), finalRestDays: z.number().int().positive() }),
  /** Days for which a question or inquiry of theirs waits for our answer. */
  awaitingDays: z.number().int().positive(),
  /** Days of rest once the budget is spent (D6). */
  budgetRestDays: z.number().int().positive(),
  bridge: z.object({ most: z.number().int().min(0), gapDays: z.number().int().positive() }),
  assessment: z.object({
    lowFit: z.number(),
    highFit: z.number(),
    lowBudget: z.number(),
    highBudget: z.number(),
    noHomework: z.number(),
    researched: z.number(),
  }),
  /** Near their decision the gaps shrink, far from it they grow (D2). */
  timeline: z.object({ nearDays: z.number(), nearFactor: z.number(), farDays: z.number(), farFactor: z.number() }),
});
export type Policy = z.infer<typeof Policy>;
