import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { invalid, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { digestKinds } from "#lib/today/digest-kinds.ts";
import { keepDigestSetting } from "#lib/today/store.ts";

export const ChooseDigest = z.object({
  when: z.enum(["off", "daily"], { error: "Say whether you want it." }),
  hour: z.coerce.number().int().min(0, "Choose an hour of the day.").max(23, "Choose an hour of the day."),
  kinds: z.array(z.enum(digestKinds)).default([]),
});
export type ChooseDigest = z.infer<typeof ChooseDigest>;

/** Which digest the actor is mailed, at which hour of theirs. */
export function chooseDigest(context: Context, { when, hour, kinds }: ChooseDigest): Promise<Outcome<{ hour: number | null }>> {
  return inTransaction(context, async (context) => {
    if (when === "daily" && !kinds.some((kind) => kind !== "welcomed"))
      return invalid("kinds", "Choose at least one thing to be told of, or no digest.");
    const chosen = when === "daily" ? hour : null;
    await keepDigestSetting(context, { hour: chosen, kinds });
    const { tx, actor, now } = context;
    const event = { kind: "digest.chosen", subjectId: actor.userId, data: { hour: chosen } };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ hour: chosen });
  });
}
