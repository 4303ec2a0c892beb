import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { endCalendarLinks } from "#lib/schedule/store.ts";

export const RevokeCalendarLink = z.object({});

/** Ends the actor's own calendar link for good; a repeat changes nothing. */
export function revokeCalendarLink(context: Context): Promise<Outcome<{ ended: number }>> {
  return inTransaction(context, async ({ tx, actor, now }) => {
    const writer = { tx, orgId: actor.orgId, actorId: actor.userId, now };
    const ended = await endCalendarLinks(writer, actor.userId);
    if (ended > 0) await recordEvent(writer, { kind: "calendar-link.revoked", subjectId: actor.userId });
    return ok({ ended });
  });
}
