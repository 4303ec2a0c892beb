import "server-only";
import { ConsentEntry, type Terms } from "#lib/consent/ledger.ts";
import { lostStops } from "#lib/consent/lost-stops.ts";
import { recordConsent } from "#lib/consent/record-consent.ts";
import { recordTerms } from "#lib/consent/record-terms.ts";
import { type Said, strictest } from "#lib/consent/strictest.ts";
import { nothingSaid, type TermsContent, type TermsRow, toTerms } from "#lib/consent/terms.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Tx } from "#lib/platform/db.ts";

type Place = { tx: Tx; orgId: string; actorId: string | null; now: Date };

/** What a record says of consent: its ledger, what they chose last and last themselves, on which channels an address, key or company of theirs is suppressed. */
export type Side = { id: string; zone: string; entries: ConsentEntry[]; terms: Terms | null; own: Terms | null; suppressed: Channel[] };

/** Read under the record's lock, before it is merged. `zone`: theirs, as the record says it. */
export async function readSide({ tx, orgId }: Place, id: string, zone: string): Promise<Side> {
  const where = { orgId, prospectId: id };
  const orderBy = { version: "desc" } as const;
  const entries = await tx.consentEvent.findMany({ where });
  const terms: TermsRow | null = await tx.communicationPreference.findFirst({ where, orderBy });
  const own: TermsRow | null = await tx.communicationPreference.findFirst({ where: { ...where, saidBy: "person" }, orderBy });
  const suppressed = await suppressedChannels(tx, orgId, id);
  return { id, zone, entries: ConsentEntry.array().parse(entries), terms: terms && toTerms(terms), own: own && toTerms(own), suppressed };
}

/**
 * Makes the consent of a record into which another was merged as strict as either was (C2–C4, C9): a stop that a yes on the other record would lift is said
 * anew, and what they chose gets one more version, the strictest of both. `home`: the zone of the record as it stands now.
 */
export async function joinConsent(place: Place, kept: Side, other: Side, home: string): Promise<void> {
  const stops = lostStops(kept.entries, other.entries, place.now);
  if (stops.length > 0) await say(place, kept.id, other.id, stops);
  const left = await suppressedChannels(place.tx, place.orgId, kept.id);
  const gone = Channel.options.filter((channel) => [...kept.suppressed, ...other.suppressed].includes(channel) && !left.includes(channel));
  if (gone.length > 0 && !stops.includes("any"))
    await say(
      place,
      kept.id,
      other.id,
      gone.filter((channel) => !stops.includes(channel)),
    );

  const wishes = strictest(saidOf(kept, kept.terms), saidOf(other, other.terms), home, place.now);
  const latest = [kept.terms, other.terms].filter((terms) => terms !== null).toSorted((a, b) => b.saidOn.getTime() - a.saidOn.getTime())[0];
  if (!latest || same(wishes, latest)) return;
  const isTheirs = [kept.terms, other.terms].every((terms) => terms === null || terms.saidBy === "person");
  // a note may narrow what they said themselves and never widen it: their own word stays the strictest of both, too
  if (!isTheirs && (kept.own || other.own))
    await recordTerms(place, kept.id, strictest(saidOf(kept, kept.own), saidOf(other, other.own), home, place.now), "person");
  await recordTerms(place, kept.id, wishes, isTheirs ? "person" : "rep");
  await say(place, kept.id, other.id, ["any"], "terms");
}

const saidOf = ({ zone }: Side, terms: Terms | null): Said => ({ terms: terms ?? nothingSaid, zone: terms?.timeZone ?? zone });

const same = (one: TermsContent, other: TermsContent) =>
  (Object.keys(one) as (keyof TermsContent)[]).every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));

async function say(place: Place, prospectId: string, from: string, channels: (Channel | "any")[], status?: "terms"): Promise<void> {
  const line = { prospectId, saidBy: "system", method: "merge", evidence: `merged with record ${from}` } as const;
  await recordConsent(
    place,
    channels.map((channel) => ({ ...line, channel, status: status ?? (channel === "any" ? "objected" : "withdrawn") })),
  );
}

async function suppressedChannels(tx: Tx, orgId: string, id: string): Promise<Channel[]> {
  const rows = await tx.$queryRaw<{ channel: Channel }[]>`
    SELECT channel FROM unnest(${Channel.options}::text[]) AS channel WHERE is_suppressed(${orgId}::uuid, ${id}::uuid, channel)`;
  return rows.map(({ channel }) => channel);
}
