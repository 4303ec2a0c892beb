import { z } from "zod";

import { line, optionalLine } from "#lib/field.ts";
import { isCountry } from "#lib/prospects/countries.ts";

/** "https://www.Vilar.example/about" and "@vilar.example" both mean vilar.example. */
export function readDomain(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^.*@/, "")
    .replace(/[/?#:].*$/, "")
    .replace(/^www\./, "");
}

export const companyFields = {
  name: line("Give the company a name."),
  domain: optionalLine()
    .transform((typed) => (typed ? readDomain(typed) : null))
    .refine(
      (domain) => domain === null || /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(domain),
      "Write the website's address, such as vilar.example.",
    ),
  country: optionalLine(2)
    .transform((code) => code?.toUpperCase() ?? null)
    .refine((code) => code === null || isCountry(code), "Choose a country from the list."),
};
export const CompanyFields = z.object(companyFields);

/** What each of its fields is called, in its history. */
export const companyFieldNames: Record<string, string> = { name: "Name", domain: "Website", country: "Country" };
