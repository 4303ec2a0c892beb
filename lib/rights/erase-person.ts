import "server-only";
import { suppress } from "#lib/consent/suppress.ts";
import { suppressTopics } from "#lib/consent/suppress-topics.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { enqueue } from "#lib/platform/queue.ts";
import type { LockedPerson } from "#lib/prospects/lock-person.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { closeOpen, erase, findRefusedTopics, type Place, withMerged } from "#lib/rights/store.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";

/**
 * Erases a person, and those of their other records that are named (GDPR Art. 17): words, names, addresses and facts go, what was planned is cancelled,
 * counts stay; of records merged into theirs what was left of them goes, too. Their addresses stay suppressed as hashes, so that no import and no colleague starts anew (Art. 21(3)). The caller holds their locks.
 */
export async function erasePerson(place: Place, person: LockedPerson, also: string[]): Promise<void> {
  const gone = await withMerged(place, [person.id, ...also]);
  for (const id of gone) {
    await suppress(place, id, ["any"], "They asked to be erased");
    await suppressTopics(place, id, await findRefusedTopics(place, id));
  }
  for (const prospectId of gone) {
    await erase(place, prospectId);
    await recordEvent(place, { kind: "prospect.erased", prospectId });
  }
  await closeOpen(place, gone);

  const left = person.alsoKnownAs.filter((id) => !also.includes(id));
  for (const prospectId of left) {
    await rejudge(place, prospectId, "preference");
    await tellConcerned(place, { kind: "changed", prospectId, by: "admin", always: false });
  }
  await refreshPulse(place.tx, place.orgId, left);
  // others may be known by the same number, and which is not to be told any more
  await enqueue(place.tx, "hold-stopped", { orgId: place.orgId });
}
