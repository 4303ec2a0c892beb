import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import type { LockedPerson } from "#lib/prospects/lock-person.ts";
import { type RequestKind, stopsContact, type Way } from "#lib/rights/request.ts";
import { stopAtOnce } from "#lib/rights/stop-at-once.ts";
import { findSame, insertRequest, type Place } from "#lib/rights/store.ts";
import { dueOn, termFor } from "#lib/rights/terms.ts";
import type { OnPlanned } from "#lib/schedule/take-effect.ts";

type Received = { kind: RequestKind; cameBy: Way; about: string | null; words: string | null };
type Word = Parameters<typeof stopAtOnce>[2];

/**
 * Takes a request in, once: with the day the law wants it answered by, an end to all contact where it asks for one, and word to those concerned. Said
 * again, it finds the open request, and ends what contact they have allowed since (C4).
 */
export async function receive(
  place: Place,
  person: LockedPerson,
  received: Received,
  word: Word,
  onPlanned: OnPlanned,
): Promise<{ id: string; isNew: boolean }> {
  const prospectId = person.id;
  const same = await findSame(place, { prospectId, ...received });
  if (same) {
    if (stopsContact(received.kind)) await stopAnew(place, person, { id: same, ...received }, word, onPlanned);
    return { id: same, isNew: false };
  }

  const term = termFor(person.country);
  const due = dueOn(term, place.now, person.homeZone);
  const id = await insertRequest(place, { prospectId, ...received, law: term.id, dueOn: due });
  if (stopsContact(received.kind)) await stopAtOnce(place, [prospectId, ...person.alsoKnownAs], word, onPlanned);
  const { kind, cameBy } = received;
  await recordEvent(place, { kind: "data-request.received", prospectId, subjectId: id, data: { asks: kind, cameBy, dueOn: due } });
  await tellConcerned(place, { kind, prospectId, by: word.saidBy, day: due, admins: true });
  if (stopsContact(kind))
    for (const other of person.alsoKnownAs) await tellConcerned(place, { kind: "stopped", prospectId: other, by: word.saidBy });
  return { id, isNew: true };
}

/** Of their records, those that may be contacted again are stopped once more. */
async function stopAnew(
  place: Place,
  { reachable }: LockedPerson,
  { id, kind, cameBy }: Received & { id: string },
  word: Word,
  onPlanned: OnPlanned,
): Promise<void> {
  if (reachable.length === 0) return;
  await stopAtOnce(place, reachable, word, onPlanned);
  for (const prospectId of reachable) {
    await recordEvent(place, { kind: "data-request.repeated", prospectId, subjectId: id, data: { asks: kind, cameBy } });
    await tellConcerned(place, { kind: "stopped", prospectId, by: word.saidBy });
  }
}
