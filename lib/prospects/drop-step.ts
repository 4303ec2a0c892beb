import "server-only";
import type { Context } from "#lib/platform/context.ts";
import type { TxContext } from "#lib/platform/transaction.ts";

/** Drops the next step the actor added at that instant, with a touch that is taken back; one that they or a colleague took up since is kept. */
export async function dropStepAddedAt(
  { tx, actor, now }: TxContext<Context>,
  prospectId: string,
  at: Date,
): Promise<"none" | "dropped" | "kept"> {
  const added = { orgId: actor.orgId, prospectId, createdById: actor.userId, createdAt: at };
  const untouched = { ...added, settledAt: null, confirmedAt: null, correction: null };
  const { count } = await tx.nextStep.updateMany({ where: untouched, data: { settledAt: now, settledAs: "dropped" } });
  if (count > 0) return "dropped";
  return (await tx.nextStep.count({ where: added })) > 0 ? "kept" : "none";
}
