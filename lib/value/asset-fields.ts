import { z } from "zod";

import { line, optionalDay, optionalLine, optionalText, toDate } from "#lib/field.ts";
import { AssetKind, AssetStage } from "#lib/follow-up/vocabulary.ts";

export const assetFields = {
  kind: z.enum(AssetKind.options, { error: "Say what kind of thing it is." }),
  title: line("Give it a title."),
  /** What someone gets from it, in a sentence or two. */
  summary: optionalText(1_000),
  url: optionalLine(1_000).refine((url) => url === null || isWebAddress(url), "Write the whole address, beginning with https://."),
  /** Comma-separated in the form, a list in the API. */
  topics: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((topics) => [
      ...new Set(
        [topics]
          .flat()
          .flatMap((topic) => topic.split(","))
          .map((topic) => topic.replace(/[\p{Cc}\s]+/gu, " ").trim())
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(z.string().max(60, "Keep each topic under 60 characters.")).max(20, "Twenty topics are enough.")),
  language: optionalLine(8)
    .transform((code) => code?.toLowerCase() ?? null)
    .refine((code) => code === null || /^[a-z]{2,3}(-[a-z]{2,4})?$/.test(code), "Write the language as its code, such as pt or en."),
  /** When it suits; empty for any time. */
  stage: z.preprocess((value) => value || null, AssetStage.nullable().default(null)),
  /** The day of an invitation; for anything else there is none. */
  heldOn: optionalDay,
  expiresOn: optionalDay,
};

/** The columns of what was described: days as dates, and a day of its own only for an event. */
export function assetColumns<F extends { kind: AssetKind; heldOn: string | null; expiresOn: string | null }>(fields: F) {
  return { ...fields, heldOn: fields.kind === "invitation" ? toDate(fields.heldOn) : null, expiresOn: toDate(fields.expiresOn) };
}

function isWebAddress(url: string): boolean {
  try {
    return ["https:", "http:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
