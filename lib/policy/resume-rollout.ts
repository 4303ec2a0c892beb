import "server-only";
import { z } from "zod";

import { no, ok, type Outcome } from "#lib/outcome.ts";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { reopenRollout } from "#lib/policy/store.ts";

export const ResumeRollout = z.object({ version: z.coerce.number().int().positive() });
export type ResumeRollout = z.infer<typeof ResumeRollout>;

/** Lets a rollout go on that stopped before its end, from where it was. */
export async function resumeRollout(context: Context, { version }: ResumeRollout): Promise<Outcome<{ version: number }>> {
  if (!may(context.actor, "manage-policy")) return no({ code: "forbidden" });
  return inTransaction(context, async (context) => {
    if (!(await reopenRollout(context, version))) return no({ code: "not-found" });
    await enqueue(context.tx, "policy-rollout", { orgId: context.actor.orgId, version });
    return ok({ version });
  });
}
