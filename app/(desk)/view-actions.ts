"use server";
import { action } from "#lib/platform/action.ts";
import { ChangeView, changeView } from "#lib/views/change-view.ts";
import { PinView, pinView } from "#lib/views/pin-view.ts";
import { RemoveView, removeView } from "#lib/views/remove-view.ts";
import { RestoreView, restoreView } from "#lib/views/restore-view.ts";
import { SaveView, saveView } from "#lib/views/save-view.ts";

export const saveViewAction = action(SaveView, saveView);
export const changeViewAction = action(ChangeView, changeView);
export const pinViewAction = action(PinView, pinView);
export const removeViewAction = action(RemoveView, removeView);
export const restoreViewAction = action(RestoreView, restoreView);
