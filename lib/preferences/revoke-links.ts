import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { endLinks, findVisible } from "#lib/preferences/store.ts";

export const RevokeLinks = z.object({ prospectId: z.uuid() });
export type RevokeLinks = z.infer<typeof RevokeLinks>;

/** Ends every link of a prospect, for when one went to the wrong person. What was said through them stands. */
export function revokeLinks(context: Context, { prospectId }: RevokeLinks): Promise<Outcome<{ revoked: number }>> {
  return inTransaction(context, async ({ tx, actor, now }) => {
    if (!(await findVisible(tx, actor, prospectId))) return no({ code: "not-found" });

    const { orgId, userId } = actor;
    const revoked = await endLinks({ tx, orgId, now }, prospectId);
    if (revoked > 0)
      await recordEvent({ tx, orgId, actorId: userId, now }, { kind: "preferences.links-revoked", prospectId, data: { revoked } });
    return ok({ revoked });
  });
}
