import "server-only";
import { instantKey, type Keyset, type Page, readCursor, toPage } from "#lib/keyset.ts";
import { Prisma } from "#prisma/generated/client.ts";

export const pageSize = 50;

/** What a list is in order of, before its ids: whether a cursor's key is one, and as SQL. */
export type Key = { reads: (key: string) => boolean; toSql: (key: string) => Prisma.Sql };

export const byInstant: Key = {
  reads: (key) => /^\d{4}-[\d:T.-]+Z$/.test(key) && instantKey(key) !== null,
  toSql: (key) => Prisma.sql`${new Date(key)}::timestamptz`,
};
export const byDay: Key = {
  reads: (key) => /^\d{4}-\d\d-\d\d$/.test(key) && instantKey(key) !== null,
  toSql: (key) => Prisma.sql`${new Date(key).toISOString().slice(0, 10)}::date`,
};
export const byWords: Key = { reads: () => true, toSql: (key) => Prisma.sql`${key}::text` };

/** Where a page begins, which way it is read, and the page made of what was read: one row more than fits. */
export function readPage(text: string | null | undefined, first: "lowest" | "highest", key: Key) {
  const read = readCursor(text);
  const cursor: (Keyset & { key: string }) | null = read?.key != null && key.reads(read.key) ? { ...read, key: read.key } : null;
  const falls = (first === "highest") !== (cursor?.back ?? false);
  const direction = Prisma.raw(falls ? "DESC" : "ASC");
  const beyond = Prisma.raw(falls ? "<" : ">");
  return {
    limit: Prisma.sql`LIMIT ${pageSize + 1}`,
    after: (...columns: Prisma.Sql[]) =>
      cursor ? Prisma.sql`AND (${Prisma.join(columns)}) ${beyond} (${key.toSql(cursor.key)}, ${cursor.id}::uuid)` : Prisma.empty,
    order: (...columns: Prisma.Sql[]) => Prisma.sql`ORDER BY ${Prisma.join(columns.map((column) => Prisma.sql`${column} ${direction}`))}`,
    of: <Row extends { id: string }>(rows: Row[], keyOf: (row: Row) => string): Page<Row> => toPage(rows, pageSize, cursor, keyOf),
  };
}
