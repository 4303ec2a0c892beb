import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockAsset, updateAsset } from "#lib/value/store.ts";

export const RestoreAsset = z.object({ assetId: z.uuid() });
export type RestoreAsset = z.output<typeof RestoreAsset>;

/** Puts it back on the shelf. */
export function restoreAsset(context: Context, { assetId }: RestoreAsset): Promise<Outcome<{ id: string; title: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const asset = await lockAsset(context, assetId);
    if (!asset) return no({ code: "not-found" });
    if (!asset.archivedAt) return ok({ id: asset.id, title: asset.title });

    await updateAsset(context, assetId, { archivedAt: null });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "asset.restored", subjectId: assetId });
    return ok({ id: asset.id, title: asset.title });
  });
}
