import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { assetColumns, assetFields } from "#lib/value/asset-fields.ts";
import { insertAsset } from "#lib/value/store.ts";

export const CreateAsset = z.object(assetFields);
export type CreateAsset = z.output<typeof CreateAsset>;

/** Adds something worth bringing to the library everyone in the organisation shares (V2). */
export function createAsset(context: Context, fields: CreateAsset): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const id = await insertAsset(context, assetColumns(fields));
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "asset.created", subjectId: id });
    return ok({ id });
  });
}
