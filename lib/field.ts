import { z } from "zod";

// Zod for what a form sends: text is cleaned of control characters (the database takes no NUL), and an empty field is null.

/** Text of one line as it may be kept. */
export const oneLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
/** Text of several lines as it may be kept. */
export const manyLines = (text: string) =>
  text
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .trim();

/** One line that must be there; `missing` is the sentence when it is not. */
export const line = (missing: string, max = 200) =>
  z.string({ error: missing }).overwrite(oneLine).min(1, missing).max(max, `Keep this under ${max} characters.`);

export const optionalLine = (max = 200) =>
  z
    .string()
    .overwrite(oneLine)
    .max(max, `Keep this under ${max} characters.`)
    .nullish()
    .transform((text) => text || null);

export const optionalText = (max = 2_000) =>
  z
    .string()
    .overwrite(manyLines)
    .max(max, `Keep this under ${max} characters.`)
    .nullish()
    .transform((text) => text || null);

/** A few lines of one kind, such as e-mail addresses; empty ones are kept in place so that a message finds its field. */
export const fewLines = (max = 300) =>
  z
    .array(z.string().overwrite(oneLine).max(max, `Keep this under ${max} characters.`))
    .max(10, "Ten are enough.")
    .default([]);

const emptyIsNull = (value: unknown) => (value === "" || value === undefined ? null : value);

export const optionalId = z.preprocess(emptyIsNull, z.uuid("Choose one from the list.").toLowerCase().nullable());

/** A calendar day, YYYY-MM-DD, in a year that a calendar field can show. */
export const optionalDay = z.preprocess(
  emptyIsNull,
  z.iso
    .date("Write the day as year-month-day, such as 2026-11-24.")
    .regex(/^(19|20|21)/, "Choose a year between 1900 and 2199.")
    .nullable(),
);

/** A checkbox or a button with a value: there or not. */
export const checked = z
  .union([z.boolean(), z.string()])
  .nullish()
  .transform((value) => value === true || value === "on" || value === "yes");

/** A @db.Date column's value for a day, and back. */
export const toDate = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
export const toDay = (date: Date | null): string | null => date && date.toISOString().slice(0, 10);

/** Whether a piece of an address can be an id at all; anything else leads nowhere and need not trouble the database. */
export const isId = (text: unknown): text is string => z.uuid().safeParse(text).success;
