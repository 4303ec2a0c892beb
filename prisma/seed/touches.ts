import { newId } from "#lib/platform/ids.ts";
import type { Scene } from "#prisma/seed/prospects.ts";
import type { SeedProspect, SeedTouch } from "#prisma/seed/shape.ts";

/** One touch of the past with what went with it: the asset given, the no and its words. */
export async function seedTouch(
  { tx, staff, assets, calendar }: Scene,
  prospectId: string,
  { zone, owner }: SeedProspect,
  touch: SeedTouch,
): Promise<void> {
  const { orgId, actors } = staff;
  const at = calendar.past(zone, touch.day, touch.hour);
  const id = newId(at);
  const assetId = touch.asset ? assets[touch.asset] : null;
  const offerKind = touch.gave ?? "none";
  const by = actors[touch.by ?? owner].userId;
  await tx.touchpoint.create({
    data: {
      ...{ orgId, id, prospectId, channel: touch.channel, direction: touch.direction, disposition: touch.did },
      ...{ offerKind, offerAssetId: assetId, offerText: offerKind === "none" ? null : touch.what, askSize: touch.ask ?? "none" },
      ...{ body: touch.direction === "out" ? touch.what : null, theySaid: touch.said, at, timeZone: zone, byId: by, createdAt: at },
      value: touch.direction === "in" ? null : offerKind === "none" ? 8 : 52,
    },
  });
  if (assetId) await tx.assetShare.create({ data: { orgId, id: newId(at), assetId, prospectId, touchpointId: id, at } });
  if (touch.no)
    await tx.objection.create({
      data: { orgId, id: newId(at), prospectId, touchpointId: id, kind: touch.no, words: touch.said ?? "", at, recordedById: by },
    });
}
