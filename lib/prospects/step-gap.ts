/** `none`: there is a next step; `reason`: none, and why is kept; `open`: none, and nobody said why (D8). */
export type StepGap = "none" | "reason" | "open";

type Standing = {
  archivedAt: Date | null;
  stoppedAt: Date | null;
  nextAt: Date | null;
  /** Days, YYYY-MM-DD. */
  pausedUntil: string | null;
  callBackOn: string | null;
  openSteps: number;
  hasHeld: boolean;
  reason: object | null;
  reading: object | null;
};

/** Whether an active prospect lacks a next step. A pause, a call-back and a reading of their silence are reasons that stand elsewhere on the record. */
export function stepGap(standing: Standing, today: string): StepGap {
  const { archivedAt, stoppedAt, nextAt, pausedUntil, callBackOn, openSteps, hasHeld, reason, reading } = standing;
  if (archivedAt || stoppedAt || nextAt || hasHeld || openSteps > 0) return "none";
  if (reason) return "reason";
  if (reading || (pausedUntil && pausedUntil > today) || (callBackOn && callBackOn > today)) return "none";
  return "open";
}
