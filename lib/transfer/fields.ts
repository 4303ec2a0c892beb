// What a column may become, as plain lists: the browser names them, mapping.ts checks against them.
import { basisKinds } from "#lib/follow-up/basis-names.ts";

/** What a row of the file is about. */
export const subjects = ["prospects", "companies", "deals"] as const;
export type Subject = (typeof subjects)[number];

export const subjectNames: Record<Subject, string> = { prospects: "People", companies: "Companies", deals: "Deals" };

/** Where a column goes. `ignore` leaves it behind, `keep` keeps it as a fact about the person, with the file as its source (C8). */
export const fields = [
  "ignore",
  "keep",
  "name",
  "givenName",
  "familyName",
  "email",
  "phone",
  "linkedin",
  "company",
  "website",
  "jobTitle",
  "country",
  "region",
  "city",
  "street",
  "postcode",
  "language",
  "timeZone",
  "source",
  "owner",
  "externalKey",
  "standIn",
  "doNotEmail",
  "doNotCall",
  "doNotContact",
  "subscriberKind",
  "notes",
  "createdOn",
  "title",
  "product",
  "amount",
  "currency",
  "stage",
  "status",
  "closeOn",
  "contact",
  "contactEmail",
  "contactKey",
] as const;
export type Field = (typeof fields)[number];

export const fieldNames: Record<Field, string> = {
  ignore: "Leave out",
  keep: "Keep as a fact",
  name: "Full name",
  givenName: "First name",
  familyName: "Last name",
  email: "E-mail",
  phone: "Phone",
  linkedin: "LinkedIn",
  company: "Company",
  website: "Company website",
  jobTitle: "Job title",
  country: "Country",
  region: "State or region",
  city: "City",
  street: "Street",
  postcode: "Postcode",
  language: "Language",
  timeZone: "Time zone",
  source: "Source",
  owner: "Owner (name or e-mail)",
  externalKey: "Key in the earlier system",
  standIn: "Stands for a missing name",
  doNotEmail: "Do not e-mail",
  doNotCall: "Do not call",
  doNotContact: "Do not contact at all",
  subscriberKind: "Kind of customer",
  notes: "Notes",
  createdOn: "Known since",
  title: "Title of the deal",
  product: "Product",
  amount: "Amount",
  currency: "Currency",
  stage: "Stage",
  status: "Won, lost or open",
  closeOn: "Close date",
  contact: "Person (name)",
  contactEmail: "Person (e-mail)",
  contactKey: "Person (key in the earlier system)",
};

const prospectFields: Field[] = fields.slice(0, fields.indexOf("title"));

/** The fields a column may go to, by subject. */
export const fieldsOf: Record<Subject, Field[]> = {
  prospects: prospectFields,
  companies: ["ignore", "name", "website", "country", "owner"],
  deals: [
    "ignore",
    "title",
    "product",
    "amount",
    "currency",
    "stage",
    "status",
    "closeOn",
    "company",
    "contact",
    "contactEmail",
    "contactKey",
    "owner",
    "externalKey",
    "createdOn",
  ],
};

/** Several columns may feed these; any other field is fed by one. */
export const manyFields: readonly Field[] = [
  "ignore",
  "keep",
  "email",
  "phone",
  "standIn",
  "doNotEmail",
  "doNotCall",
  "doNotContact",
  "notes",
];

/** How we may contact the people in a file; `unknown` leaves the ledger as it is, and what was looked up today no file can say. */
export const importBases = ["unknown", ...basisKinds.filter((kind) => kind !== "looked_up")] as const;
export type ImportBasis = (typeof importBases)[number];
