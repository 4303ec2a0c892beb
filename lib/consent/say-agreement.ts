import type { Terms } from "#lib/consent/ledger.ts";
import { describeTerms } from "#lib/consent/terms.ts";
import { dateOf, type Day, sayDayInFull } from "#lib/follow-up/local-time.ts";

/**
 * What somebody asked for and when, in the words that stand on their record and in every judgement (C1, C2): "Ana asked on 3 May 2026: E-mail only, at
 * most once a month." What a colleague noted is said to be unconfirmed until they say so themselves. `said` and `today` are days by the reader's calendar.
 */
export function sayAgreement(terms: Terms, name: string, { said, today }: { said: Day; today: Day }): string {
  const wishes = describeTerms(terms, dateOf(today)).join(" ") || describeTerms(terms).join(" ") || "nothing in particular.";
  const day = sayDayInFull(said);
  return terms.saidBy === "person"
    ? `${name} asked on ${day}: ${wishes}`
    : `Noted on ${day} from what ${name} said, not confirmed by them yet: ${wishes}`;
}
