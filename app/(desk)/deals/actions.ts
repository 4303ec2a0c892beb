"use server";
import { ArchiveDeal, archiveDeal } from "#lib/deals/archive-deal.ts";
import { CreateDeal, createDeal } from "#lib/deals/create-deal.ts";
import { EditDeal, editDeal } from "#lib/deals/edit-deal.ts";
import { MoveDeal, moveDeal } from "#lib/deals/move-deal.ts";
import { RestoreDeal, restoreDeal } from "#lib/deals/restore-deal.ts";
import { UndoMove, undoMove } from "#lib/deals/undo-move.ts";
import { action } from "#lib/platform/action.ts";

export const createDealAction = action(CreateDeal, createDeal);
export const editDealAction = action(EditDeal, editDeal);
export const moveDealAction = action(MoveDeal, moveDeal);
export const undoMoveAction = action(UndoMove, undoMove);
export const archiveDealAction = action(ArchiveDeal, archiveDeal);
export const restoreDealAction = action(RestoreDeal, restoreDeal);
