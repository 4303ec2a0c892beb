import type { History } from "#lib/follow-up/history.ts";
import type { Day } from "#lib/follow-up/clock.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import type { Touch } from "#lib/follow-up/touch.ts";
import type { PhraseHit } from "#lib/language/phrases.ts";
import type { DraftReading } from "#lib/language/read-draft.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { answerParts, benefitParts, formParts } from "#lib/value/evidence.ts";
import type { KnownAsset, KnownFact } from "#lib/value/known.ts";
import { offerParts } from "#lib/value/offer.ts";
import { readWording } from "#lib/value/wording.ts";
import type { Runs } from "#lib/value/words.ts";

export type Objection = { id: string; words: string };

/** What the value judge may know. `names` are words from the record that are theirs: their company, their role. */
export type ValueMatter = {
  history: History;
  touches: readonly Touch[];
  person: { name: string; givenName: string | null };
  names: readonly string[];
  /** Every three words in a row of what they said. */
  theirRuns: Runs;
  assets: readonly KnownAsset[];
  /** Those of them that may be brought: not about what they want no more of (C2). */
  offerable: readonly KnownAsset[];
  facts: readonly KnownFact[];
  openObjection: Objection | null;
};

/** What the judge is told of this plan: their day, why they expect it (or null), the letter as read, phrases found in the reason. */
export type ValueCase = { day: Day; askedFor: string | null; draft: DraftReading; inReason: readonly PhraseHit[] };

export type ValuePart = { label: string; points: number };

/** Whole points 0–100 that a touch brings, part by part, after what its wording takes away. */
export type ValueJudgement = { points: number; parts: ValuePart[]; lost: number; askedFor: string | null; reasons: Reason[] };

/** What each look finds: parts that add up, reasons, and whether something new is brought. */
export type Findings = { parts: ValuePart[]; reasons: Reason[] };

/** V1–V5, V7, C6, C8, L1–L3: what is in it for them. Value comes from evidence; wording only takes away. */
export function judgeValue(plan: Plan, matter: ValueMatter, on: ValueCase, policy: Policy): ValueJudgement {
  const found: Findings = { parts: [], reasons: [] };
  const text = `${plan.helps}\n${plan.draft}`.toLowerCase();
  const brings = offerParts(plan, matter, on, policy, found);
  benefitParts(plan, matter, text, policy, found);
  answerParts(plan, matter, brings, policy, found);
  formParts(plan, matter, on.draft, text, policy, found);
  const { lost, ceiling } = readWording(plan, matter, on, policy, found);

  let sum = 0;
  for (const { points } of found.parts) sum += points;
  const nothingNew = !brings && matter.history.contacts.length > 0;
  const points = Math.round(Math.max(0, Math.min(100, ceiling, nothingNew ? policy.value.nothingNewCap : 100, sum - lost)));
  return { points, parts: found.parts, lost: sum - points, askedFor: on.askedFor, reasons: found.reasons };
}
