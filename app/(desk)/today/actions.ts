"use server";
import { action } from "#lib/platform/action.ts";
import { ReopenNextStep, reopenNextStep } from "#lib/prospects/reopen-next-step.ts";
import { SettleNextStep, settleNextStep } from "#lib/prospects/settle-next-step.ts";
import { WorkRows, workRows } from "#lib/today/work-rows.ts";

export const settleNextStepAction = action(SettleNextStep, settleNextStep);
export const reopenNextStepAction = action(ReopenNextStep, reopenNextStep);
export const workRowsAction = action(WorkRows, workRows);
