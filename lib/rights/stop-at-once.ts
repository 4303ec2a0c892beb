import "server-only";
import { type NewConsent, recordConsent } from "#lib/consent/record-consent.ts";
import { recordTerms } from "#lib/consent/record-terms.ts";
import { suppress } from "#lib/consent/suppress.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import type { Place } from "#lib/rights/store.ts";
import type { OnPlanned } from "#lib/schedule/take-effect.ts";

type Word = Pick<NewConsent, "method" | "wording" | "wordingVersion" | "evidence"> & { saidBy: "person" | "rep" };

/**
 * Ends all contact with a person under every name they are known by, in the transaction of what they asked (C4, GDPR Art. 18 and 21): the ledger and
 * their terms say stop, their addresses are suppressed, and what was planned comes off; of those who share only an address, soon after. The caller holds
 * their locks.
 */
export async function stopAtOnce(place: Place, prospectIds: string[], word: Word, onPlanned: OnPlanned): Promise<void> {
  for (const prospectId of prospectIds) {
    await recordConsent(place, [{ ...word, prospectId, channel: "any", status: "objected" }]);
    await recordTerms(place, prospectId, { stopped: true, pausedUntil: null, callBackOn: null }, word.saidBy);
    await suppress(place, prospectId, ["any"], "They asked to be left alone");
    await onPlanned(place, prospectId, "preference");
    await enqueue(place.tx, "hold-stopped", { orgId: place.orgId, sharedWith: prospectId });
  }
  await refreshPulse(place.tx, place.orgId, prospectIds);
}
