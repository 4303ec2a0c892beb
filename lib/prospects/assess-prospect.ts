import "server-only";
import { z } from "zod";

import { asWritten, changesOf } from "#lib/events/changes.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { optionalDay, optionalLine, toDate } from "#lib/field.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { Homework, Stake } from "#lib/prospects/assessment.ts";
import { insertAssessment, lockProspect } from "#lib/prospects/store.ts";

export const AssessProspect = z
  .object({
    prospectId: z.uuid(),
    fit: z.coerce.number({ error: "Give the fit as a number from 0 to 100." }).int().min(0, "From 0 to 100.").max(100, "From 0 to 100."),
    stake: z.enum(Stake.options, { error: "Say what is at stake for them." }),
    homework: z.enum(Homework.options, { error: "Say how much you looked into it." }),
    decisionOn: optionalDay,
    timelineSource: optionalLine(),
  })
  .refine(({ decisionOn, timelineSource }) => !decisionOn || timelineSource, {
    path: ["timelineSource"],
    message: "Say how you know their date: it has to be theirs, not ours (D2).",
  });
export type AssessProspect = z.output<typeof AssessProspect>;

/** Fit, stake and homework set the budget of attempts (V6, D4), their own timeline the pace (D2). Each assessment is a new row; the latest counts. */
export function assessProspect(
  context: Context,
  { prospectId, decisionOn, ...rest }: AssessProspect,
): Promise<Outcome<{ prospectId: string; undo?: Record<string, string> }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    if (!(await lockProspect(context, prospectId))) return no({ code: "not-found" });

    const before = await findAssessment(context, prospectId);
    await insertAssessment(context, { prospectId, decisionOn: toDate(decisionOn), ...rest });
    const { fit, stake, homework } = rest;
    const changes = changesOf({ ...notAssessed, ...before }, { ...rest, decisionOn });
    const event = { kind: "prospect.assessed", prospectId, data: { fit, stake, homework, changes } };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ prospectId, ...(before && { undo: { prospectId, ...asForm(before) } }) });
  });
}

const notAssessed = { fit: null, stake: null, homework: null, decisionOn: null, timelineSource: null };

const asForm = (before: Record<string, string | number | Date | null>) =>
  Object.fromEntries(Object.entries(before).map(([field, value]) => [field, asWritten(value) ?? ""]));

/** The assessment that counts. */
async function findAssessment({ tx, actor }: TxContext, prospectId: string) {
  return tx.opportunityAssessment.findFirst({
    where: { orgId: actor.orgId, prospectId },
    select: { fit: true, stake: true, homework: true, decisionOn: true, timelineSource: true },
    orderBy: [{ assessedAt: "desc" }, { id: "desc" }],
  });
}
