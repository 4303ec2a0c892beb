import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { detectColumns, foldHeader, guessSubject, looksLikeActivities } from "#lib/transfer/detect-columns.ts";
import type { Field, Subject } from "#lib/transfer/fields.ts";
import { mappingProblem } from "#lib/transfer/mapping.ts";

/** By header, where a file's columns go; what is left out is not listed. */
const mapped = (header: string[]): Record<string, Field> => {
  const fields = detectColumns(header, guessSubject(header));
  return Object.fromEntries(header.flatMap((name, index) => (fields[index] === "ignore" ? [] : [[name, fields[index]!]])));
};

test("headers become comparable words", () => {
  expect(
    ["HasOptedOutOfEmail", "E-mail 1 - Value", "Deal - Currency of Value", "State/Region", "OPTIN_TIME", "Straße (privat)"].map(foldHeader),
  ).toEqual(["has opted out of email", "email 1 value", "currency of value", "state region", "optin time", "straße privat"]);
});

describe("the six systems, written out by hand", () => {
  test("HubSpot contacts with consent", () => {
    const header = [
      "Record ID",
      "First Name",
      "Last Name",
      "Email",
      "Phone Number",
      "Job Title",
      "Company Name",
      "Contact owner",
      "Lead Status",
      "Create Date",
      "Unsubscribed from all email",
      "State/Region",
    ];
    expect(mapped(header)).toEqual({
      "Record ID": "externalKey",
      "First Name": "givenName",
      "Last Name": "familyName",
      Email: "email",
      "Phone Number": "phone",
      "Job Title": "jobTitle",
      "Company Name": "company",
      "Contact owner": "owner",
      "Create Date": "createdOn",
      "Unsubscribed from all email": "doNotEmail",
      "State/Region": "region",
    });
  });

  test("X Education: no names, but what stands for them", () => {
    const header = [
      "Prospect ID",
      "Lead Number",
      "Lead Origin",
      "Lead Source",
      "Do Not Email",
      "Do Not Call",
      "Converted",
      "Country",
      "City",
      "Newspaper",
    ];
    expect(mapped(header)).toEqual({
      "Prospect ID": "externalKey",
      "Lead Number": "standIn",
      "Lead Origin": "standIn",
      "Lead Source": "source",
      "Do Not Email": "doNotEmail",
      "Do Not Call": "doNotCall",
      Country: "country",
      City: "city",
    });
  });

  test("a name leaves no need for what stands for one", () => {
    expect(mapped(["Lead Number", "Name", "Email"])).toEqual({ "Lead Number": "externalKey", Name: "name", Email: "email" });
  });
});

type HeaderSet = { system: string; object: string; variant: string; columns: string[] };
const file = "../shared/data/crm_exports/headers/crm_headers.json";
if (!existsSync(file)) console.warn(`${file} is not here: the header sets of other systems are not tried.`);
const sets = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as HeaderSet[]) : [];
const find = (system: string, object: string, variant = "") => {
  const found = sets.find((set) => set.system.startsWith(system) && set.object === object && set.variant.startsWith(variant));
  if (!found) throw new Error(`no header set for ${system} ${object} ${variant}`);
  return found.columns;
};

/** The fields that matter, as a person would set them. */
// prettier-ignore
const expected: [system: string, object: string, variant: string, subject: Subject, fields: Record<string, Field>][] = [
  ["HubSpot", "contacts", "UI export", "prospects", { "Record ID": "externalKey", "First Name": "givenName", "Last Name": "familyName", Email: "email", "Phone Number": "phone", "Contact owner": "owner", "Lead Source": "source", "Associated Company": "company", "Create Date": "createdOn" }],
  ["HubSpot", "contacts", "minimal", "prospects", { "Record ID": "externalKey", "First Name": "givenName", "Last Name": "familyName", Email: "email", "Phone Number": "phone", "Job Title": "jobTitle", "Company Name": "company", "Contact owner": "owner" }],
  ["HubSpot", "contacts", "with activity", "prospects", { Email: "email", "Associated Company": "company", City: "city", "State/Region": "region", "Postal Code": "postcode" }],
  ["HubSpot", "companies", "", "companies", { "Company name": "name", "Website URL": "website", "Company owner": "owner" }], [ "HubSpot", "deals", "", "deals", { "Record ID": "externalKey", "Deal Name": "title", "Deal Stage": "stage", Amount: "amount", "Deal owner": "owner" }],
  ["HubSpot", "consent properties", "", "prospects", { "Unsubscribed from all email": "doNotEmail" }], [ "Salesforce", "Lead", "API", "prospects", { Id: "externalKey", LastName: "familyName", FirstName: "givenName", Name: "name", Title: "jobTitle", Company: "company", City: "city", State: "region", Phone: "phone", MobilePhone: "phone", Email: "email", LeadSource: "source", HasOptedOutOfEmail: "doNotEmail", DoNotCall: "doNotCall", Description: "notes", Country: "country", CreatedDate: "createdOn" }],
  ["Salesforce", "Contact", "API", "prospects", { Id: "externalKey", LastName: "familyName", FirstName: "givenName", Phone: "phone", MobilePhone: "phone", Email: "email", Title: "jobTitle", MailingCountry: "country", MailingState: "region", MailingCity: "city", MailingStreet: "street" }],
  ["Salesforce", "Contact", "report", "prospects", { "First Name": "givenName", "Last Name": "familyName", Title: "jobTitle", "Mailing Country": "country", "Mailing State/Province": "region", Phone: "phone", Mobile: "phone", Email: "email", "Account Name": "company", "Account Owner": "owner" }],
  ["Salesforce", "Lead", "report", "prospects", { "Lead Owner": "owner", "First Name": "givenName", "Last Name": "familyName", Title: "jobTitle", "Company / Account": "company", "Lead Source": "source", Email: "email" }],
  ["Pipedrive", "deals", "list", "deals", { ID: "externalKey", Title: "title", Owner: "owner", Value: "amount", "Currency of Value": "currency", Organization: "company", "Contact person": "contact", Stage: "stage", Status: "status", "Expected close date": "closeOn", "Deal created": "createdOn" }],
  ["Pipedrive", "deals", '"Deal', "deals", { "Deal - ID": "externalKey", "Deal - Title": "title", "Deal - Owner": "owner", "Deal - Value": "amount", "Deal - Currency of Value": "currency", "Deal - Organization": "company", "Deal - Contact person": "contact", "Deal - Stage": "stage", "Deal - Expected close date": "closeOn" }],
  ["Pipedrive", "people", "", "prospects", { "Person - Notes": "notes", "Person - Person created": "createdOn" }], [ "Zoho", "Leads", "", "prospects", { LEADID: "externalKey", "Last Name": "familyName", Company: "company", "Lead Owner": "owner", Email: "email", Mobile: "phone", Website: "website", "Lead Source": "source", "Created Time": "createdOn" }],
  ["Zoho", "Contacts", "", "prospects", { CONTACTID: "externalKey", "Last Name": "familyName", "Contact Owner": "owner", Email: "email", "Lead Source": "source", Mobile: "phone" }],
  ["Zoho", "Accounts", "", "companies", { "Account Name": "name", "Account Owner": "owner", Website: "website" }], [ "Zoho", "Potentials", "", "deals", { "Potential Name": "title", "Potential Owner": "owner", "Closing Date": "closeOn", Amount: "amount", Stage: "stage", LEADID: "contactKey" }],
  ["Google", "contacts", "old", "prospects", { Name: "name", "Given Name": "givenName", "Family Name": "familyName", "E-mail 1 - Value": "email", "Phone 1 - Value": "phone", "Organization 1 - Name": "company", "Organization 1 - Title": "jobTitle", Notes: "notes", Language: "language" }],
  ["Google", "contacts", "new", "prospects", { "First Name": "givenName", "Last Name": "familyName", "E-mail 1 - Value": "email", "E-mail 2 - Value": "email", "Phone 1 - Value": "phone", "Organization Name": "company", "Organization Title": "jobTitle", "Address 1 - Country": "country", "Address 1 - City": "city" }],
  ["Outlook", "contacts", "", "prospects", { "First Name": "givenName", "Last Name": "familyName", Company: "company", "Job Title": "jobTitle", "E-mail Address": "email", "E-mail 2 Address": "email", "Business Phone": "phone", "Mobile Phone": "phone", "Business Country/Region": "country", "Business State": "region" }],
  ["LinkedIn", "Connections.csv", "", "prospects", { "First Name": "givenName", "Last Name": "familyName", URL: "linkedin", "Email Address": "email", Company: "company", Position: "jobTitle" }],
  ["Apollo", "contacts", "", "prospects", { "First Name": "givenName", Title: "jobTitle", Company: "company", Email: "email", "Mobile Phone": "phone", "Person Linkedin Url": "linkedin", Website: "website", Country: "country", "Apollo Contact Id": "externalKey" }],
  ["Mailchimp", "audience", "", "prospects", { "Email Address": "email", "First Name": "givenName", "Last Name": "familyName", CC: "country", TIMEZONE: "timeZone", LEID: "externalKey" }],
  ["Roundcube test: all", "contacts", "", "prospects", { "Display Name": "name", "First Name": "givenName", "Email Home": "email", "Email Work": "email", "Job Title": "jobTitle", "Work Country": "country" }],
  ["Roundcube test: gmail", "contacts", "", "prospects", { Name: "name", "E-mail 4 - Value": "email", "Phone 7 - Value": "phone", "Organization 1 - Name": "company" }],
  ["Roundcube test: outlook", "contacts", "", "prospects", { "E-mail Address": "email", "E-mail 3 Address": "email" }], [ "Roundcube test: tb_plain", "contacts", "", "prospects", { "Display Name": "name", "Primary Email": "email", "Secondary Email": "email", "Work Phone": "phone", Organization: "company", "Job Title": "jobTitle" }],
  ["Roundcube test: email", "contacts", "", "prospects", { "Primary Email": "email" }],
];

/** Columns that must not be taken for something they only resemble. */
const never: Record<string, Field[]> = {
  "E-mail Type": ["email"],
  "E-mail Display Name": ["email", "name"],
  "Assistant's Phone": ["phone"],
  "Business Fax": ["phone"],
  "Company Main Phone": ["phone"],
  "Assistant's Name": ["name"],
  HasOptedOutOfFax: ["doNotEmail", "doNotCall"],
  "Email Status": ["email"],
  "Contact Owner Id": ["owner"],
  OwnerId: ["owner"],
  "Account Id": ["externalKey", "company"],
  "Weighted value": ["amount"],
  "Expected Revenue": ["amount"],
  "Won time": ["closeOn"],
  "Phone 1 - Type": ["phone"],
  "Address 1 - Formatted": ["city"],
  "Company Linkedin Url": ["linkedin"],
};

describe.skipIf(sets.length === 0)("the header sets of other systems", () => {
  test.each(expected)("%s %s %s", (system, object, variant, subject, fields) => {
    const header = find(system, object, variant);
    expect(guessSubject(header)).toBe(subject);
    expect(mapped(header)).toMatchObject(fields);
  });

  test("all 33: single fields have one column, resemblances mislead nobody, activities are told apart", () => {
    expect(sets).toHaveLength(33);
    for (const { system, object, variant, columns } of sets) {
      const what = `${system} ${object} ${variant}`;
      const subject = guessSubject(columns);
      const problem = mappingProblem(subject, detectColumns(columns, subject));
      expect([what, problem]).not.toEqual([what, expect.stringContaining("Two columns")]);
      const misled = Object.entries(mapped(columns)).filter(([name, field]) => never[name]?.includes(field));
      expect({ what, misled }).toEqual({ what, misled: [] });
      expect([what, looksLikeActivities(columns)]).toEqual([what, ["Task", "Event", "Calls", "Tasks", "Events"].includes(object)]);
    }
  });
});
