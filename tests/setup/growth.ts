/** What an effort is worth measuring at, in milliseconds; below it the clock says more than the work. */
const floor = 5;

/** How many times as much work on the whole costs as work on a quarter of it: about 4 where it grows as its input, 16 where as its square. */
export function growth(work: (share: number) => () => unknown): number {
  const [quarter, whole] = [0.25, 1].map((share) => leastEffort(work(share)));
  return whole! / Math.max(quarter!, floor);
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
