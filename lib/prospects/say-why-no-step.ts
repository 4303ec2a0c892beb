import "server-only";
import { z } from "zod";

import { optionalDay, optionalLine } from "#lib/field.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { keepNoStepReason } from "#lib/prospects/keep-no-step-reason.ts";
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
    const { actor, now } = context;
    const today = localDay(actor.timeZone, now);
    const until = day ?? (kind === "waiting" ? dateOf(today + waitDays) : null);
    if (!until) return invalid("until", "Say until when they rest.");
    if (until <= dateOf(today)) return invalid("until", "Choose a day that lies ahead.");
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });

    return ok(await keepNoStepReason(context, { prospectId, kind, until, words }));
  });
}
