/** Minutes for which whoever did something on a record may take it back. House judgement: as long as a person may undo a stop by hand. */
export const undoMinutes = 10;

export const isUndoOver = (doneAt: Date, now: Date): boolean => now.getTime() - doneAt.getTime() > undoMinutes * 60_000;
