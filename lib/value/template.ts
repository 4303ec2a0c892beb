import { z } from "zod";

import { line, manyLines, optionalLine } from "#lib/field.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { lint, type PhraseHit } from "#lib/language/phrases.ts";
import { isField, mergeFieldsIn } from "#lib/value/fill-template.ts";

/** Fields in it that nothing could ever fill are named at once, not when somebody is about to write. */
const onlyFields = (text: string, context: z.RefinementCtx) => {
  for (const { name } of mergeFieldsIn(text))
    if (!isField(name))
      context.addIssue({
        code: "custom",
        message: name ? `There is no field {{${name}}}. The list beside says which there are.` : "A “{{” has no “}}” that ends it.",
      });
};

export const templateFields = {
  name: line("Give it a name you will find it by."),
  channel: z.enum(Channel.options, { error: "Say how it is sent." }),
  language: optionalLine(8)
    .transform((code) => code?.toLowerCase() ?? null)
    .refine((code) => code === null || /^[a-z]{2,3}(-[a-z]{2,4})?$/.test(code), "Write the language as its code, such as pt or en."),
  subject: optionalLine(200).superRefine((text, context) => onlyFields(text ?? "", context)),
  body: z
    .string({ error: "Write what it says." })
    .overwrite(manyLines)
    .min(1, "Write what it says.")
    .max(10_000, { error: "Keep it under 10,000 characters.", abort: true })
    .superRefine(onlyFields),
  /** Whether the team may use it, too. */
  shared: z
    .union([z.boolean(), z.string()])
    .nullish()
    .transform((value) => value === true || value === "yes" || value === "on"),
};

export type Template = { id: string; name: string; channel: Channel; language: string | null; subject: string | null; body: string };

/** As it stands in a draft: an e-mail's subject is its first line. */
export const asDraft = ({ subject, body }: Pick<Template, "subject" | "body">): string =>
  subject ? `Subject: ${subject}\n\n${body}` : body;

/** L1–L3, V5, C8: what the linter finds in a template, in its subject or its body. */
export const phrasesIn = ({ subject, body }: Pick<Template, "subject" | "body">): PhraseHit[] => [...lint(subject ?? ""), ...lint(body)];

/** What is said when it is saved with phrases that no letter should carry. */
export function sayPhrases(hits: readonly PhraseHit[]): string[] {
  if (hits.length === 0) return [];
  const named = [...new Set(hits.map(({ phrase }) => `“${phrase.trim()}”`))].slice(0, 3).join(", ");
  return [`${hits.length === 1 ? "One phrase" : `${hits.length} phrases`} to mend before it is used: ${named}.`];
}

export const templateFieldNames: Record<string, string> = {
  ...{ name: "Name", channel: "By", language: "Language", subject: "Subject", body: "Text", shared: "For the team" },
};
