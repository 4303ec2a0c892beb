const day = 24 * 60 * 60 * 1000;

/** Whole days a deal has stood in its stage. */
export const daysInStage = (since: Date, now: Date): number => Math.max(0, Math.floor((now.getTime() - since.getTime()) / day));

/** Longer than usual; a stage with no usual time (won, lost) has none. */
export const isOverdue = (days: number, usualDays: number): boolean => usualDays > 0 && days > usualDays;

/** The share of the bar: the usual time stands at two thirds of it. */
export const barShare = (days: number, usualDays: number): number =>
  usualDays > 0 ? Math.min(100, Math.round((days / usualDays) * 66.6)) : 0;
