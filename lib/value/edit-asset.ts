import "server-only";
import { z } from "zod";

import { changesOf } from "#lib/events/changes.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { savedMeanwhile } from "#lib/events/saved-meanwhile.ts";
import { checked } from "#lib/field.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { assetColumns, assetFields } from "#lib/value/asset-fields.ts";
import { lockAsset, updateAsset } from "#lib/value/store.ts";

export const EditAsset = z.object({
  ...assetFields,
  assetId: z.uuid(),
  /** The version the form was filled from. */
  version: z.coerce.number().int().positive(),
  insist: checked,
});
export type EditAsset = z.output<typeof EditAsset>;

/** Changes how something in the library is described. Who had it before still had it (V3). */
export function editAsset(
  context: Context,
  { assetId, version, insist, ...fields }: EditAsset,
): Promise<Outcome<{ id: string; version: number }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const asset = await lockAsset(context, assetId);
    if (!asset) return no({ code: "not-found" });
    if (asset.archivedAt) return no({ code: "conflict", sentence: "This is archived. Restore it first; what you typed is still here." });
    const { id: _id, version: standing, archivedAt: _archived, ...stood } = asset;
    if (standing !== version && !insist)
      return savedMeanwhile(context, { kind: "asset.edited", subjectId: assetId }, "this", { version: standing, fields: stood });

    const columns = assetColumns(fields);
    const saved = await updateAsset(context, assetId, columns);
    const event = { kind: "asset.edited", subjectId: assetId, data: { version: saved, changes: changesOf(stood, columns) } };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id: assetId, version: saved });
  });
}
