import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { dropStepAddedAt } from "#lib/prospects/drop-step.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { holdCarriedOut } from "#lib/schedule/mark-carried-out.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import { findLeftBehind, findTouch, lockProspect, markTakenBack, markUseful, wasReactedTo } from "#lib/touches/store.ts";
import { mayTakeBack, whatStands } from "#lib/touches/taken-back.ts";

export const TakeBackTouch = z.object({ touchpointId: z.uuid().toLowerCase() });
export type TakeBackTouch = z.output<typeof TakeBackTouch>;

/** `stands`: in sentences, what came of the touch and is not taken back with it. */
export type TakenBack = { id: string; prospectId: string; stands: string[] };

const refused = (sentence: string) => no({ code: "conflict", sentence });

/**
 * Takes a touch back that its logger logged a moment ago: the row stays as history and counts no more, and what hung on it goes with it – what was
 * given, the no, the next step – while the follow-up it carried out comes back to be looked at. What they asked for stays in the ledger: no undo
 * lifts a stop, a pause or a day they named (C4, C9). Taking back twice changes nothing.
 */
export function takeBackTouch(context: Context, { touchpointId }: TakeBackTouch): Promise<Outcome<TakenBack>> {
  return inTransaction(context, async (context) => {
    const found = await findTouch(context, touchpointId);
    if (!found || !(await lockProspect(context, found.prospectId))) return no({ code: "not-found" });
    // read again: somebody may have changed it while this waited for the lock
    const touch = (await findTouch(context, touchpointId))!;
    const { id, prospectId } = touch;
    if (touch.byId !== context.actor.userId) return no({ code: "forbidden" });
    if (touch.takenBackAt) return ok({ id, prospectId, stands: [] });
    const whyNot = mayTakeBack(touch, context.now);
    if (whyNot) return refused(whyNot);
    if (await wasReactedTo(context, id))
      return refused("They have already said what they think of what you gave them. Correct the touch instead.");
    return ok(await takeBack(context, touch));
  });
}

type Touch = NonNullable<Awaited<ReturnType<typeof findTouch>>>;

async function takeBack(context: TxContext<Context>, touch: Touch): Promise<TakenBack> {
  const { tx, actor, now } = context;
  const { id, prospectId, followUpId } = touch;
  const place = { tx, orgId: actor.orgId, actorId: actor.userId, now };
  await markTakenBack(context, id);
  const step = await dropStepAddedAt(context, prospectId, touch.createdAt);
  const isPlanBack = followUpId !== null && (await holdCarriedOut(place, followUpId, touch.createdAt));
  const left = await findLeftBehind(context, touch);
  await markUseful(context, prospectId);
  await refreshPulse(tx, actor.orgId, [prospectId]);
  await rejudge(place, prospectId, "touch");
  const { channel, direction, disposition } = touch;
  await recordEvent(place, { kind: "touch.taken-back", prospectId, subjectId: id, data: { channel, direction, disposition } });
  return { id, prospectId, stands: whatStands({ ...left, step, isPlanBack }) };
}
