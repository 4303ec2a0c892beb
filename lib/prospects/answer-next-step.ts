import "server-only";
import type { Tx } from "#lib/platform/db.ts";

type Place = { tx: Tx; orgId: string; now: Date };

/** G1: they confirm a step we noted as agreed, or say in their words what it is (`correction`); the latest word counts. The caller holds the prospect's lock. */
export async function answerNextStep(
  { tx, orgId, now }: Place,
  prospectId: string,
  stepId: string,
  correction: string | null,
): Promise<"heard" | "before" | "missing"> {
  const step = await tx.nextStep.findFirst({
    where: { orgId, id: stepId, prospectId, agreed: true, settledAt: null },
    select: { confirmedAt: true, correction: true },
  });
  if (!step) return "missing";
  if (correction === null ? step.confirmedAt !== null : step.correction === correction) return "before";
  const data = correction === null ? { confirmedAt: now, correction: null } : { confirmedAt: null, correction };
  await tx.nextStep.update({ where: { orgId_id: { orgId, id: stepId } }, data, select: { id: true } });
  return "heard";
}
