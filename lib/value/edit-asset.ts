import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { toDate } from "#lib/field.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { assetFields } from "#lib/value/asset-fields.ts";
import { lockAsset, updateAsset } from "#lib/value/store.ts";

export const EditAsset = z.object({ ...assetFields, assetId: z.uuid() });
export type EditAsset = z.output<typeof EditAsset>;

/** Changes how something in the library is described. Who had it before still had it (V3). */
export function editAsset(context: Context, { assetId, expiresOn, ...fields }: EditAsset): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const asset = await lockAsset(context, assetId);
    if (!asset) return no({ code: "not-found" });
    if (asset.archivedAt) return no({ code: "conflict", sentence: "This is archived. Restore it first; what you typed is still here." });

    await updateAsset(context, assetId, { ...fields, expiresOn: toDate(expiresOn) });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "asset.edited", subjectId: assetId });
    return ok({ id: assetId });
  });
}
