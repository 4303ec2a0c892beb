import "server-only";
import { z } from "zod";

import { findLastEdit } from "#lib/events/queries.ts";
import { checked, manyLines } from "#lib/field.ts";
import { invalid, no, type Outcome } from "#lib/outcome.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import { type Edited, editProspect } from "#lib/prospects/edit-prospect.ts";
import { fieldLabels, prospectFields } from "#lib/prospects/prospect-fields.ts";
import { readStandingFields } from "#lib/prospects/standing-fields.ts";
import { lockProspect } from "#lib/prospects/store.ts";

/** What can be changed where it stands on the record; lists are written one a line. */
const EditableField = z.enum([
  ...["name", "givenName", "familyName", "jobTitle", "companyName"],
  ...["emails", "phones", "linkedin", "address"],
  ...["timeZone", "country", "region", "language", "source"],
] as (keyof typeof prospectFields & keyof typeof fieldLabels)[]);

export const EditField = z.object({
  prospectId: z.uuid(),
  field: EditableField,
  value: z.string().max(2_000, "Keep this under 2,000 characters.").overwrite(manyLines),
  /** What stood there when the form was drawn: another value by now is somebody else's. */
  was: z.string().max(2_000).overwrite(manyLines).default(""),
  insist: checked,
});
export type EditField = z.output<typeof EditField>;

type Undo = { prospectId: string; field: string; value: string; was: string };

/** Changes one field, inside a transaction; whatever else a colleague saves at the same time stays theirs. The answer says how to take it back. */
export async function editField(context: TxContext, input: EditField): Promise<Outcome<Edited & { undo: Undo }>> {
  const { prospectId, field, value, was, insist } = input;
  const locked = await lockProspect(context, prospectId);
  if (!locked) return no({ code: "not-found" });
  const standing = await readStandingFields(context, prospectId);
  const stands = asLines(standing[field as keyof typeof standing]);
  if (stands !== was && stands !== value && !insist) return meanwhile(context, prospectId, field, { version: locked.version, stands });

  const isList = field === "emails" || field === "phones";
  const parsed = z.object(prospectFields).shape[field].safeParse(isList ? value.split(/[\n,;]/) : value);
  if (!parsed.success) return invalid("value", parsed.error.issues[0]!.message);
  const edited = await editProspect(context, {
    ...standing,
    companyId: null,
    [field]: parsed.data,
    prospectId,
    version: locked.version,
    insist,
  });
  if (!edited.ok) return edited.problem.code === "invalid" ? invalid("value", Object.values(edited.problem.fields).flat()[0]!) : edited;
  const after = asLines((await readStandingFields(context, prospectId))[field as keyof typeof standing]);
  return { ok: true, value: { ...edited.value, undo: { prospectId, field, value: stands, was: after } } };
}

const asLines = (value: string | readonly string[] | null): string =>
  Array.isArray(value) ? value.join("\n") : ((value as string | null) ?? "");

async function meanwhile(
  { tx, actor }: TxContext,
  prospectId: string,
  field: keyof typeof fieldLabels,
  { version, stands }: { version: number; stands: string },
): Promise<Outcome<never>> {
  const last = await findLastEdit(tx, actor.orgId, { kind: "prospect.edited", prospectId });
  return no({
    code: "conflict",
    sentence: `${last?.by ?? "A colleague"} changed “${fieldLabels[field]}” while you were at it. Yours is not saved yet and nothing of it is lost: look at both and choose.`,
    theirs: { by: last?.by ?? null, at: last?.at ?? null, version, fields: { value: stands } },
  });
}
