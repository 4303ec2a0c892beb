import { z } from "zod";

import { checked, optionalLine } from "#lib/field.ts";
import { isCountry } from "#lib/prospects/countries.ts";
import { type Field, fieldNames, fields, importBases, manyFields, type Subject, subjects } from "#lib/transfer/fields.ts";

/** What somebody decided about a file before it is checked. */
export const ImportOptions = z.object({
  ownerId: z.uuid("Choose who is responsible."),
  /** C8: where these people come from; a row's own source column goes first. */
  source: optionalLine(200),
  basis: z.enum(importBases).default("unknown"),
  updateExisting: checked,
  dateOrder: z.enum(["auto", "dmy", "mdy"]).default("auto"),
  /** Country of phone numbers that name none. */
  country: optionalLine(2)
    .transform((code) => code?.toUpperCase() ?? null)
    .refine((code) => code === null || isCountry(code), "Choose a country from the list."),
});
export type ImportOptions = z.output<typeof ImportOptions>;

/** The columns of an import, read back. */
export const StoredSubject = z.enum(subjects);
export const StoredMapping = z.array(z.enum(fields));
export const StoredOptions = ImportOptions.partial();

const whoIsIt: Field[] = ["name", "givenName", "familyName", "email", "phone", "linkedin", "standIn"];
const needed: Record<Subject, { oneOf: Field[]; sentence: string }> = {
  prospects: {
    oneOf: whoIsIt,
    sentence: "No column says who the people are. Choose one for the name, the e-mail address or what stands for a name.",
  },
  companies: { oneOf: ["name", "website"], sentence: "Choose the column with the company's name or website." },
  deals: {
    oneOf: ["company", "contact", "contactEmail", "contactKey"],
    sentence: "Choose the column with the company or the person: a deal is with someone.",
  },
};

/** A sentence when the columns do not make records, or null. */
export function mappingProblem(subject: Subject, fields: Field[]): string | null {
  const { oneOf, sentence } = needed[subject];
  if (!oneOf.some((field) => fields.includes(field))) return sentence;
  const twice = fields.find((field, index) => !manyFields.includes(field) && fields.indexOf(field) !== index);
  return twice ? `Two columns go to “${fieldNames[twice]}”. Choose one of them.` : null;
}
