import { pipeline } from "node:stream/promises";
import { setImmediate as breathe } from "node:timers/promises";
import { CsvError, parse } from "csv-parse";

import { invalid, ok, type Outcome } from "#lib/outcome.ts";
import { type Delimiter, detectDelimiter } from "#lib/transfer/detect-delimiter.ts";

/** A file as a table: unnamed columns are called by their place, and rows carry the number a spreadsheet shows. */
export type Sheet = { delimiter: Delimiter; header: string[]; rows: { line: number; cells: string[] }[] };

export const limits = { rows: 200_000, columns: 200, cell: 100_000, record: 1_000_000 };

/** Reads a decoded file into rows, letting other work through between slices of it. Never throws over content. */
export async function readRows(text: string): Promise<Outcome<Sheet>> {
  const { body, delimiter } = openSheet(text);
  const records: string[][] = [];
  let refusal: string | null = null;
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: limits.record,
    // returning null keeps the record out of the stream: rows are collected here, once
    on_record: (record: string[]) => {
      refusal ??= tooLarge(record, records.length + 1);
      if (!refusal) records.push(record);
      return null;
    },
  });
  try {
    await pipeline(
      slices(body, () => refusal !== null),
      parser,
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    refusal ??= explain(error, records.length + 1);
  }
  return refusal ? invalid("file", refusal) : toSheet(records, delimiter);
}

/** Excel may say its separator in a first line of its own. */
function openSheet(text: string): { body: string; delimiter: Delimiter } {
  const said = /^sep=([,;|\t])\r?\n/i.exec(text);
  if (said) return { body: text.slice(said[0].length), delimiter: said[1] as Delimiter };
  return { body: text, delimiter: detectDelimiter(text) };
}

async function* slices(text: string, stop: () => boolean) {
  for (let at = 0; at < text.length && !stop(); at += 262_144) {
    // a surrogate pair cut in two would be lost: the parser takes bytes
    const end = at + 262_144;
    const cut = /[\uD800-\uDBFF]/.test(text[end - 1] ?? "") ? end - 1 : end;
    yield text.slice(at, cut);
    at += cut - end;
    await breathe();
  }
}

function tooLarge(record: string[], row: number): string | null {
  if (row > limits.rows + 1) return "The file has more than 200,000 rows. Split it and import the parts one after the other.";
  if (record.length > limits.columns)
    return `Row ${row} has ${record.length} columns; up to 200 can be read. Leave out the columns you do not need.`;
  const cell = record.findIndex((value) => value.length > limits.cell);
  return cell < 0 ? null : `Row ${row}, column ${cell + 1} holds more than 100,000 characters. Is a quotation mark missing?`;
}

function explain(error: CsvError, row: number): string {
  switch (error.code) {
    case "CSV_MAX_RECORD_SIZE":
      return `Row ${row} is longer than 1 MB. Is a quotation mark opened and never closed?`;
    case "CSV_QUOTE_NOT_CLOSED":
      return `A quotation mark opened in row ${row} is never closed, so the rows after it cannot be told apart.`;
    default:
      return `Row ${row} cannot be read as CSV.`;
  }
}

function toSheet(records: string[][], delimiter: Delimiter): Outcome<Sheet> {
  const at = findHeader(records);
  const named = records[at];
  if (!named) return invalid("file", "The file holds no rows.");
  const hasHeader = !named.some((cell) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(cell.trim()));
  const first = hasHeader ? at + 1 : at;
  const data = records.slice(first).map((cells, index) => ({ line: first + index + 1, cells: cells.map((cell) => cell.trim()) }));
  const rows = data.filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (rows.length === 0) return invalid("file", "The file has a header but no rows below it. Nothing to import.");

  const width = rows.reduce((widest, { cells }) => Math.max(widest, usedWidth(cells)), hasHeader ? usedWidth(named) : 0);
  const header = Array.from({ length: width }, (_, index) => (hasHeader && named[index]?.trim().slice(0, 200)) || `Column ${index + 1}`);
  for (const { cells } of rows) cells.length = Math.min(cells.length, width);
  return ok({ delimiter, header, rows });
}

/** Some exports open with remarks. The header is the first of the first rows that is about as wide as most rows are. */
function findHeader(records: string[][]): number {
  const tally = new Map<number, number>();
  for (const { length } of records.slice(0, 50)) tally.set(length, (tally.get(length) ?? 0) + 1);
  const usual = [...tally].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
  const found = records.slice(0, 10).findIndex((record) => record.length >= usual / 2 && (usual === 1 || record.length > 1));
  return Math.max(found, 0);
}

const usedWidth = (cells: string[]) => cells.findLastIndex((cell) => cell.trim() !== "") + 1;
