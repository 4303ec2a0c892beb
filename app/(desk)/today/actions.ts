"use server";
import { action } from "#lib/platform/action.ts";
import { SettleNextStep, settleNextStep } from "#lib/prospects/settle-next-step.ts";
import { WorkRows, workRows } from "#lib/today/work-rows.ts";

export const settleNextStepAction = action(SettleNextStep, settleNextStep);
export const workRowsAction = action(WorkRows, workRows);
