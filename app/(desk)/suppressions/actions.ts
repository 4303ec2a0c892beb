"use server";
import { LiftSuppression, liftSuppression } from "#lib/consent/lift-suppression.ts";
import { SuppressGroup, suppressGroup } from "#lib/consent/suppress-group.ts";
import { action } from "#lib/platform/action.ts";

export const suppressGroupAction = action(SuppressGroup, suppressGroup);
export const liftSuppressionAction = action(LiftSuppression, liftSuppression);
