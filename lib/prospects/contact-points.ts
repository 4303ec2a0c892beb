import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { z } from "zod";

import { foldForSearch } from "#lib/prospects/search-text.ts";

export const ContactKind = z.enum(["email", "phone", "linkedin", "address"]);
export type ContactKind = z.infer<typeof ContactKind>;

/** A way to reach someone: as typed, as compared, and a sentence when it cannot be used as it stands. */
export type ContactPoint = { kind: ContactKind; value: string; normalised: string; problem: string | null };

const Email = z.email().max(254);
const tidy = (typed: string) => typed.trim().replace(/\s+/g, " ");

export function readEmail(typed: string): ContactPoint {
  const value = tidy(typed).replace(/^mailto:/i, "");
  const normalised = value.toLowerCase();
  const problem = Email.safeParse(normalised).success ? null : `“${value}” is not an e-mail address.`;
  return { kind: "email", value, normalised, problem };
}

/** E.164 where it can be read, with `country` for a number without its own; kept as typed where not. */
export function readPhone(typed: string, country: string | null): ContactPoint {
  const value = tidy(typed).replace(/^tel:/i, "");
  const defaultCountry = country && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const number = parsePhoneNumberFromString(value, { defaultCountry, extract: false });
  if (number?.isValid())
    return { kind: "phone", value, normalised: number.number + (number.ext ? `;ext=${number.ext}` : ""), problem: null };
  const problem =
    number || defaultCountry || value.startsWith("+")
      ? `“${value}” does not read as a phone number. It is kept as typed.`
      : `“${value}” has no country code, such as +31. It is kept as typed.`;
  return { kind: "phone", value, normalised: foldForSearch(value), problem };
}

/** The address of a profile, whichever way it was copied. */
export function readLinkedIn(typed: string): ContactPoint {
  const value = tidy(typed);
  const found =
    /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/(in|pub|company)\/([^/?#\s]+)/i.exec(value) ?? /^(in)\/([^/?#\s]+)\/?$/i.exec(value);
  if (!found)
    return { kind: "linkedin", value, normalised: foldForSearch(value), problem: "This is not the address of a LinkedIn profile." };
  const normalised = `https://www.linkedin.com/${found[1]!.toLowerCase()}/${decoded(found[2]!).toLowerCase()}`;
  return { kind: "linkedin", value: normalised, normalised, problem: null };
}

export function readAddress(typed: string): ContactPoint {
  const value = typed.trim();
  return { kind: "address", value, normalised: foldForSearch(value.replace(/[,;]/g, " ")), problem: null };
}

/** As it is read; with a sign in it that no address has, as it was written. */
function decoded(part: string): string {
  try {
    const read = decodeURIComponent(part);
    return /[\p{Cc}\s"<>]/u.test(read) ? part : read;
  } catch {
    return part;
  }
}

type Typed = { emails: string[]; phones: string[]; linkedin: string | null; address: string | null };

/**
 * Everything typed as contact points, each once and the first of its kind as primary.
 * `problems` stand in the way, by field; `notices` are only worth saying.
 */
export function readContactPoints(typed: Typed, country: string | null) {
  const read: [string, ContactPoint][] = [
    ...typed.emails.flatMap((text, at): [string, ContactPoint][] => (text ? [[`emails.${at}`, readEmail(text)]] : [])),
    ...typed.phones.flatMap((text, at): [string, ContactPoint][] => (text ? [[`phones.${at}`, readPhone(text, country)]] : [])),
    ...(typed.linkedin ? [["linkedin", readLinkedIn(typed.linkedin)] as [string, ContactPoint]] : []),
    ...(typed.address ? [["address", readAddress(typed.address)] as [string, ContactPoint]] : []),
  ];
  const points = new Map<string, ContactPoint>();
  const problems: Record<string, string[]> = {};
  const notices: string[] = [];
  for (const [field, point] of read) {
    if (point.problem && point.kind === "phone") notices.push(point.problem);
    else if (point.problem) problems[field] = [point.problem];
    const key = `${point.kind} ${point.normalised}`;
    if (!points.has(key)) points.set(key, point);
  }
  return { points: [...points.values()], problems, notices };
}
