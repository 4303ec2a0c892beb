import "server-only";
import { z } from "zod";

import { liftGroup } from "#lib/consent/store.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { line, optionalLine } from "#lib/field.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

export const LiftSuppression = z.object({
  kind: z.enum(["domain", "company"]),
  label: line("Which one?"),
  channel: z.union([Channel, z.literal("any")]),
  topic: optionalLine(60),
  reason: line("Say in a sentence why, for those who read it later.", 300),
});
export type LiftSuppression = z.output<typeof LiftSuppression>;

/** Takes a domain or company, or a topic for it, off the list, for a reason that is kept. What a person said themselves stands beside it and stays (C4). */
export async function liftSuppression(context: Context, { reason, ...group }: LiftSuppression): Promise<Outcome<null>> {
  if (!may(context.actor, "manage-suppression")) return no({ code: "forbidden" });
  return inTransaction(context, async (context) => {
    const { tx, actor, now } = context;
    if ((await liftGroup(context, { ...group, reason })) === 0) return no({ code: "not-found" });
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "suppression.lifted", data: { ...group, reason } });
    return ok(null);
  });
}
