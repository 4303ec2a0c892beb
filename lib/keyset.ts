import { z } from "zod";

/** Where a page begins: the sort key and the id of the row before it (or after it, going back). */
export type Keyset = { key: string | null; id: string; back: boolean };

const Written = z.tuple([z.string().max(1_000).nullable(), z.uuid(), z.boolean()]);

/** As it stands in an address. */
export function writeCursor({ key, id, back }: Keyset): string {
  return Buffer.from(JSON.stringify([key, id, back])).toString("base64url");
}

/** Null for anything that is no cursor: the list then starts at its beginning. */
export function readCursor(cursor: string | null | undefined): Keyset | null {
  if (!cursor || cursor.length > 2_000) return null;
  try {
    const [key, id, back] = Written.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return key?.includes("\0") ? null : { key, id, back };
  } catch {
    return null;
  }
}

/** The key of a list in order of time, or null for one that is no instant of our calendar. */
export function instantKey(key: string | null): string | null {
  const time = key === null ? NaN : Date.parse(key);
  return time > Date.UTC(1900, 0) && time < Date.UTC(2200, 0) ? key : null;
}

export type Page<Row> = { rows: Row[]; next: string | null; previous: string | null };

/** Makes a page of `size` rows of what was read for it: one row more than fits, in reading direction. */
export function toPage<Row extends { id: string }>(
  read: Row[],
  size: number,
  cursor: Keyset | null,
  keyOf: (row: Row) => string | null,
): Page<Row> {
  const more = read.length > size;
  const rows = read.slice(0, size);
  if (cursor?.back) rows.reverse();
  const first = rows[0];
  const last = rows.at(-1);
  const at = (row: Row, back: boolean) => writeCursor({ key: keyOf(row), id: row.id, back });
  return {
    rows,
    next: last && (cursor?.back || more) ? at(last, false) : null,
    previous: first && (cursor?.back ? more : cursor !== null) ? at(first, true) : null,
  };
}
