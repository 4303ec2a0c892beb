import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import { toDate } from "#lib/field.ts";
import type { Context } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { NoStepKind } from "#lib/prospects/moments.ts";

type Reason = { prospectId: string; kind: NoStepKind; until: string; words: string | null };

/** Writes down why nothing comes next, in place of what was said before (D8). The caller holds the prospect's lock. */
export async function keepNoStepReason({ tx, actor, now }: TxContext<Context>, reason: Reason): Promise<{ id: string }> {
  const { orgId, userId: byId } = actor;
  const { prospectId, kind, until, words } = reason;
  const id = newId(now);
  await tx.noStepReason.updateMany({ where: { orgId, prospectId, endedAt: null }, data: { endedAt: now } });
  await tx.noStepReason.create({
    data: { orgId, id, prospectId, kind, words, until: toDate(until)!, byId, at: now },
    select: { id: true },
  });
  await recordEvent({ tx, orgId, actorId: byId, now }, { kind: "no-step.explained", prospectId, subjectId: id, data: { kind, until } });
  return { id };
}
