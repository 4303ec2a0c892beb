import "server-only";
import { type NewConsent, recordConsent } from "#lib/consent/record-consent.ts";
import { recordTerms } from "#lib/consent/record-terms.ts";
import { suppress } from "#lib/consent/suppress.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import type { Place } from "#lib/rights/store.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";

type Word = Pick<NewConsent, "method" | "wording" | "wordingVersion" | "evidence"> & { saidBy: "person" | "rep" };

/**
 * Ends all contact with a person under every name they are known by, in the transaction of what they asked (C4, GDPR Art. 18 and 21): the ledger and
 * their terms say stop, their addresses are suppressed, and what was planned comes off. The caller holds their locks.
 */
export async function stopAtOnce(place: Place, prospectIds: string[], word: Word): Promise<void> {
  for (const prospectId of prospectIds) {
    await recordConsent(place, [{ ...word, prospectId, channel: "any", status: "objected" }]);
    await recordTerms(place, prospectId, { stopped: true, pausedUntil: null, callBackOn: null }, word.saidBy);
    await suppress(place, prospectId, ["any"], "They asked to be left alone");
    await rejudge(place, prospectId, "preference");
  }
  await refreshPulse(place.tx, place.orgId, prospectIds);
}
