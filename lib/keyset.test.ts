import { expect, test } from "vitest";

import { readCursor, toPage, writeCursor } from "#lib/keyset.ts";

const id = "0193a000-0000-7000-8000-000000000001";

test("a cursor comes back as it went", () => {
  const cursor = { key: "ana “sá” ✓", id, back: true };
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
});

test.each(["", null, "x", "bm8", Buffer.from('["a\\u0000",0,1]').toString("base64url"), "9".repeat(3_000)])("%s is no cursor", (text) =>
  expect(readCursor(text)).toBeNull(),
);

test("a page knows whether there is more, both ways", () => {
  const rows = [1, 2, 3].map((n) => ({ id: `${id.slice(0, -1)}${n}` }));
  const key = () => null;
  expect(toPage(rows, 3, null, key)).toMatchObject({ next: null, previous: null });
  const first = toPage(rows, 2, null, key);
  expect([first.rows.length, readCursor(first.next)?.id, first.previous]).toEqual([2, rows[1]!.id, null]);
  const back = toPage(rows.toReversed(), 2, { key: null, id, back: true }, key);
  expect(back.rows).toEqual([rows[1], rows[2]]);
  expect(readCursor(back.previous)?.id).toBe(rows[1]!.id);
  expect(readCursor(back.next)?.id).toBe(rows[2]!.id);
});
