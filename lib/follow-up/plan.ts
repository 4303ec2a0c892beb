import { z } from "zod";

import { manyLines, oneLine } from "#lib/field.ts";
import { basisKinds } from "#lib/follow-up/basis-names.ts";
import { AskSize, Channel, OfferKind } from "#lib/follow-up/vocabulary.ts";

/** Why we may contact someone who has not said so themselves; a rep states it, the ledger keeps it (C9). */
export const BasisKind = z.enum(basisKinds);
export type BasisKind = z.infer<typeof BasisKind>;

export const StatedBasis = z.object({ kind: BasisKind, note: z.string().overwrite(oneLine).max(300) });
export type StatedBasis = z.infer<typeof StatedBasis>;

const years = 366 * 86_400_000;

/** An instant that can be planned for: a date or its ISO text, in a year that any calendar can show. */
export const PlanTime = z
  .union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))], { error: "Choose a day and time." })
  .refine((at) => at.getTime() > 0 && at.getTime() < 200 * years, "Choose a day and time within reach.");

/** A follow-up somebody wants to make. The one schema behind the form, the API, the import and every job. */
export const Plan = z.object({
  prospectId: z.uuid().toLowerCase(),
  channel: Channel,
  at: PlanTime,
  ask: AskSize,
  offer: z.object({
    kind: OfferKind,
    assetId: z.uuid().toLowerCase().nullable(),
    text: z.string().overwrite(oneLine).max(500, "Keep the offer under 500 characters."),
  }),
  /** Why it helps them, in one sentence (V5). */
  helps: z.string().overwrite(oneLine).max(500, "Keep the reason under 500 characters."),
  draft: z.string().overwrite(manyLines).max(20_000, "Keep the draft under 20,000 characters."),
  /** The recorded no this touch answers (C5, C6). */
  answersObjectionId: z.uuid().toLowerCase().nullable().default(null),
  /** The recorded fact that says what they stand to lose, and by when, if they do not hear (V9). */
  urgentFactId: z.uuid().toLowerCase().nullable().default(null),
  /** Stated by the rep where the law or the record leaves it open. */
  basis: StatedBasis.nullable().default(null),
});
export type Plan = z.infer<typeof Plan>;
