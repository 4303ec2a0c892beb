import "server-only";
import { z } from "zod";

import { Hypothesis } from "#lib/cadence/silence.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { toDate } from "#lib/field.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { openDossier } from "#lib/schedule/open-dossier.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import { groundOf } from "#lib/scoring/ground.ts";

export const ReadSilence = z.object({ prospectId: z.uuid(), hypothesis: Hypothesis });
export type ReadSilence = z.output<typeof ReadSilence>;

/** Keeps why they may have gone quiet (D5); it takes the place of an earlier reading, and what is planned is judged again with the care it asks for. */
export function readSilence(context: Context, { prospectId, hypothesis }: ReadSilence): Promise<Outcome<{ id: string; held: number }>> {
  return inTransaction(context, async ({ tx, actor, now }) => {
    const { orgId, userId: actorId } = actor;
    const opened = await openDossier({ tx, actor, now }, prospectId);
    if (!opened) return no({ code: "not-found" });
    const { history } = groundOf(opened.dossier, opened.policy, now);
    if (history.streak.count === 0) return no({ code: "conflict", sentence: "They answered last, so there is no silence to read." });

    const place = { tx, orgId, actorId, now };
    const id = newId(now);
    const endsOn = dateOf(localDay(actor.timeZone, now) + opened.policy.silence[hypothesis].days);
    await tx.silenceReading.updateMany({ where: { orgId, prospectId, endedAt: null }, data: { endedAt: now } });
    await tx.silenceReading.create({
      data: { orgId, id, prospectId, hypothesis, byId: actorId, at: now, endsOn: toDate(endsOn)! },
      select: { id: true },
    });
    const { held } = await rejudge(place, prospectId, "touch");
    if (held > 0) await tellConcerned(place, { kind: "changed", prospectId, by: "rep", always: false });
    await recordEvent(place, { kind: "silence.read", prospectId, subjectId: id, data: { hypothesis, endsOn, held } });
    return ok({ id, held });
  });
}
