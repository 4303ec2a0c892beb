/** A contact campaign's row as it is compared: the group it is in, the stratum that is to be held equal, and whether it succeeded. */
export type Trial = { group: string; stratum: string; success: boolean };

/** One group against the reference: how many, their plain yield, their yield were every stratum as common as in all, and the stratified ratio of yields. */
export type Stratified = { group: string; n: number; successes: number; raw: number; standardised: number; ratio: number };

type Cell = { n: number; successes: number };

const add = (cell: Cell, success: boolean): Cell => ({ n: cell.n + 1, successes: cell.successes + (success ? 1 : 0) });
const none: Cell = { n: 0, successes: 0 };

function tally(trials: readonly Trial[]): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const { stratum, success } of trials) cells.set(stratum, add(cells.get(stratum) ?? none, success));
  return cells;
}

/** Yields by group with the strata held equal; the reference is all trials of the groups named. Cells are thin, so the Mantel–Haenszel ratio is what to read. */
export function stratify(trials: readonly Trial[], groups: readonly string[], reference: readonly string[]): Stratified[] {
  const everybody = tally(trials);
  const compared = tally(trials.filter(({ group }) => reference.includes(group)));
  return groups.map((group) => {
    const own = tally(trials.filter((trial) => trial.group === group));
    const { n, successes } = [...own.values()].reduce(
      (sum, cell) => ({ n: sum.n + cell.n, successes: sum.successes + cell.successes }),
      none,
    );
    return { group, n, successes, raw: successes / n, standardised: standardise(own, everybody), ratio: mantelHaenszel(own, compared) };
  });
}

/** Direct standardisation over the strata in which the group occurs at all. */
function standardise(own: Map<string, Cell>, everybody: Map<string, Cell>): number {
  let sum = 0;
  let weight = 0;
  for (const [stratum, { n, successes }] of own) {
    sum += (everybody.get(stratum)!.n * successes) / n;
    weight += everybody.get(stratum)!.n;
  }
  return sum / weight;
}

function mantelHaenszel(own: Map<string, Cell>, compared: Map<string, Cell>): number {
  let above = 0;
  let below = 0;
  for (const [stratum, cell] of own) {
    const other = compared.get(stratum);
    if (!other) continue;
    above += (cell.successes * other.n) / (cell.n + other.n);
    below += (other.successes * cell.n) / (cell.n + other.n);
  }
  return above / below;
}

/** The order in which two lists rise and fall together: 1 the same, −1 the opposite (Spearman). */
export function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [ranks(one), ranks(other)];
  const mean = (a.length + 1) / 2;
  const sum = (f: (i: number) => number) => a.reduce((total, _, i) => total + f(i), 0);
  return sum((i) => (a[i]! - mean) * (b[i]! - mean)) / Math.sqrt(sum((i) => (a[i]! - mean) ** 2) * sum((i) => (b[i]! - mean) ** 2));
}

/** Equal figures share the mean of their places. */
const ranks = (list: readonly number[]) => list.map((x) => list.filter((y) => y < x).length + (list.filter((y) => y === x).length + 1) / 2);
