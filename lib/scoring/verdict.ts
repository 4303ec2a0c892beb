import type { CadenceJudgement } from "#lib/cadence/judge-cadence.ts";
import type { ConsentJudgement } from "#lib/consent/judge-consent.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import type { PhraseHit } from "#lib/language/phrases.ts";
import type { ValueJudgement } from "#lib/value/judge-value.ts";

/** From welcome to not allowed; the gravest reason decides. */
export type VerdictKind = "allow" | "confirm" | "rewrite" | "reschedule" | "block";

/** A manager may lift value or cadence with a reason; nobody lifts consent. */
export type Override = { reason: string };

export type Verdict = {
  kind: VerdictKind;
  /** The verdict in a few words, and why in one sentence. */
  headline: string;
  sentence: string;
  plan: Plan;
  value: Pick<ValueJudgement, "points" | "parts" | "lost" | "askedFor"> & { bar: number; base: number; asked: number; enough: boolean };
  consent: Pick<ConsentJudgement, "passes" | "facets">;
  cadence: Omit<CadenceJudgement, "limits" | "reasons">;
  reasons: Reason[];
  hits: PhraseHit[];
  /** The earliest instant, to the minute, that consent and cadence leave open for this plan; null if none is in sight or it waits on more than time. */
  nextAllowedAt: Date | null;
  override: Override | null;
};

declare const cleared: unique symbol;

/** Permission to be on the schedule. Only `score-follow-up.ts` makes one; the schedule takes nothing else. */
export type Clearance = { verdict: Verdict; readonly [cleared]: true };
