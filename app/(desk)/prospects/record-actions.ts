import {
  addFactAction,
  editFieldAction,
  addNextStepAction,
  archiveProspectAction,
  assessProspectAction,
  reopenNextStepAction,
  restoreFactAction,
  restoreProspectAction,
  retractFactAction,
  settleNextStepAction,
} from "./actions.ts";
import type { RecordActions } from "#components/record-facts.tsx";

/** What can be done from a record's left column and its next steps. */
export const recordActions: RecordActions = {
  edit: editFieldAction,
  addFact: addFactAction,
  retractFact: retractFactAction,
  restoreFact: restoreFactAction,
  assess: assessProspectAction,
  archive: archiveProspectAction,
  restore: restoreProspectAction,
  addNextStep: addNextStepAction,
  settleNextStep: settleNextStepAction,
  reopenNextStep: reopenNextStepAction,
};
