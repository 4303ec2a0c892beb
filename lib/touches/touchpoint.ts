import { z } from "zod";

import { line, optionalDay, optionalId, optionalLine, optionalText } from "#lib/field.ts";
import { dayOf, instantAt } from "#lib/follow-up/local-time.ts";
import { Disposition } from "#lib/follow-up/touch.ts";
import { AskSize, Channel, OfferKind } from "#lib/follow-up/vocabulary.ts";
import { objectionKinds } from "#lib/touches/objection.ts";
import { contradicts } from "#lib/touches/outcomes.ts";

const whyNo = "Choose the reason of the no: the next ask has to answer it (C6).";

const fields = z.object({
  channel: z.enum(Channel.options, { error: "Choose how it went: by e-mail, phone, …" }),
  direction: z.enum(["out", "in"]).default("out"),
  disposition: z.enum(Disposition.options, { error: "Choose what came of it." }),
  offer: z
    .object({ kind: OfferKind.default("none"), assetId: optionalId, text: optionalLine(500) })
    .default({ kind: "none", assetId: null, text: null }),
  ask: AskSize.default("none"),
  body: optionalText(20_000),
  theySaid: optionalText(5_000),
  /** A wall-clock time in the logger's zone, or an instant with its offset; null is now. */
  at: z.iso.datetime({ local: true, offset: true, error: "Choose a day and time." }).nullable().default(null),
  /** The reason of a no (C6); their words stand for it where it has none of its own. */
  objection: z
    .object({ kind: z.enum(objectionKinds, { error: whyNo }), words: optionalText(1_000) })
    .nullable()
    .default(null),
  callBackOn: optionalDay,
  pausedUntil: optionalDay,
  clientKey: optionalId,
  /** Who wrote it down, where a device kept it for them: it is logged for nobody else who signs in there meanwhile. */
  writtenBy: optionalId,
});

type Fields = z.output<typeof fields>;

function agree({ direction, disposition, offer, objection, theySaid }: Fields, context: z.RefinementCtx) {
  const problem = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
  if (contradicts(direction, disposition)) problem(["disposition"], "This outcome does not fit who reached out. Choose another.");
  if (offer.kind === "asset" && !offer.assetId) problem(["offer", "assetId"], "Choose what was given from the library.");
  if (disposition !== "said_no") return;
  if (!objection) problem(["objection", "kind"], whyNo);
  else if (!objection.words && !theySaid) problem(["theySaid"], "Note their no in their words: the next ask has to answer it (C6).");
}

/** What happened, as the log sheet, the API or an import tells it. */
export const LogTouch = fields
  .extend({
    prospectId: z.uuid({ error: "Choose who it was with." }),
    /** The planned follow-up this touch carries out. */
    followUpId: optionalId,
    nextStep: z
      .object({
        what: line("Say what comes next.", 500),
        owedBy: z.enum(["us", "them"]).default("us"),
        dueOn: optionalDay,
        agreed: z.boolean().default(false),
      })
      .nullable()
      .default(null),
  })
  .superRefine(agree);
export type LogTouch = z.output<typeof LogTouch>;

/** The same touch told again, rightly. */
export const CorrectTouch = fields.extend({ touchpointId: z.uuid().toLowerCase() }).superRefine(agree);
export type CorrectTouch = z.output<typeof CorrectTouch>;

/** What both have in common. */
export type TouchFields = Fields;

/** The instant meant by a wall-clock time in the logger's zone, or by an instant as it is. */
export function instantOf(at: string | null, timeZone: string, now: Date): Date {
  if (!at) return now;
  if (/(Z|[+-]\d\d:?\d\d)$/.test(at)) return new Date(at);
  const [day, time] = at.split("T");
  const [hours = 0, minutes = 0] = time!.split(":").map(Number);
  return instantAt(timeZone, dayOf(day!), hours * 60 + minutes);
}

const minute = 60_000;
const fiveYears = 5 * 365.25 * 24 * 60 * minute;

/** Why a touch cannot have been then, or null. A minute of grace: clocks differ, and the form counts whole minutes. */
export function impossibleTime(at: Date, now: Date): string | null {
  if (at.getTime() > now.getTime() + minute) return "This is in the future. Log what happened; plan what comes.";
  if (at.getTime() < now.getTime() - fiveYears) return "This is more than five years ago. Check the year.";
  return null;
}
