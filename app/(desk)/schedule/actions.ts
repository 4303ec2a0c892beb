"use server";
import { action } from "#lib/platform/action.ts";
import { PlanAgain, planAgain } from "#lib/schedule/plan-again.ts";
import { SettleFollowUp, settleFollowUp } from "#lib/schedule/settle-follow-up.ts";
import { SnoozeFollowUp, snoozeFollowUp } from "#lib/schedule/snooze-follow-up.ts";

export const planAgainAction = action(PlanAgain, planAgain);
export const settleFollowUpAction = action(SettleFollowUp, settleFollowUp);
export const snoozeFollowUpAction = action(SnoozeFollowUp, snoozeFollowUp);
