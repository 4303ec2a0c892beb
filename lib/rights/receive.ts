import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { type RequestKind, stopsContact, type Way } from "#lib/rights/request.ts";
import { stopAtOnce } from "#lib/rights/stop-at-once.ts";
import { findSame, insertRequest, type LockedPerson, type Place } from "#lib/rights/store.ts";
import { dueOn, termFor } from "#lib/rights/terms.ts";

type Received = { kind: RequestKind; cameBy: Way; about: string | null; words: string | null };
type Word = Parameters<typeof stopAtOnce>[2];

/** Takes a request in, once: with the day the law wants it answered by, an end to all contact where it asks for one, and word to those concerned. */
export async function receive(place: Place, person: LockedPerson, received: Received, word: Word): Promise<{ id: string; isNew: boolean }> {
  const prospectId = person.id;
  const same = await findSame(place, { prospectId, ...received });
  if (same) return { id: same, isNew: false };

  const term = termFor(person.country);
  const due = dueOn(term, place.now, person.zone);
  const id = await insertRequest(place, { prospectId, ...received, law: term.id, dueOn: due });
  if (stopsContact(received.kind)) await stopAtOnce(place, [prospectId, ...person.alsoKnownAs], word);
  const { kind, cameBy } = received;
  await recordEvent(place, { kind: "data-request.received", prospectId, subjectId: id, data: { asks: kind, cameBy, dueOn: due } });
  await tellConcerned(place, { kind, prospectId, by: word.saidBy, day: due, admins: true });
  if (stopsContact(kind))
    for (const other of person.alsoKnownAs) await tellConcerned(place, { kind: "stopped", prospectId: other, by: word.saidBy });
  return { id, isNew: true };
}
