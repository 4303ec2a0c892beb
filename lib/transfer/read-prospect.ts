import { getDomain } from "tldts";

import { isTimeZone } from "#lib/follow-up/local-time.ts";
import type { Channel, Relationship, SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import { type ContactPoint, readAddress, readEmail, readLinkedIn, readPhone } from "#lib/prospects/contact-points.ts";
import { guessZone } from "#lib/prospects/guess-zone.ts";
import { foldHeader } from "#lib/transfer/detect-columns.ts";
import { saysStop } from "#lib/transfer/parse-value.ts";
import { readRegion } from "#lib/prospects/read-region.ts";
import { readCountry } from "#lib/transfer/read-country.ts";
import { Cells, type Note, type Owner, type RowReader } from "#lib/transfer/read-row.ts";
import { noCountryRemark } from "#lib/transfer/remarks.ts";
import { standInName } from "#lib/transfer/stand-in-name.ts";

/** A stop that a column states, with the words it rests on (C4, C9). */
export type Stop = { channel: Channel | "any"; evidence: string };

export type ProspectRow = {
  line: number;
  notes: Note[];
  /** Why the row is not taken, or null. */
  rejected: string | null;
  externalKey: string | null;
  name: string;
  isStandIn: boolean;
  givenName: string | null;
  familyName: string | null;
  jobTitle: string | null;
  company: string | null;
  domain: string | null;
  country: string | null;
  region: string | null;
  language: string | null;
  timeZone: string | null;
  source: string | null;
  relationship: Relationship | null;
  subscriberKind: SubscriberKind | null;
  owner: Owner;
  points: ContactPoint[];
  facts: { label: string; value: string }[];
  stops: Stop[];
  createdOn: string | null;
};

/** Reads one row as a person. Nothing here fails: what cannot be read is left out with a note, and a row without anyone in it is rejected. */
export function readProspect(reader: RowReader, line: number, values: string[]): ProspectRow {
  const cells = new Cells(reader, values);
  const place = readPlace(cells);
  const points = readPoints(cells, place.country ?? reader.country);
  const [givenName, familyName, jobTitle, company] = [
    cells.text("givenName", 100),
    cells.text("familyName", 100),
    cells.text("jobTitle"),
    cells.text("company"),
  ];
  const key = keyOf(cells);
  const said = cells.text("name") ?? ([givenName, familyName].filter(Boolean).join(" ") || null);
  const name = said ?? standInName(cells.all("standIn"), { points, jobTitle, company });
  const source = cells.text("source");
  return {
    ...{
      line,
      notes: cells.notes,
      name: name ?? "",
      isStandIn: said === null,
      givenName,
      familyName,
      jobTitle,
      company,
      ...place,
      source,
      points,
    },
    rejected: name === null ? "The row says neither who this is nor how to reach them." : null,
    externalKey: key && `${key.header}:${key.value}`,
    domain: company ? domainOf(cells.text("website", 500)) : null,
    language: languageOf(cells.text("language")),
    relationship: source && /referral|recommend|introduc|word of mouth/i.test(source) ? "referral" : null,
    subscriberKind: kindOf(cells.text("subscriberKind")),
    owner: cells.owner(),
    facts: readFacts(cells),
    stops: readStops(cells),
    createdOn: knownSince(cells),
  };
}

function readPlace(cells: Cells) {
  const named = cells.text("country");
  const country = named && readCountry(named);
  if (named && !country) cells.note(`“${named.slice(0, 60)}” is not a country that is known here; it is left out.`);
  const state = cells.text("region", 50);
  const region = state && readRegion(state, country);
  const zone = cells.text("timeZone");
  return { country, region, timeZone: zone && isTimeZone(zone) ? zone : guessZone(country, region) };
}

const many = (values: { value: string }[]) => values.flatMap(({ value }) => value.split(/\s*(?::::|[;,|\n])\s*/)).filter(Boolean);

function readPoints(cells: Cells, country: string | null): ContactPoint[] {
  const points = new Map<string, ContactPoint>();
  const add = (point: ContactPoint) =>
    points.set(`${point.kind} ${point.normalised}`, points.get(`${point.kind} ${point.normalised}`) ?? point);

  for (const typed of many(cells.all("email", 500))) {
    const point = readEmail(typed);
    if (point.problem) cells.note(`An e-mail address cannot be right (such as “${typed.slice(0, 60)}”); it is left out.`);
    else add(point);
  }
  for (const typed of many(cells.all("phone", 300))) {
    if ((typed.match(/\d/g)?.length ?? 0) < 3) {
      cells.note(`A phone number holds no number (such as “${typed.slice(0, 30)}”); it is left out.`);
      continue;
    }
    const point = readPhone(typed.slice(0, 60), country);
    if (point.problem) cells.note(noCountryRemark);
    if (point.normalised) add(point);
  }
  const profile = cells.text("linkedin", 300);
  if (profile && !readLinkedIn(profile).problem) add(readLinkedIn(profile));
  const street = cells.text("street", 300);
  const lines = [street, cells.text("postcode", 20), cells.text("city"), cells.text("region", 50), cells.text("country")].filter(Boolean);
  if (street) add(readAddress(lines.join(", ")));
  return [...points.values()];
}

/** The key with the name of its column: two systems may both have a lead 4563. */
function keyOf(cells: Cells): { header: string; value: string } | null {
  const found = cells.all("externalKey").find(({ value }) => value !== "0");
  return found ? { header: foldHeader(found.header).replaceAll(" ", ""), value: found.value } : null;
}

/** Sites that host many: an address there says nothing about the company. */
const shared = new Set([
  "facebook.com",
  "linkedin.com",
  "instagram.com",
  "twitter.com",
  "x.com",
  "youtube.com",
  "google.com",
  "gmail.com",
  "yahoo.com",
  "outlook.com",
  "hotmail.com",
]);

export function domainOf(website: string | null): string | null {
  const domain = website ? getDomain(website.trim().toLowerCase(), { allowPrivateDomains: true }) : null;
  return domain && !shared.has(domain) ? domain : null;
}

function languageOf(text: string | null): string | null {
  const code = text?.toLowerCase().replace("_", "-") ?? "";
  return /^[a-z]{2,3}(-[a-z]{2,4})?$/.test(code) ? code : null;
}

function kindOf(text: string | null): SubscriberKind | null {
  if (!text) return null;
  if (/^(consumer|private|individual|b2c|person)/i.test(text)) return "consumer";
  if (/^(sole|self|freelance|partnership)/i.test(text)) return "sole_trader";
  return /^(corporate|company|business|b2b|organi[sz]ation)/i.test(text) ? "corporate" : null;
}

function readFacts(cells: Cells): ProspectRow["facts"] {
  const city = cells.text("city");
  const notes = cells.all("notes", 2_000).map(({ header, value }) => ({ label: header.slice(0, 80), value }));
  const kept = cells.all("keep", 2_000).map(({ header, value }) => ({ label: header.slice(0, 80), value }));
  return [...(city ? [{ label: "City", value: city }] : []), ...notes, ...kept];
}

/** Someone who wants no calls wants no texts either. A cell that is neither yes nor no is read as a stop. */
function readStops(cells: Cells): Stop[] {
  const channels = { doNotEmail: ["email"], doNotCall: ["phone", "sms"], doNotContact: ["any"] } as const;
  return (["doNotEmail", "doNotCall", "doNotContact"] as const).flatMap((field) =>
    cells.all(field).flatMap(({ header, value }) => {
      const { stop, sure } = saysStop(value);
      if (stop && !sure) cells.note(`“${value.slice(0, 40)}” under “${header.slice(0, 60)}” is read as a stop, to be safe.`);
      return stop ? channels[field].map((channel) => ({ channel, evidence: `${header}: ${value} (${cells.reader.fileName})` })) : [];
    }),
  );
}

function knownSince(cells: Cells): string | null {
  const day = cells.day("createdOn");
  return day && day <= cells.reader.today ? day : null;
}
