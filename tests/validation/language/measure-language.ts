import { lint, type PhraseHit } from "#lib/language/phrases.ts";

export type Mail = { subject: string; text: string };
export type Paraphrase = { language: string; category: string; text: string };
export type Alarm = { mail: number; id: string; phrase: string };
export type Share = { found: number; of: number };

/** The hits that demand another wording: severity 2 and 3, and every empty check-in. */
export const atRewrite = (text: string): PhraseHit[] => lint(text).filter(({ severity, rule }) => severity > 1 || rule === "L1");

/** The mails, by people who sold nothing, in which the linter would demand another wording; every phrase it stumbled on. */
export function falseAlarms(mails: Mail[]): { mails: number; alarmed: number; rate: number; errors: Alarm[] } {
  const errors = mails.flatMap(({ subject, text }, mail) =>
    atRewrite(detokenise(`${subject}\n\n${text}`)).map(({ id, phrase }) => ({ mail, id, phrase })),
  );
  const alarmed = new Set(errors.map(({ mail }) => mail)).size;
  return { mails: mails.length, alarmed, rate: alarmed / mails.length, errors };
}

/** How many of fresh pushy sentences are found at all, how many at rewrite severity, by category and by language. */
export function recall(paraphrases: Paraphrase[]): {
  any: Share;
  rewrite: Share;
  byCategory: Record<string, Share>;
  byLanguage: Record<string, Share>;
  missed: string[];
} {
  const isFound = ({ text }: Paraphrase) => lint(text).length > 0;
  return {
    any: shareOf(paraphrases, isFound),
    rewrite: shareOf(paraphrases, ({ text }) => atRewrite(text).length > 0),
    byCategory: sharesBy(paraphrases, "category", isFound),
    byLanguage: sharesBy(paraphrases, "language", isFound),
    missed: paraphrases.filter((one) => !isFound(one)).map(({ text }) => text),
  };
}

const shareOf = (all: Paraphrase[], isFound: (one: Paraphrase) => boolean): Share => ({
  found: all.filter(isFound).length,
  of: all.length,
});

function sharesBy(all: Paraphrase[], key: "category" | "language", isFound: (one: Paraphrase) => boolean): Record<string, Share> {
  const names = [...new Set(all.map((one) => one[key]))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      shareOf(
        all.filter((one) => one[key] === name),
        isFound,
      ),
    ]),
  );
}

/** The set stores words and marks apart: “don ' t” was “don't”, “done .” was “done.” */
function detokenise(text: string): string {
  return text.replaceAll(/(\w) ' (s|t|d|m|ll|re|ve)\b/gi, "$1'$2").replaceAll(/ ([.,!?;:])/g, "$1");
}
