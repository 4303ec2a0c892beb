import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { isOutbound } from "#lib/follow-up/touch.ts";
import { offerNames } from "#lib/follow-up/vocabulary.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { wantingOf } from "#lib/scoring/wanting.ts";
import type { KnownAsset } from "#lib/value/known.ts";
import { shelve } from "#lib/value/shelf.ts";

export type Given = { id: string; at: Date; what: string; assetId: string | null; reaction: KnownAsset["reaction"] };

/** What they had from us, latest first, and what would still be new to them: fitting first (V2–V4). */
export function valueBetween(dossier: Dossier, zone: string, now: Date): { given: Given[]; unused: KnownAsset[]; fits: number } {
  const assets = new Map(dossier.assets.map((asset) => [asset.id, asset]));
  const given = dossier.touches
    .filter((touch) => isOutbound(touch) && touch.offer.kind !== "none")
    .map(({ id, at, offer }): Given => {
      const asset = offer.assetId === null ? undefined : assets.get(offer.assetId);
      const what = asset?.title ?? (offer.text || offerNames[offer.kind]);
      return { id, at, what, assetId: asset?.id ?? null, reaction: asset?.reaction ?? null };
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const shelf = shelve(dossier.assets, wantingOf(dossier, dateOf(localDay(zone, now))));
  return { given, unused: [...shelf.fits, ...shelf.fresh], fits: shelf.fits.length };
}
