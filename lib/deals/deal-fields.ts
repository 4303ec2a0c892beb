import { z } from "zod";

import { line, optionalDay } from "#lib/field.ts";

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

export const dealFields = {
  title: line("Give the deal a title."),
  /** Thousands may be set apart by commas, blanks or apostrophes; two decimals at most. */
  amount: z
    .union([z.string(), z.number()])
    .default("0")
    .transform((typed) => String(typed).replace(/[\s,'’]/g, "") || "0")
    .pipe(z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, amountSaid)),
  currency: z
    .string({ error: "Choose a currency." })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "Choose a currency."),
  /** Their date, not ours (D2, D7). */
  closeOn: optionalDay,
};

/** What each of its fields is called, in its history. */
export const dealFieldNames: Record<string, string> = { title: "Title", amount: "Amount", currency: "Currency", closeOn: "They decide by" };
