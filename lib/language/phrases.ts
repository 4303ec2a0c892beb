import type { RuleId } from "#lib/follow-up/reason.ts";
import english from "#lib/language/phrases.en.json" with { type: "json" };

/** What a kind of phrase does to the reader, and the rule that speaks against it. */
const categories = {
  empty_checkin: { rule: "L1", why: "It asks for attention and gives nothing." },
  volume_bragging: { rule: "L1", why: "It counts our own messages." },
  guilt_nonresponse: { rule: "L2", why: "It blames the reader for not answering." },
  criticism: { rule: "L2", why: "It criticises the reader." },
  false_urgency: { rule: "L2", why: "It claims a hurry the reader did not set." },
  passive_aggressive: { rule: "L2", why: "It reproaches politely." },
  ignoring_a_no: { rule: "C6", why: "It passes over a no." },
  quota_self_interest: { rule: "V5", why: "It is about our target, not their gain." },
  presumption: { rule: "L3", why: "It decides for the reader." },
  creepy_overfamiliar: { rule: "C8", why: "It uses what was watched, not what was told." },
} as const satisfies Record<string, { rule: RuleId; why: string }>;

export type PhraseCategory = keyof typeof categories;

/** One phrase found in a text: where, how grave (1 mild to 3 grave), which rule, why, and a better way if we know one. */
export type PhraseHit = {
  from: number;
  to: number;
  phrase: string;
  id: string;
  category: PhraseCategory;
  severity: 1 | 2 | 3;
  rule: RuleId;
  why: string;
  better: string | null;
};

const phrases = english.map(({ id, category, severity, pattern, better }) => ({
  id,
  category: category as PhraseCategory,
  severity: severity as 1 | 2 | 3,
  pattern: new RegExp(pattern, "gim"),
  better: better ?? null,
}));

/** Finds pushy phrases (L1, L2, V5, C8). Of overlapping hits the graver, then the longer, stays. */
export function lint(text: string): PhraseHit[] {
  const plain = text.replaceAll("’", "'");
  const hits = phrases.flatMap(({ pattern, ...phrase }) =>
    [...plain.matchAll(pattern)].map((match) => ({
      ...phrase,
      ...categories[phrase.category],
      from: match.index,
      to: match.index + match[0].length,
      phrase: text.slice(match.index, match.index + match[0].length),
    })),
  );
  const byGravity = hits.toSorted((a, b) => b.severity - a.severity || b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: PhraseHit[] = [];
  for (const hit of byGravity) if (kept.every(({ from, to }) => hit.to <= from || hit.from >= to)) kept.push(hit);
  return kept.toSorted((a, b) => a.from - b.from);
}
