import { z } from "zod";

import { Plan } from "#lib/follow-up/plan.ts";
import { Reason } from "#lib/follow-up/reason.ts";
import { RelationshipState } from "#lib/follow-up/vocabulary.ts";
import type { PhraseHit } from "#lib/language/phrases.ts";

/** From welcome to not allowed; the gravest reason decides. */
export const VerdictKind = z.enum(["allow", "confirm", "rewrite", "reschedule", "block"]);
export type VerdictKind = z.infer<typeof VerdictKind>;

/** A manager may lift value or cadence with a reason; nobody lifts consent. */
export type Override = { reason: string };

const points = z.number().min(0).max(100);
const day = z.number().int().describe("A calendar day of theirs, as days since 1 January 1970.");

export const ValueView = z.object({
  points: points.describe("What it brings, 0–100, after what its wording takes away."),
  parts: z.array(z.object({ label: z.string(), points: z.number() })),
  lost: z.number().describe("Points its wording took away, or that a limit cut."),
  askedFor: z.string().nullable().describe("Why the touch is one they asked for; then it has nothing to reach."),
  bar: points.describe("What it must reach."),
  base: points.describe("The part of the bar any touch has, by the state of the relationship."),
  asked: points.describe("The part that recent contact adds (V1)."),
  reach: points.describe("The part that asking for more than they have come to adds (G2)."),
  enough: z.boolean(),
});
export type ValueView = z.infer<typeof ValueView>;

export const ConsentView = z.object({
  passes: z.enum(["yes", "confirm", "later", "no"]),
  facets: z.array(z.object({ label: z.string(), note: z.string(), state: z.enum(["good", "later", "ask", "no"]) })),
});
export type ConsentView = z.infer<typeof ConsentView>;

export const CadenceFit = z.enum(["too-soon", "early", "right", "late", "overdue"]);
export type CadenceFit = z.infer<typeof CadenceFit>;

export const CadenceView = z.object({
  state: RelationshipState,
  fit: CadenceFit,
  points: points.describe("How well the day fits the rhythm, 0–100."),
  pressure: z.number().describe("What is asked of them on the day, before this touch; an e-mail is about 1."),
  capacity: z.number().describe("What they have room for, in the same measure."),
  weight: z.number().describe("What this touch adds."),
  budget: z.object({ used: z.number().int(), of: z.number().int() }).describe("Unanswered touches in a row, and how many are kind."),
  windows: z.object({ last: day, soonUntil: day, right: day, late: day }).nullable(),
});
export type CadenceView = z.infer<typeof CadenceView>;

const Hit = z.object({
  from: z.number().int(),
  to: z.number().int(),
  phrase: z.string(),
  id: z.string(),
  language: z.string(),
  category: z.string(),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  rule: z.string(),
  why: z.string(),
  better: z.string().nullable(),
});

/** What the judges say of a plan: the verdict, every reason, and what would be better. Plain data, the same in browser, server and API. */
export const Verdict = z.object({
  kind: VerdictKind,
  headline: z.string().describe("The verdict in a few words."),
  sentence: z.string().describe("Why, in one sentence a prospect could read."),
  plan: Plan,
  value: ValueView,
  consent: ConsentView,
  cadence: CadenceView,
  reasons: z.array(Reason).describe("All of them, worst first."),
  hits: z.array(Hit).describe("Phrases of the draft to mend, with their character ranges."),
  nextAllowedAt: z
    .date()
    .nullable()
    .describe(
      "The earliest instant, to the minute, that consent and cadence leave open; null: none in sight, or it waits on more than time.",
    ),
  bestAt: z.date().nullable().describe("The open time within thirty days that fits their rhythm best; null: none is open."),
  rank: points.describe("For ordering plans: what it brings, how well it fits, how calm it is. Nothing refused ranks above 0."),
  override: z.object({ reason: z.string() }).nullable(),
});
export type Verdict = Omit<z.output<typeof Verdict>, "reasons" | "hits"> & {
  reasons: Reason[];
  hits: PhraseHit[];
  /** What names the day of `nextAllowedAt`, for whoever asked; null: nothing keeps it closed. */
  holds?: Reason | null;
};

declare const cleared: unique symbol;

/** Permission to be on the schedule. Only `score-follow-up.ts` makes one; the schedule takes nothing else. */
export type Clearance = { verdict: Verdict; readonly [cleared]: true };
