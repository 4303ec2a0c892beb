import { changeViewAction, pinViewAction, removeViewAction, restoreViewAction, saveViewAction } from "./view-actions.ts";
import type { ViewActions } from "#components/views.tsx";

/** What can be done with the saved views of a list. */
export const viewActions: ViewActions = {
  save: saveViewAction,
  change: changeViewAction,
  pin: pinViewAction,
  remove: removeViewAction,
  restore: restoreViewAction,
};
