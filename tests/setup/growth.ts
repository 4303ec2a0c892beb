import { expect } from "vitest";

/** What the least effort is worth measuring at, in milliseconds; below it the clock says more than the work. */
const floor = 5;

/** Expects work on the whole to cost less than ten times what it costs on a quarter: it grows as its input, not as its square. */
export function expectEffortToGrowAsInput(work: (share: number) => () => unknown): void {
  const [quarter, whole] = [0.25, 1].map((share) => leastEffort(work(share)));
  expect(whole! / Math.max(quarter!, floor)).toBeLessThan(10);
}

/** The best of a few, in milliseconds of this process alone: what disturbs a measure only ever adds. */
function leastEffort(work: () => unknown): number {
  const tries = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...tries);
}
