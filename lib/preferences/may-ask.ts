import "server-only";
import { sayDayInFull, localDay } from "#lib/follow-up/local-time.ts";
import { findAskSince } from "#lib/mail/queries.ts";
import type { Tx } from "#lib/platform/db.ts";
import { askedSince, daysBetweenAsks, whyNotAsk } from "#lib/preferences/asking.ts";
import { findAddressSince, lockPerson } from "#lib/preferences/store.ts";
import { readDossier } from "#lib/scoring/queries.ts";

type Place = { tx: Tx; orgId: string; now: Date };

/**
 * Why a person may not be asked just now how they want to be contacted, or null (C1). It locks them, looks at every record with their address, and
 * leaves out the message `except`, about which it is asked again before that leaves.
 */
export async function mayNotAsk(place: Place, prospectId: string, except: string | null = null): Promise<string | null> {
  const { tx, orgId, now } = place;
  const person = await lockPerson(place, prospectId);
  if (!person) return "Their record is gone.";
  const everyone = [prospectId, ...person.alsoKnownAs];
  for (const id of everyone) {
    const why = whyNotAsk(await readDossier(tx, orgId, id, { now }), person.zone, now);
    if (why) return why;
  }
  const last = await findAskSince({ tx, orgId }, everyone, { since: askedSince(now), except });
  return last && `They were asked on ${sayDayInFull(localDay(person.zone, last))}. Once in ${daysBetweenAsks} days is enough.`;
}

/** Why a message with a secret link may not leave for an address any more, or null: it came off the record after the message was written. */
export async function mayNotReach({ tx, orgId }: Place, { prospectId, to }: { prospectId: string; to: string }): Promise<string | null> {
  return (await findAddressSince({ tx, orgId }, prospectId, to)) ? null : "The address is no longer on their record.";
}
