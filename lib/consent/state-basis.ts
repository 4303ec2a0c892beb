import "server-only";
import { addressOf, type KnownPoints } from "#lib/consent/address.ts";
import { basisEnds, lawFor, type Place, statusOfBasis } from "#lib/consent/law.ts";
import { recordConsent } from "#lib/consent/record-consent.ts";
import { localDay } from "#lib/follow-up/local-time.ts";
import type { StatedBasis } from "#lib/follow-up/plan.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Tx } from "#lib/platform/db.ts";

type Writer = { tx: Tx; orgId: string; actorId: string | null; now: Date };

/** C9: why a rep says we may contact them becomes a line of the ledger, of the one address where it is about that, for as long as it carries in their place. */
export async function stateBasis(
  writer: Writer,
  { prospectId, channel, basis }: { prospectId: string; channel: Channel; basis: StatedBasis },
  { person, points }: { person: Place; points: KnownPoints },
): Promise<void> {
  const isOfAddress = basis.kind === "gave_address" || basis.kind === "looked_up";
  const entry = {
    prospectId,
    channel,
    status: statusOfBasis[basis.kind],
    saidBy: "rep",
    method: "other",
    basis: basis.kind,
    evidence: basis.note || null,
    effectiveTo: basisEnds(basis.kind, writer.now, lawFor(person, channel, localDay("UTC", writer.now))?.lasts),
    contactPointId: (isOfAddress && points && addressOf(points, channel)?.id) || null,
  } as const;
  await recordConsent(writer, [entry]);
}
