import "server-only";
import { settleInside } from "#lib/schedule/settle-follow-up.ts";
import { putBack, type Writer } from "#lib/schedule/store.ts";

/** The plan a logged touch carries out though nobody said so: the earliest by that channel whose day has come by that touch. */
export async function findCarriedOut({ tx, orgId }: Writer, prospectId: string, channel: string, at: Date): Promise<string | null> {
  const halfADay = 12 * 60 * 60_000;
  const due = await tx.followUp.findFirst({
    where: { orgId, prospectId, channel, state: "scheduled", at: { lte: new Date(at.getTime() + halfADay) } },
    select: { id: true },
    orderBy: { at: "asc" },
  });
  return due?.id ?? null;
}

/** A logged touch carries out what was planned: the plan is done, and its judged value goes with the touch. Null if it is not theirs. */
export async function markCarriedOut(
  writer: Writer,
  prospectId: string,
  followUpId: string,
): Promise<{ dealId: string | null; value: number } | null> {
  const { tx, orgId } = writer;
  const plan = await tx.followUp.findFirst({
    where: { orgId, id: followUpId, prospectId },
    select: { dealId: true, state: true, decision: { select: { value: true } } },
  });
  if (!plan) return null;

  if (plan.state === "scheduled" || plan.state === "held") await settleInside(writer, { id: followUpId, prospectId }, "done");
  return { dealId: plan.dealId, value: plan.decision.value };
}

const cameBack = "The touch that carried it out was taken back. Plan it again, or drop it.";

/** The touch that carried it out at that instant was taken back: it is held, for time may have changed what is welcome. Whether it was. */
export async function holdCarriedOut({ tx, orgId, now }: Writer, followUpId: string, at: Date): Promise<boolean> {
  const wasDone = { orgId, id: followUpId, state: "done", settledAt: at };
  return putBack({ tx, now }, wasDone, cameBack);
}
