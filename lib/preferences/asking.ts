import { addressAsked, type KnownPoints } from "#lib/consent/address.ts";
import type { ConsentEntry, Terms } from "#lib/consent/ledger.ts";
import { standing } from "#lib/consent/standing.ts";
import { dateOf, dayOf, localDay, sayDayInFull } from "#lib/follow-up/local-time.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";

/** A person is asked at most once in so many days how they want to be contacted. */
export const daysBetweenAsks = 30;
export const askedSince = (now: Date) => new Date(now.getTime() - daysBetweenAsks * 24 * 60 * 60_000);

/** How far the question is (C1): they answered in their own words, we only noted what they told us, or nothing is known. What a rep noted is open until they confirm it. */
export function answerOf(terms: Terms | null): "answered" | "noted" | "none" {
  if (!terms) return "none";
  return terms.saidBy === "person" ? "answered" : "noted";
}

type Known = { ledger: readonly ConsentEntry[]; points: KnownPoints; terms: Terms | null; suppressed: readonly Channel[] };

/**
 * Why an e-mail that asks how they want to be contacted may not go out at `now`, as a sentence, or null (C1–C4, C7). It asks for no business, and
 * still a stop, a pause, a no to e-mail and a day they named keep it away. `zone` is theirs.
 */
export function whyNotAsk({ ledger, points, terms, suppressed }: Known, zone: string, now: Date): string | null {
  const today = dateOf(localDay(terms?.timeZone ?? zone, now));
  const held = standing(ledger, "email", now, addressAsked(points, "email"));
  if (held.kind === "stopped")
    return held.entry.channel === "any"
      ? "They asked us to stop. Only they can change that."
      : "They said no to e-mail. Only they can change that.";
  if (terms?.stopped) return "They asked us to stop. Only they can change that.";
  if (suppressed.includes("email")) return "Their address is on the list of those who must not be contacted.";
  if (terms?.channels && !terms.channels.includes("email")) return "They do not want e-mail. Ask them the way they chose.";
  if (terms?.pausedUntil && terms.pausedUntil > today) return `They asked for a pause. Nothing until ${inFull(terms.pausedUntil)}.`;
  if (terms?.callBackOn && terms.callBackOn > today) return `They want to hear from us on ${inFull(terms.callBackOn)}. Ask them then.`;
  return answerOf(terms) === "answered" ? "They have told us themselves already." : null;
}

const inFull = (date: string) => sayDayInFull(dayOf(date));
