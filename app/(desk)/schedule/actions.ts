"use server";
import { action } from "#lib/platform/action.ts";
import { SettleFollowUp, settleFollowUp } from "#lib/schedule/settle-follow-up.ts";
import { SnoozeFollowUp, snoozeFollowUp } from "#lib/schedule/snooze-follow-up.ts";

export const settleFollowUpAction = action(SettleFollowUp, settleFollowUp);
export const snoozeFollowUpAction = action(SnoozeFollowUp, snoozeFollowUp);
