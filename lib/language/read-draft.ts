import { type CuedRow, endsSentence, type Found, findPhrases, indexByCue } from "#lib/language/cues.ts";
import { fold } from "#lib/language/fold.ts";
import table from "#lib/language/manners.json" with { type: "json" };
import { hitsOf, type Phrase, type PhraseHit, phrases } from "#lib/language/phrases.ts";
import { rememberSpans } from "#lib/language/spans.ts";

/** What a draft does besides its news: it asks for something, it asks for an answer, it leaves an easy way out. */
export type Manner = CuedRow & { kind: "ask" | "reply" | "way_out"; example: string };

export type DraftReading = { hits: PhraseHit[]; asks: number; easyOut: boolean; words: number };

export const manners = table as Manner[];

const byCue = indexByCue<Phrase | Manner>([...phrases, ...manners]);
const isManner = (found: Found<Phrase | Manner>): found is Found<Manner> => "kind" in found.row;
const isPhrase = (found: Found<Phrase | Manner>): found is Found<Phrase> => !isManner(found);

/** L3 and the rules of wording in one pass: pushy phrases, how much is asked of the reader, whether no is made easy. */
export function readDraft(text: string): DraftReading {
  if (!text) return { hits: [], asks: 0, easyOut: false, words: 0 };
  const folded = fold(text);
  const { found, words } = findPhrases(folded.text, byCue);
  const said = found.filter(isManner);
  const waysOut = said.filter(({ row }) => row.kind === "way_out");
  return {
    hits: hitsOf(text, folded, found.filter(isPhrase)),
    asks: countAsks(folded.text, said, waysOut),
    easyOut: waysOut.length > 0,
    words,
  };
}

/** One sentence is one ask, however it is put. “Let me know” after a question only asks for its answer. */
function countAsks(text: string, said: Found<Manner>[], waysOut: Found<Manner>[]): number {
  const asking = new Set(questions(text));
  const out = rememberSpans(waysOut.length > 0 ? text.length : 0);
  waysOut.forEach(out.add);
  for (const kind of ["ask", "reply"]) {
    if (kind === "reply" && asking.size > 0) break;
    for (const place of said) if (place.row.kind === kind && !out.meets(place)) asking.add(startOfSentence(text, place.from));
  }
  return asking.size;
}

const toTheReader =
  /\b(?:you|your|yours|sie|ihnen|ihre?[nmrs]?|du|dir|dich|deine?[nmrs]?|euch|vous|votre|vos|tu|toi|ton|ta|tes)\b|\b(?:shall|should|may|can|could|soll|sollen|darf|durfen|kann) (?:i|we|ich|wir)\b|\b(?:puis-je|works?|suits?|helps?|useful|passt|convient)\b/;
const carriesOn = /^\s*(?:or|oder|ou)\b/;

/** Where each question to the reader begins; “Or Thursday?” belongs to the question before it. */
function* questions(text: string): Iterable<number> {
  for (let at = text.indexOf("?"); at >= 0; at = text.indexOf("?", at + 1)) {
    if (at + 1 < text.length && !/[\s)"']/.test(text[at + 1]!)) continue;
    const start = startOfSentence(text, at);
    const question = text.slice(start, at).trim();
    if (!question || carriesOn.test(question)) continue;
    if (toTheReader.test(question) || question.split(/\s+/, 5).length < 5) yield start;
  }
}

const longestSentence = 400;

function startOfSentence(text: string, at: number): number {
  const earliest = Math.max(0, at - longestSentence);
  let start = at;
  while (start > earliest && !(text.charCodeAt(start) <= 32 && endsSentence(text, start))) start -= 1;
  return start;
}
