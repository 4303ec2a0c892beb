import { lint, type PhraseHit } from "#lib/language/phrases.ts";

export type Draft = { hits: PhraseHit[]; asks: number; easyOut: boolean; words: number };
const easyOut =
  /\b(no (reply|answer) (is )?needed|ignore (this|it)|a word is (fine|enough)|if not,? (no|ignore|that is fine)|both are fine|(no|later) is (fine|enough)|tell me and i (will )?stop)\b/i;
export const readDraft = (text: string): Draft => ({
  hits: lint(text),
  asks: text.split("?").length - 1,
  easyOut: easyOut.test(text),
  words: 0,
});
