import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";

import { copyLine } from "#lib/transfer/copy-format.ts";

export type Value = string | number | boolean | null;

/** An object a row: its keys are the columns, the same in every row. Instants as text, so that nothing depends on this machine's zone. */
export type Row = Record<string, Value>;

/** Loads rows by COPY, a megabyte at a time; how many there were. */
export async function copyInto(client: pg.Client, table: string, rows: Iterable<Row>): Promise<number> {
  const iterator = rows[Symbol.iterator]();
  const first = iterator.next();
  if (first.done) return 0;
  let count = 0;
  function* chunks() {
    let chunk = "";
    for (let row = first; !row.done; row = iterator.next()) {
      count += 1;
      chunk += copyLine(Object.values(row.value));
      if (chunk.length < 1_000_000) continue;
      yield chunk;
      chunk = "";
    }
    yield chunk;
  }
  const columns = Object.keys(first.value).map((name) => `"${name}"`);
  await pipeline(Readable.from(chunks()), client.query(from(`COPY "${table}" (${columns.join(", ")}) FROM STDIN`)));
  return count;
}

export const iso = (at: number) => new Date(at).toISOString();
export const date = (at: number) => iso(at).slice(0, 10);
export const json = (value: unknown) => JSON.stringify(value);
