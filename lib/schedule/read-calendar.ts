import "server-only";
import { createHash } from "node:crypto";

import { no, ok, type Outcome } from "#lib/outcome.ts";
import { env } from "#lib/platform/env.ts";
import { readToken } from "#lib/platform/ids.ts";
import { countTry, type Limit } from "#lib/platform/rate-limit.ts";
import { writeCalendar } from "#lib/schedule/calendar.ts";
import { findCalendar, findCalendarHolder } from "#lib/schedule/calendar-queries.ts";

/** How often one feed is fetched; calendars ask every few minutes at most. */
const perLink: Limit = { max: 60, windowSeconds: 3600 };
/** Tokens that open nothing, tried from one address. */
const guesses: Limit = { max: 30, windowSeconds: 300 };
/** How long what was planned stays to be seen, in milliseconds. */
const looksBack = 7 * 86_400_000;

/** A member's own follow-ups for their calendar, by their secret link alone. Nothing is written, and `from` is where the question comes from. */
export async function readCalendar(
  { now, from }: { now: Date; from: string },
  token: string,
): Promise<Outcome<{ text: string; tag: string }>> {
  const key = readToken(token);
  const holder = key && (await findCalendarHolder(key));
  if (!holder) return (await tooMany(`calendar guess from ${from}`, guesses, now)) ?? no({ code: "not-found" });
  const often = await tooMany(`calendar ${key.hash}`, perLink, now);
  if (often) return often;

  const { origin, hostname } = new URL(env().BASE_URL);
  const text = writeCalendar(await findCalendar(holder, new Date(now.getTime() - looksBack)), { base: origin, host: hostname });
  return ok({ text, tag: `"${createHash("sha256").update(text).digest("base64url")}"` });
}

async function tooMany(subject: string, limit: Limit, now: Date): Promise<Outcome<never> | null> {
  const retryAfterSeconds = await countTry(subject, limit, now);
  return retryAfterSeconds > 0 ? no({ code: "too-many", retryAfterSeconds }) : null;
}
