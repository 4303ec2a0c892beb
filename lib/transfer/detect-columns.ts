import { synonyms } from "#lib/transfer/column-synonyms.ts";
import { type Field, fieldsOf, manyFields, type Subject } from "#lib/transfer/fields.ts";

/** A header as words: "HasOptedOutOfEmail", "Deal - Currency of Value" and "E-mail 1 - Value" become comparable. */
export function foldHeader(header: string): string {
  return header
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/^(deal|person|organization|lead|contact|company) - /i, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/e-?mail/g, "email")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What the file is a list of, told from its headers; a person changes it where this guesses wrong. */
export function guessSubject(header: string[]): Subject {
  const names = new Set(header.map(foldHeader));
  const has = (...wanted: string[]) => wanted.filter((name) => names.has(name)).length;
  const aboutPeople = has(
    "email",
    "email address",
    "first name",
    "given name",
    "last name",
    "family name",
    "primary email",
    "email 1 value",
    "do not email",
    "lead number",
  );
  const aboutDeals = has(
    "deal name",
    "deal stage",
    "stage",
    "amount",
    "close date",
    "closing date",
    "expected close date",
    "close value",
    "pipeline",
    "potential name",
    "opportunity name",
    "opportunity id",
    "currency of value",
    "weighted value",
    "title",
    "value",
  );
  if (aboutDeals >= 2 && aboutPeople === 0) return "deals";
  const aboutCompanies = has(
    "account name",
    "company name",
    "account",
    "organization",
    "organisation",
    "company owner",
    "account owner",
    "website url",
    "company",
    "company domain name",
  );
  return aboutCompanies >= 1 && aboutPeople === 0 ? "companies" : "prospects";
}

/** Where each column probably goes. Each single field takes the column whose name says it best; what nobody claims is left out. */
export function detectColumns(header: string[], subject: Subject): Field[] {
  const folded = header.map(foldHeader);
  const fields: Field[] = header.map(() => "ignore");
  for (const field of fieldsOf[subject]) {
    const wanted = synonyms[subject][field];
    if (!wanted) continue;
    const hits = folded
      .map((name, index) => ({ index, rank: wanted.findIndex((word) => (typeof word === "string" ? word === name : word.test(name))) }))
      .filter(({ index, rank }) => rank >= 0 && fields[index] === "ignore");
    if (manyFields.includes(field)) for (const { index } of hits) fields[index] = field;
    else if (hits.length > 0) fields[hits.reduce((best, hit) => (hit.rank < best.rank ? hit : best)).index] = field;
  }
  return fields.includes("name") || fields.includes("familyName")
    ? fields.map((field) => (field === "standIn" ? "ignore" : field))
    : fields;
}

/** Tasks, calls and meetings are not records; a file of them would make people of every row. */
export function looksLikeActivities(header: string[]): boolean {
  const names = new Set(header.map(foldHeader));
  const marks = [
    "activity date",
    "activity date time",
    "due date",
    "call type",
    "call start time",
    "start datetime",
    "start date time",
    "event subtype",
    "duration in minutes",
  ];
  return names.has("subject") && !names.has("email") && marks.some((name) => names.has(name));
}
