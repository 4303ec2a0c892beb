import type { Plan } from "#lib/follow-up/plan.ts";
import { askStep } from "#lib/follow-up/history.ts";
import type { DraftReading } from "#lib/language/read-draft.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Findings, ValueMatter } from "#lib/value/judge-value.ts";
import { isGoal } from "#lib/value/known.ts";
import { mentions, quotes, takesUp } from "#lib/value/words.ts";

/** V5, V7: one sentence says why it helps them, about something that is theirs: who they are, what they said, what they want. */
export function benefitParts(plan: Plan, { names, facts, theirRuns }: ValueMatter, text: string, policy: Policy, found: Findings): void {
  const { points } = policy.value;
  if (plan.helps.length < 12) {
    const sentence = "Say in one sentence why this helps them.";
    found.reasons.push({ rule: "V5", severity: "rewrite", sentence, remedy: { do: "say-why-it-helps" } });
    return;
  }
  found.parts.push({ label: "helps them", points: points.helps });
  const before = found.parts.length;
  const isAbout = names.some((name) => mentions(text, name)) || facts.some((fact) => mayBeSaid(fact.origin) && mentions(text, fact.value));
  if (isAbout) found.parts.push({ label: "about them", points: points.specific });
  if (quotes(text, theirRuns)) found.parts.push({ label: "their own words", points: points.theirWords });
  if (facts.some((fact) => isGoal(fact) && takesUp(text, fact.value)))
    found.parts.push({ label: "serves a goal of theirs", points: points.goal });
  if (found.parts.length === before) {
    const sentence = "Nothing in it is specific to them: what they said, their role, their company.";
    found.reasons.push({ rule: "V7", severity: "note", sentence });
  }
}

const mayBeSaid = (origin: ValueMatter["facts"][number]["origin"]) => origin === "told_us" || origin === "public_professional";

/** C6: after a no, an ask has to answer its objection with something new. An open question that is answered counts as well. */
export function answerParts(plan: Plan, { openObjection, history }: ValueMatter, brings: boolean, policy: Policy, found: Findings): void {
  const { points } = policy.value;
  const isOpenQuestion = history.lastAsked !== null && history.lastAsked.at > history.lastOurs;
  if (isOpenQuestion && brings && (plan.offer.kind === "answer" || plan.offer.kind === "requested"))
    found.parts.push({ label: "answers their question", points: points.question });
  if (!openObjection) return;
  if (plan.answersObjectionId === openObjection.id && brings) {
    found.parts.push({ label: "answers their objection", points: points.answers });
  } else if (plan.ask !== "none") {
    const sentence = `They said no: “${openObjection.words}” A new ask has to answer that with something new.`;
    const remedy = { do: "answer-objection", objectionId: openObjection.id } as const;
    found.reasons.push({ rule: "C6", severity: "rewrite", sentence, evidence: openObjection.id, remedy });
  }
}

/** V7, L3: their name, one easy ask, an easy way out. */
export function formParts(
  { ask, draft }: Plan,
  { person }: ValueMatter,
  { asks, easyOut }: DraftReading,
  text: string,
  policy: Policy,
  found: Findings,
): void {
  const { points } = policy.value;
  if (draft && mentions(text, person.givenName ?? person.name)) found.parts.push({ label: "by name", points: points.name });
  if (askStep(ask) <= 1 && asks <= 1) found.parts.push({ label: "easy to answer", points: points.easyAsk });
  if (easyOut) found.parts.push({ label: "easy way out", points: points.easyOut });
  if (asks > 1) {
    const sentence = `The letter asks ${asks} things of them. One is easy to answer.`;
    found.reasons.push({ rule: "L3", severity: "note", sentence });
  }
}
