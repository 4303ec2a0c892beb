import "server-only";
import { sayDayInFull, localDay } from "#lib/follow-up/local-time.ts";
import type { StatedBasis } from "#lib/follow-up/plan.ts";
import { findAskSince } from "#lib/mail/queries.ts";
import type { Tx } from "#lib/platform/db.ts";
import { askedSince, daysBetweenAsks, whyNotAsk } from "#lib/preferences/asking.ts";
import { type LawOfAsking, lawOfAsking, unlawfulAsk } from "#lib/preferences/law-of-asking.ts";
import { findAddressSince } from "#lib/preferences/store.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { lockPerson } from "#lib/prospects/lock-person.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { readDossier } from "#lib/scoring/queries.ts";

type Place = { tx: Tx; orgId: string; now: Date };

/**
 * Why a person may not be asked just now how they want to be contacted, or null (C1). It locks them, looks at every record with their address, and
 * leaves out the message `except`, about which it is asked again before that leaves. `basis`: what a rep states where the law of their place asks for it.
 */
export async function mayNotAsk(
  place: Place,
  prospectId: string,
  { except = null, basis = null }: { except?: string | null; basis?: StatedBasis | null } = {},
): Promise<string | null> {
  const { tx, orgId, now } = place;
  const person = await lockPerson(place, prospectId);
  if (!person) return "Their record is gone.";
  const everyone = [prospectId, ...person.alsoKnownAs];
  for (const id of everyone) {
    const why = whyNotAsk(await readDossier(tx, orgId, id, { now }), person.zone, now);
    if (why) return why;
  }
  const unlawful = unlawfulAsk(await findLawOfAsking(place, await readDossier(tx, orgId, prospectId, { now }), person.zone), basis);
  if (unlawful) return unlawful;
  const last = await findAskSince({ tx, orgId }, everyone, { since: askedSince(now), except });
  return last && `They were asked on ${sayDayInFull(localDay(person.zone, last))}. Once in ${daysBetweenAsks} days is enough.`;
}

/** What the law of their place, as the organisation has it, says of the question. */
export async function findLawOfAsking({ tx, orgId, now }: Place, dossier: Dossier, zone: string): Promise<LawOfAsking> {
  const { law: own } = await readPolicy(tx, orgId);
  return lawOfAsking({ ...dossier, place: dossier.person, own, zone }, now);
}

/** Why a message with a secret link may not leave for an address any more, or null: it came off the record after the message was written. */
export async function mayNotReach({ tx, orgId }: Place, { prospectId, to }: { prospectId: string; to: string }): Promise<string | null> {
  return (await findAddressSince({ tx, orgId }, prospectId, to)) ? null : "The address is no longer on their record.";
}
