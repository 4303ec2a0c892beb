import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { optionalDay, optionalLine, toDate } from "#lib/field.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { NoStepKind } from "#lib/prospects/moments.ts";
import { lockProspect } from "#lib/prospects/store.ts";

export const SayWhyNoStep = z.object({
  prospectId: z.uuid(),
  kind: z.enum(NoStepKind.options, { error: "Say why there is no next step." }),
  until: optionalDay,
  words: optionalLine(300),
});
export type SayWhyNoStep = z.output<typeof SayWhyNoStep>;

/** For how long one waits for them where no day is said. */
const waitDays = 14;

/** Keeps why there is no next step, until a day (D8). The latest reason stands. */
export function sayWhyNoStep(context: Context, { prospectId, kind, until: day, words }: SayWhyNoStep): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const { orgId, userId } = actor;
    const today = localDay(actor.timeZone, now);
    const until = day ?? (kind === "waiting" ? dateOf(today + waitDays) : null);
    if (!until) return invalid("until", "Say until when they rest.");
    if (until <= dateOf(today)) return invalid("until", "Choose a day that lies ahead.");
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });

    const id = newId(now);
    await tx.noStepReason.updateMany({ where: { orgId, prospectId, endedAt: null }, data: { endedAt: now } });
    await tx.noStepReason.create({
      data: { orgId, id, prospectId, kind, words, until: toDate(until)!, byId: userId, at: now },
      select: { id: true },
    });
    await recordEvent({ tx, orgId, actorId: userId, now }, { kind: "no-step.explained", prospectId, subjectId: id, data: { kind, until } });
    return ok({ id });
  });
}
