import "server-only";
import { z } from "zod";

import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { keepNoStepReason } from "#lib/prospects/keep-no-step-reason.ts";
import { openDossier } from "#lib/schedule/open-dossier.ts";
import { settleInside } from "#lib/schedule/settle-follow-up.ts";
import { noLedger } from "#lib/scoring/no-ledger.ts";

export const CloseKindly = z.object({ prospectId: z.uuid().toLowerCase() });
export type CloseKindly = z.output<typeof CloseKindly>;

const notYet = "No no of theirs stands as the last word, so there is nothing to close.";

/**
 * C5, C6, G3: leaving well once their no is the last word. Nothing is sent, for one considered reply to an early no is all that may ever follow a no:
 * what was still planned is taken off, and the record rests, the door open, until the no has rested. Closing twice changes nothing.
 */
export function closeKindly(context: Context, { prospectId }: CloseKindly): Promise<Outcome<{ id: string; takenOff: number }>> {
  return inTransaction(context, async (context) => {
    const { tx, actor, now } = context;
    const { orgId, userId: actorId } = actor;
    const opened = await openDossier(context, prospectId);
    if (!opened) return no({ code: "not-found" });
    const { next } = noLedger(prospectId, opened.dossier, opened.policy, now);
    if (next?.do !== "close") return no({ code: "conflict", sentence: notYet });

    const until = dateOf(localDay(actor.timeZone, next.until ?? now));
    const standing = await tx.noStepReason.findFirst({ where: { orgId, prospectId, endedAt: null, kind: "closed" }, select: { id: true } });
    if (standing) return ok({ id: standing.id, takenOff: 0 });
    const open = await tx.followUp.findMany({ where: { orgId, prospectId, state: { in: ["scheduled", "held"] } }, select: { id: true } });
    const writer = { tx, orgId, actorId, now };
    for (const { id } of open) await settleInside(writer, { id, prospectId }, "cancelled");
    const { id } = await keepNoStepReason(context, { prospectId, kind: "closed", until, words: null });
    return ok({ id, takenOff: open.length });
  });
}
