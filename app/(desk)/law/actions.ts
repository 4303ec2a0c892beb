"use server";
import { action } from "#lib/platform/action.ts";
import { AdjustLaw, adjustLaw } from "#lib/policy/adjust-law.ts";

export const adjustLawAction = action(AdjustLaw, adjustLaw);
