import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import { betterWay } from "#lib/language/better-way.ts";
import type { PhraseHit } from "#lib/language/phrases.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Findings, ValueCase, ValueMatter } from "#lib/value/judge-value.ts";
import { mergeFieldsIn, sayUnfilled } from "#lib/value/fill-template.ts";
import { isGoal } from "#lib/value/known.ts";
import { freshAsset } from "#lib/value/offer.ts";
import { placeOf } from "#lib/value/words.ts";

/** L1, L2, V5, C8, V7: what the wording takes away, and the most that is left beside its gravest phrase. */
export function readWording(
  plan: Plan,
  matter: ValueMatter,
  on: ValueCase,
  policy: Policy,
  found: Findings,
): { lost: number; ceiling: number } {
  const { penalties, most, gravestCap } = policy.value.wording;
  let lost = 0;
  let isGrave = watched(plan, matter, found);
  unfilled(plan, matter, found);
  for (const hit of on.draft.hits) {
    lost += penalties[hit.severity - 1]!;
    isGrave ||= hit.severity === 3;
    found.reasons.push({ ...reasonOf(hit), remedy: { do: "cut", from: hit.from, to: hit.to } });
  }
  for (const hit of on.inReason) {
    lost += penalties[hit.severity - 1]!;
    isGrave ||= hit.severity === 3;
    found.reasons.push({ ...reasonOf(hit), remedy: { do: "say-why-it-helps" } });
  }
  return { lost: Math.min(most, lost), ceiling: isGrave ? gravestCap : 100 };
}

const reasonOf = ({ rule, severity, phrase, why, id }: PhraseHit): Reason => ({
  rule,
  severity: severity === 1 && rule !== "L1" ? "note" : "rewrite",
  sentence: `“${phrase.trim()}”: ${why}`,
  evidence: id,
});

/** C8: what was merely observed about them may guide us, but not appear. */
function watched(plan: Plan, { facts }: ValueMatter, found: Findings): boolean {
  let isFound = false;
  const text = facts.some(({ origin }) => origin === "observed") ? plan.draft.toLowerCase() : "";
  for (const { id, value, origin } of facts) {
    const from = origin === "observed" ? placeOf(text, value) : -1;
    if (from < 0) continue;
    isFound = true;
    found.reasons.push({
      rule: "C8",
      severity: "rewrite",
      sentence: `“${value}” is something we noticed, not something they told us. It may not stand in a message.`,
      evidence: id,
      remedy: { do: "cut", from, to: from + value.length },
    });
  }
  return isFound;
}

/** V7, L3: a field of a template that nothing on record filled, left for the reader to find. */
function unfilled({ draft }: Plan, { facts }: ValueMatter, found: Findings): void {
  for (const field of mergeFieldsIn(draft))
    found.reasons.push({
      ...sayUnfilled(field, { facts }),
      severity: "rewrite",
      remedy: { do: "fill-in", field: field.name, from: field.from, to: field.to },
    });
}

/** A better way than each phrase, made of what is known of this person. */
export function betterWays(hits: readonly PhraseHit[], matter: ValueMatter, day: number): PhraseHit[] {
  if (hits.length === 0) return [];
  const { history, offerable, facts, person } = matter;
  const known = {
    givenName: person.givenName,
    asset: freshAsset(offerable, day)?.title ?? null,
    theySaid: history.said.find(({ isQuestion }) => !isQuestion)?.words ?? null,
    goal: facts.find(isGoal)?.value ?? null,
    question: history.said.find(({ isQuestion }) => isQuestion)?.words ?? null,
  };
  return hits.map((hit) => ({ ...hit, better: betterWay(hit, known) }));
}
