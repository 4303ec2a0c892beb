import { Spoken } from "#lib/follow-up/spoken.ts";
import { deSaid } from "#lib/preferences/catalogue/de-said.ts";
import { de } from "#lib/preferences/catalogue/de.ts";
import { enSaid, type SaidWords } from "#lib/preferences/catalogue/en-said.ts";
import { en, type PageWords } from "#lib/preferences/catalogue/en.ts";
import { esSaid } from "#lib/preferences/catalogue/es-said.ts";
import { es } from "#lib/preferences/catalogue/es.ts";
import { frSaid } from "#lib/preferences/catalogue/fr-said.ts";
import { fr } from "#lib/preferences/catalogue/fr.ts";
import type { Choice } from "#lib/preferences/choice.ts";

export type Words = PageWords & SaidWords;

/** The words people decide by on their page. The ledger keeps them with each choice (C9): whoever changes one in a catalogue changes the version. */
const version = "2026-11-27";

/** The words of the page in each language. */
export const wordsIn: Record<Spoken, Words> = {
  en: { ...en, ...enSaid },
  de: { ...de, ...deSaid },
  fr: { ...fr, ...frSaid },
  es: { ...es, ...esSaid },
};

/** Which words were shown: their version and language. */
export const wordingVersion = (shown: Spoken) => `${version} ${shown}`;

/** What pressing the button says in the language shown, as kept in the ledger. */
export function wordingOf(choice: Choice, organisation: string, shown: Spoken): string {
  const words = wordsIn[shown];
  return `${labelOf(choice, words)}: ${words.statements[choice.action](organisation)}`;
}

/** What the button of a choice says. */
export function labelOf(choice: Choice, words: Words): string {
  switch (choice.action) {
    case "stop-channel":
      return words.stopChannel[choice.channel];
    case "allow-channel":
      return words.allowChannel[choice.channel];
    case "stop-topic":
      return words.stopTopic(choice.topic);
    case "allow-topic":
      return words.allowTopic(choice.topic);
    default:
      return words.buttons[choice.action];
  }
}
