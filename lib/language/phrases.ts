import type { RuleId } from "#lib/follow-up/reason.ts";
import { type Found, findPhrases, indexByCue } from "#lib/language/cues.ts";
import { fold, type Folded } from "#lib/language/fold.ts";
import german from "#lib/language/phrases.de.json" with { type: "json" };
import english from "#lib/language/phrases.en.json" with { type: "json" };
import french from "#lib/language/phrases.fr.json" with { type: "json" };
import { rememberSpans } from "#lib/language/spans.ts";

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
  laborious_ask: { rule: "L3", why: "It leaves the work of answering to the reader." },
  creepy_overfamiliar: { rule: "C8", why: "It uses what was watched, not what was told." },
  guilt_at_parting: { rule: "G3", why: "It leaves with a reproach instead of an open door." },
} as const satisfies Record<string, { rule: RuleId; why: string }>;

export type PhraseCategory = keyof typeof categories;
export type Language = "en" | "de" | "fr";

/** One row of a language pack. Its example is what the pattern must find. */
export type Phrase = {
  id: string;
  category: PhraseCategory;
  severity: 1 | 2 | 3;
  pattern: string;
  cues: string[];
  example: string;
  better?: string;
  language: Language;
};

/** One phrase found in a text: where, how grave (1 mild to 3 grave), which rule, why, and a better way if we know one. */
export type PhraseHit = {
  from: number;
  to: number;
  phrase: string;
  id: string;
  language: Language;
  category: PhraseCategory;
  severity: 1 | 2 | 3;
  rule: RuleId;
  why: string;
  better: string | null;
};

/** Every pack reads every text: a cue decides, so that nobody has to say which language a draft is in. */
export const phrases: Phrase[] = Object.entries({ en: english, de: german, fr: french }).flatMap(([language, pack]) =>
  pack.map((row) => ({ ...row, language }) as Phrase),
);

const byCue = indexByCue(phrases);

/** Finds pushy phrases (L1–L3, V5, C6, C8, G3) in time linear in the text. Of overlapping hits the graver, then the longer, stays. */
export function lint(text: string): PhraseHit[] {
  if (!text) return [];
  const folded = fold(text);
  return hitsOf(text, folded, findPhrases(folded.text, byCue).found);
}

/** What was found as hits in the text as typed. */
export function hitsOf(text: string, { origin }: Folded, found: Found<Phrase>[]): PhraseHit[] {
  if (found.length === 0) return [];
  const hits = found.map(({ row: { id, language, category, severity, better = null }, ...place }): PhraseHit => {
    const from = origin ? origin[place.from]! : place.from;
    const to = origin ? origin[place.to - 1]! + 1 : place.to;
    return { from, to, phrase: text.slice(from, to), id, language, category, severity, ...categories[category], better };
  });
  return withoutOverlaps(hits, text.length);
}

function withoutOverlaps(hits: PhraseHit[], length: number): PhraseHit[] {
  if (hits.length === 1) return hits;
  const kept = rememberSpans(length);
  return hits
    .toSorted((a, b) => b.severity - a.severity || b.to - b.from - (a.to - a.from) || a.from - b.from)
    .filter((hit) => {
      if (kept.meets(hit)) return false;
      kept.add(hit);
      return true;
    })
    .toSorted((a, b) => a.from - b.from);
}
