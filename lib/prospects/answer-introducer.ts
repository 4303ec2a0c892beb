import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockProspect } from "#lib/prospects/store.ts";

export const AnswerIntroducer = z.object({
  prospectId: z.uuid().toLowerCase(),
  referralId: z.uuid().toLowerCase(),
  as: z.enum(["thanked", "told"]),
});
export type AnswerIntroducer = z.output<typeof AnswerIntroducer>;

/** The introducer was thanked, or heard what came of it (P1). The first time counts. */
export function answerIntroducer(context: Context, { prospectId, referralId, as }: AnswerIntroducer): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const { orgId, userId } = actor;
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });
    const mine = { orgId, id: referralId, introducerId: prospectId };
    const { count } =
      as === "thanked"
        ? await tx.referral.updateMany({ where: { ...mine, thankedAt: null }, data: { thankedAt: now } })
        : await tx.referral.updateMany({ where: { ...mine, toldAt: null }, data: { toldAt: now } });
    if (count === 0) return (await tx.referral.count({ where: mine })) === 1 ? ok({ id: referralId }) : no({ code: "not-found" });
    await recordEvent({ tx, orgId, actorId: userId, now }, { kind: `referral.${as}`, prospectId, subjectId: referralId });
    return ok({ id: referralId });
  });
}
