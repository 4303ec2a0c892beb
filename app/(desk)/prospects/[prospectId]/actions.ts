"use server";
import { action } from "#lib/platform/action.ts";
import { PlanFollowUp, planFollowUp } from "#lib/schedule/plan-follow-up.ts";

export const planFollowUpAction = action(PlanFollowUp, planFollowUp);
