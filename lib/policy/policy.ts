import { z } from "zod";

import { Hypothesis } from "#lib/cadence/silence.ts";
import { LawAdjustments } from "#lib/consent/adjustment.ts";
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

const factor = z.number().positive().max(10);

/** How an assessment changes the rhythm and the bar: factors on the budget, the gaps and the room they have, points on the bar. */
export const Modifier = z.object({ budget: factor, minGap: factor, targetGap: factor, capacity: factor, bar: z.number().min(-50).max(50) });
export type Modifier = z.infer<typeof Modifier>;

const points = z.number().min(0).max(100);
const days = z.number().int().positive().max(3_650);

/** The numbers an organisation judges by. Every default stands in defaults.ts, its source and confidence in sources.ts. */
export const Policy = z.object({
  version: z.number().int().positive(),
  /** `any` counts all channels together; a channel without a row of its own follows `any`. */
  rhythms: perState(z.object({ any: Rhythm, ...channelRhythms })),
  pressure: z.object({
    /** What one touch weighs on the person, by how it reached them; an e-mail is 1. */
    weights: z.object({
      email: z.number().min(0),
      phone: z.number().min(0),
      no_answer: z.number().min(0),
      sms: z.number().min(0),
      linkedin: z.number().min(0),
      mail: z.number().min(0),
      meeting: z.number().min(0),
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
    offers: z.record(OfferKind, points),
    points: z.object({
      helps: points,
      specific: points,
      answers: points,
      /** It answers the question they left open. */
      question: points,
      /** It serves a goal they told us. */
      goal: points,
      theirWords: points,
      name: points,
      easyAsk: points,
      easyOut: points,
      welcomed: points,
      /** Most of those who were given it before found it useful (V4). */
      othersWelcomed: points,
      /** Taken away when this person, or most others, made nothing of the like (V4). */
      unwelcome: points,
    }),
    /** How many others must have had it before their reactions say anything (V4). */
    othersNeeded: z.number().int().positive(),
    /** What any touch must reach, by state, and how much the bar rises at full capacity (V1). */
    base: perState(points),
    asked: points,
    /** How much the bar rises for each step an ask lies beyond what they have come to (G2), and how many steps are free. */
    askStep: points,
    freeSteps: z.number().int().min(0).max(6),
    max: points,
    nothingNewCap: points,
    wording: z.object({ penalties: z.tuple([points, points, points]), most: points, gravestCap: points }),
  }),
  noes: z.object({ most: z.number().int().positive(), restDays: days, finalRestDays: days, laterRestDays: days }),
  /** Days for which a question or inquiry of theirs waits for our answer. */
  awaitingDays: days,
  /** Days of rest once the budget is spent (D6). */
  budgetRestDays: days,
  /** How their silence is read (D5): a factor on the least and the usual distance, never below 1 so that it only adds care, and days until it is looked at again. */
  silence: z.record(Hypothesis, z.object({ gaps: factor.min(1), days })),
  /** Voicemails in a row before a call without one, or another way, is kinder (P3). */
  voicemails: z.number().int().min(0),
  bridge: z.object({ most: z.number().int().min(0), gapDays: days }),
  /** The hole in the street (V9): how many days before the day they lose something a touch may come early. */
  urgentDays: days,
  assessment: z.object({
    lowFit: points,
    highFit: points,
    low: Modifier,
    high: Modifier,
    /** Those at the top of their company hear from everybody. */
    senior: Modifier,
    noHomework: factor,
    researched: factor,
    /** Two or more of us at the same company. */
    sharedCapacity: factor,
  }),
  /** Near their decision the gaps shrink, far from it they grow (D2). */
  timeline: z.object({ nearDays: z.number(), nearFactor: factor, farDays: z.number(), farFactor: factor }),
  /** The shares of value, rhythm and calm in the order of plans. */
  rank: z.object({ value: z.number().min(0).max(1), cadence: z.number().min(0).max(1), calm: z.number().min(0).max(1) }),
  /** What counts as too much and too little of one prospect or rep (D3, P2). */
  persistence: z.object({
    earlyShare: z.number().min(0).max(1),
    lowValueShare: z.number().min(0).max(1),
    overBudget: z.number().min(0).max(1),
    questionHours: z.number().positive(),
    stopsAtTwoShare: z.number().min(0).max(1),
    stopsAtTwoLeast: z.number().int().positive(),
  }),
  /** What this organisation set differently in rules of the law. */
  law: LawAdjustments,
});
export type Policy = z.infer<typeof Policy>;
