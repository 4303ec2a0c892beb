import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockAsset, updateAsset } from "#lib/value/store.ts";

export const ArchiveAsset = z.object({ assetId: z.uuid() });
export type ArchiveAsset = z.output<typeof ArchiveAsset>;

/** Takes it off the shelf: nobody can attach it any more, and who had it stays known. `restoreAsset` undoes it. */
export function archiveAsset(context: Context, { assetId }: ArchiveAsset): Promise<Outcome<{ id: string; title: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const asset = await lockAsset(context, assetId);
    if (!asset) return no({ code: "not-found" });
    if (asset.archivedAt) return ok({ id: asset.id, title: asset.title });

    await updateAsset(context, assetId, { archivedAt: now });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "asset.archived", subjectId: assetId });
    return ok({ id: asset.id, title: asset.title });
  });
}
