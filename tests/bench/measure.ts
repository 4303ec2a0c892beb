/** One thing to measure. `run` does it once; what it gives back is not looked at. */
export type Case = { name: string; run: (round: number) => Promise<unknown>; rounds?: number; goal?: number };

export type Timing = { name: string; p50: number; p95: number; rounds: number; goal?: number };

/** At one client: one call after the other, after a warm-up that fills caches and prepares statements. Milliseconds. */
export async function measure({ name, run, rounds = 200, goal }: Case): Promise<Timing> {
  const warmUp = Math.min(10, rounds);
  const times: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const started = performance.now();
    await run(round);
    if (round >= warmUp) times.push(performance.now() - started);
  }
  return { name, ...quantiles(times), rounds, goal };
}

export function quantiles(times: number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** A line of the table; the ratio is to what the same run measured for the plainest thing of its kind. */
export function tableLine({ name, p50, p95, goal }: Timing, plainest: number): string {
  const number = (ms: number) => ms.toFixed(ms < 10 ? 2 : 1).padStart(8);
  const verdict = goal === undefined ? "" : p50 <= goal ? `  within ${goal} ms` : `  OVER ${goal} ms`;
  return `${name.padEnd(46)}${number(p50)}${number(p95)}${`${(p50 / plainest).toFixed(1)}×`.padStart(8)}${verdict}`;
}

export const tableHead = `${"".padEnd(46)}${"p50 ms".padStart(8)}${"p95 ms".padStart(8)}${"ratio".padStart(8)}`;
