export type Delimiter = "," | ";" | "\t" | "|";
const candidates: Delimiter[] = [",", ";", "\t", "|"];

export const delimiterNames: Record<Delimiter, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" };

/** The separator whose count outside quotes agrees best from record to record; the comma where a file has one column only. */
export function detectDelimiter(text: string): Delimiter {
  const counts = countByRecord(text.slice(0, 64_000));
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of candidates) {
    const score = agreement(counts.map((record) => record[candidates.indexOf(delimiter)]!));
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** How often each candidate stands outside quotes in each of the first records. */
function countByRecord(text: string): number[][] {
  const records: number[][] = [];
  let counts = [0, 0, 0, 0];
  let quoted = false;
  let empty = true;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === "\n") {
      if (!empty) records.push(counts);
      if (records.length === 50) return records;
      counts = [0, 0, 0, 0];
      empty = true;
      continue;
    } else if (!quoted && candidates.includes(char as Delimiter)) counts[candidates.indexOf(char as Delimiter)]! += 1;
    if (char !== "\r") empty = false;
  }
  if (!empty) records.push(counts);
  return records;
}

/** The share of records with the most frequent count, weighted by that count so that a stray character does not win; below half of the records it is chance. */
function agreement(counts: number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, records] of tally)
    if (records >= counts.length / 2) best = Math.max(best, (records / counts.length) * Math.min(1 + Math.log2(count), 4));
  return best;
}
