import type { Plan } from "#lib/follow-up/plan.ts";
import type { RuleId } from "#lib/follow-up/reason.ts";
import type { Suggestion } from "#lib/scoring/suggest-next.ts";

/** What is suggested next, as a page carries it: the verdict stays behind, for the form judges by itself. */
export type Suggested = { kind: Suggestion["kind"]; why: string; rule: RuleId; plan: Plan | null; until: Date | null };

export function toSuggested(suggestion: Suggestion): Suggested {
  const { kind, why, rule } = suggestion;
  return {
    ...{ kind, why, rule },
    plan: suggestion.kind === "wait" ? null : suggestion.plan,
    until: suggestion.kind === "wait" ? suggestion.until : null,
  };
}

/** The plan with what is suggested in it; the letter and the stated basis are the rep's own and stay. */
export const takeUp = (plan: Plan, suggested: Plan): Plan => ({ ...suggested, draft: plan.draft, basis: plan.basis });

/** Whether the plan is what is suggested, whatever its letter says. */
export const isTakenUp = (plan: Plan, suggested: Plan): boolean => JSON.stringify(ordered(plan)) === JSON.stringify(ordered(suggested));

const ordered = ({ channel, at, ask, offer, helps, answersObjectionId, urgentFactId }: Plan) => [
  ...[channel, at, ask, offer.kind, offer.assetId, offer.text],
  ...[helps, answersObjectionId, urgentFactId],
];
