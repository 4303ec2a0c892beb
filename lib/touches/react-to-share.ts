import "server-only";
import type { Tx } from "#lib/platform/db.ts";

type Place = { tx: Tx; orgId: string; now: Date };

/** V4: whether something they had was useful, in their own word, on their own page. The latest word counts. The caller holds the prospect's lock. */
export async function reactToShare(
  { tx, orgId, now }: Place,
  prospectId: string,
  shareId: string,
  reaction: "useful" | "not_useful",
): Promise<"heard" | "before" | "missing"> {
  const share = await tx.assetShare.findFirst({ where: { orgId, id: shareId, prospectId }, select: { reaction: true, reactedAt: true } });
  if (!share) return "missing";
  if (share.reactedAt && share.reaction === reaction) return "before";
  await tx.assetShare.update({ where: { orgId_id: { orgId, id: shareId } }, data: { reaction, reactedAt: now }, select: { id: true } });
  return "heard";
}
