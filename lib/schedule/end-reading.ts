import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { openDossier } from "#lib/schedule/open-dossier.ts";

export const EndReading = z.object({ prospectId: z.uuid() });
export type EndReading = z.output<typeof EndReading>;

/** Takes back how a silence is read (D5); what was held for its sake is planned again by hand. */
export function endReading(context: Context, { prospectId }: EndReading): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async ({ tx, actor, now }) => {
    const { orgId, userId: actorId } = actor;
    if (!(await openDossier({ tx, actor, now }, prospectId))) return no({ code: "not-found" });
    const { count } = await tx.silenceReading.updateMany({ where: { orgId, prospectId, endedAt: null }, data: { endedAt: now } });
    if (count > 0) await recordEvent({ tx, orgId, actorId, now }, { kind: "silence.ended", prospectId });
    return ok({ id: prospectId });
  });
}
