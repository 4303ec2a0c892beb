import { z } from "zod";

import { fewLines, line, optionalId, optionalLine, optionalText } from "#lib/field.ts";
import { isTimeZone } from "#lib/follow-up/local-time.ts";
import { Relationship, SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import { isCountry } from "#lib/prospects/countries.ts";

/** What a person's record holds, as the form or the API sends it. */
export const prospectFields = {
  name: optionalLine(),
  givenName: optionalLine(100),
  familyName: optionalLine(100),
  jobTitle: optionalLine(),
  companyId: optionalId,
  /** A company with this name is used; otherwise it is added. */
  companyName: optionalLine(),
  emails: fewLines(254),
  phones: fewLines(60),
  linkedin: optionalLine(300),
  address: optionalText(500),
  timeZone: optionalLine(60).refine((zone) => zone === null || isTimeZone(zone), "Choose a time zone from the list."),
  country: optionalLine(2)
    .transform((code) => code?.toUpperCase() ?? null)
    .refine((code) => code === null || isCountry(code), "Choose a country from the list."),
  region: optionalLine(50).transform((region) => (region && region.length <= 3 ? region.toUpperCase() : region)),
  language: optionalLine(8)
    .transform((code) => code?.toLowerCase() ?? null)
    .refine((code) => code === null || /^[a-z]{2,3}(-[a-z]{2,4})?$/.test(code), "Write the language as its code, such as pt or en."),
  subscriberKind: SubscriberKind.default("unknown"),
  relationship: Relationship.default("cold"),
  /** C8: everything held about a person has a source, the record itself first. */
  source: line("Say where you have this from: they have a right to know."),
};

const Fields = z.object(prospectFields);
export type ProspectFields = z.output<typeof Fields>;

/** What stands at the top of the record: the name, or what stands for one. */
export function standingName(
  fields: Pick<ProspectFields, "name" | "givenName" | "familyName" | "emails" | "phones" | "jobTitle" | "companyName">,
) {
  const full = [fields.givenName, fields.familyName].filter(Boolean).join(" ");
  const role = fields.jobTitle && fields.companyName ? `${fields.jobTitle}, ${fields.companyName}` : null;
  return fields.name ?? (full || null) ?? fields.emails.find(Boolean) ?? role ?? fields.phones.find(Boolean) ?? null;
}

/** What each field of the record is called, in its history. */
export const fieldLabels = {
  ...{ name: "Name", givenName: "Given name", familyName: "Family name", jobTitle: "Title", companyName: "Company" },
  ...{ emails: "E-mail", phones: "Phone", linkedin: "LinkedIn", address: "Address" },
  ...{ timeZone: "Time zone", country: "Country", region: "State or province", language: "Language" },
  ...{ subscriberKind: "They are", relationship: "How it began", source: "From" },
} satisfies Record<string, string>;

export const subscriberNames: Record<SubscriberKind, string> = {
  unknown: "Not known: protected like a private person",
  consumer: "A private person",
  sole_trader: "A sole trader or partnership",
  corporate: "Someone at a company or public body",
};

export const relationshipNames: Record<Relationship, string> = {
  cold: "We found them",
  inbound: "They came to us",
  referral: "Someone introduced us",
  customer: "They are a customer",
};
