const minute = 60_000;
const step = 5 * minute;

/** Where a snoozed follow-up goes when that is taken back: to its own time, or where that has passed, a few minutes from now, on a round minute. */
export const backTo = (at: Date, now: Date): Date => (at > now ? at : new Date(Math.ceil((now.getTime() + minute) / step) * step));
