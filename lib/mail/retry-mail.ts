import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { requeue } from "#lib/mail/store.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { mayManageMail } from "#lib/platform/scope.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

export const RetryMail = z.object({ mailId: z.uuid() });
export type RetryMail = z.infer<typeof RetryMail>;

const wordless = "There is nothing to send any more: after seven days a message loses its words. Do again what it was sent for.";

/** Sends a message again that was given up, once what stood in its way is mended. Whether it is still welcome is looked at again before it leaves. */
export async function retryMail({ actor, now }: Context, { mailId }: RetryMail): Promise<Outcome<null>> {
  if (!mayManageMail(actor)) return no({ code: "forbidden" });
  const { orgId, userId: actorId } = actor;
  return inTransaction({ now }, async ({ tx }) => {
    const found = await tx.mail.findFirst({ where: { orgId, id: mailId }, select: { state: true } });
    if (!found) return no({ code: "not-found" });
    if (!(await requeue({ tx, orgId, now }, mailId)))
      return no({
        code: "conflict",
        sentence: found.state === "failed" ? wordless : "It was not given up, so there is nothing to repeat.",
      });
    await recordEvent({ tx, orgId, actorId, now }, { kind: "mail.retried", subjectId: mailId });
    await enqueue(tx, "mail", {});
    return ok(null);
  });
}
