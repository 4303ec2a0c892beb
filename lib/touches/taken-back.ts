import type { ConsentStatus } from "#lib/consent/ledger.ts";
import { isUndoOver, undoMinutes } from "#lib/prospects/undo-window.ts";

/** Why a touch can no longer be taken back, or null; later it is corrected. */
export function mayTakeBack(touch: { createdAt: Date; replacedById: string | null; correctsId: string | null }, now: Date): string | null {
  if (touch.replacedById || touch.correctsId) return "This touch was corrected meanwhile. Correct it again if it is not right.";
  if (isUndoOver(touch.createdAt, now))
    return `A touch can be taken back for ${undoMinutes} minutes. Correct it instead; what was logged first stays readable.`;
  return null;
}

/** What the touch set off. `statuses`: what the ledger recorded with it; `step`: what became of the next step that was logged with it. */
export type LeftBehind = {
  statuses: ConsentStatus[];
  takenOff: number;
  readingEnded: boolean;
  step: "none" | "dropped" | "kept";
  isPlanBack: boolean;
};

/** What is not as if nothing had been logged, in sentences for whoever takes it back (C4, C9). */
export function whatStands({ statuses, takenOff, readingEnded, step, isPlanBack }: LeftBehind): string[] {
  const stands: string[] = [];
  if (statuses.includes("objected")) stands.push("Their stop stands: only they can lift it.");
  if (statuses.includes("paused")) stands.push("Their pause stands until they say otherwise.");
  if (statuses.includes("call_back")) stands.push("The day they named stands; note what they really said under what you agreed on.");
  if (isPlanBack) stands.push("The follow-up it carried out waits in your queue, to be planned again.");
  if (takenOff > 0) stands.push("What it took off the schedule stays off until you plan it again.");
  if (step === "kept") stands.push("The next step was taken up meanwhile and stays.");
  if (readingEnded) stands.push("How you read their silence has ended; read it again if they are still quiet.");
  return stands;
}
