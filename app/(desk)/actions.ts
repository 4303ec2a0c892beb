"use server";
import { action } from "#lib/platform/action.ts";
import { correctTouch } from "#lib/touches/correct-touch.ts";
import { logTouch } from "#lib/touches/log-touch.ts";
import { TakeBackTouch, takeBackTouch } from "#lib/touches/take-back-touch.ts";
import { CorrectTouch, LogTouch } from "#lib/touches/touchpoint.ts";

export const logTouchAction = action(LogTouch, logTouch);
export const correctTouchAction = action(CorrectTouch, correctTouch);
export const takeBackTouchAction = action(TakeBackTouch, takeBackTouch);
