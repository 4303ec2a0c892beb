"use server";
import { action } from "#lib/platform/action.ts";
import { SettleNextStep, settleNextStep } from "#lib/prospects/settle-next-step.ts";

export const settleNextStepAction = action(SettleNextStep, settleNextStep);
