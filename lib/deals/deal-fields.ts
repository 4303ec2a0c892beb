import { z } from "zod";

import { type CloseOrigin as Origin, closeOrigins } from "#lib/deals/their-date.ts";
import { line, optionalDay } from "#lib/field.ts";

/** Where the day they decide comes from. */
export const CloseOrigin = z.enum(Object.keys(closeOrigins) as [Origin, ...Origin[]]);

/** Currencies a deal can be counted in; sums never mix them. */
export const currencies = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "CAD",
  "AUD",
  "NZD",
  "JPY",
  "CNY",
  "INR",
  "BRL",
  "MXN",
  "ZAR",
  "AED",
  "SGD",
];

const amountSaid = "Write the amount in figures, such as 48,000 or 48000.50.";

/** Thousands may be set apart by commas, blanks or apostrophes; two decimals at most. */
const amount = z
  .union([z.string(), z.number()])
  .default("0")
  .transform((typed) => String(typed).replace(/[\s,'’]/g, "") || "0")
  .pipe(z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, amountSaid));

const emptyIsNull = (value: unknown) => (value === "" || value === undefined ? null : value);

/** Their date, not ours, and where it comes from. */
const closing = {
  closeOn: optionalDay,
  closeOnFrom: z.preprocess(emptyIsNull, CloseOrigin.nullable()),
};

/** What a move may fill in on its way; left empty, it stays as it is. */
export const missingFields = { amount: z.preprocess(emptyIsNull, amount.nullable()), ...closing };

export const dealFields = {
  title: line("Give the deal a title."),
  amount,
  currency: z
    .string({ error: "Choose a currency." })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "Choose a currency."),
  ...closing,
};

/** What each of its fields is called, in its history. */
export const dealFieldNames: Record<string, string> = { title: "Title", amount: "Amount", currency: "Currency", closeOn: "They decide by" };
