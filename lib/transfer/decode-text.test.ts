import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decodeText } from "#lib/transfer/decode-text.ts";
import { readRows } from "#lib/transfer/read-rows.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
};
const sentence = (bytes: Uint8Array) => {
  const outcome = decodeText(bytes);
  return outcome.ok ? null : outcome.problem.code === "invalid" ? outcome.problem.fields.file?.[0] : outcome.problem.code;
};

describe("decodeText", () => {
  const text = "Name;Straße\nŁukasz;Müllerweg";
  test.each([
    ["UTF-8", utf8(text)],
    ["UTF-8", utf8(`\uFEFF${text}`)],
    ["UTF-16 LE", utf16(text, false, true)],
    ["UTF-16 BE", utf16(text, true, true)],
    ["UTF-16 LE", utf16(text, false, false)],
    ["UTF-16 BE", utf16(text, true, false)],
  ])("tells %s from the bytes", (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text, encoding } });
  });

  test("reads Windows-1252, its euro and quotes too", () => {
    const bytes = new Uint8Array([...utf8("name,price\nM"), 0xfc, ...utf8("ller,"), 0x80, ...utf8("5 "), 0x93, ...utf8("x"), 0x94]);
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text: "name,price\nMüller,€5 “x”", encoding: "Windows-1252" } });
  });

  test("refuses what would be garbled, and what is no text", () => {
    expect(sentence(new Uint8Array([...utf8("имя\n").slice(0, 3), 0xc8, 0xe2, 0xe0, 0xed, 0xef, 0xf0]))).toMatch(
      /cannot be read for certain/,
    );
    expect(sentence(new Uint8Array([0x50, 0x4b, 3, 4, 20]))).toMatch(/Excel/);
    expect(sentence(utf8('{"a": 1}'))).toMatch(/JSON/);
    expect(sentence(utf8("BEGIN:VCARD\n"))).toMatch(/vCard/);
    expect(sentence(new Uint8Array(50_000_001))).toMatch(/50 MB/);
    expect(sentence(new Uint8Array())).toMatch(/empty/);
  });

  test("any bytes give text or a sentence, and any text rows or a sentence", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const decoded = decodeText(bytes);
        const rows = decoded.ok ? await readRows(decoded.value.text) : decoded;
        const file = rows.ok || rows.problem.code !== "invalid" ? [] : rows.problem.fields.file;
        expect(rows.ok || file?.[0]).toBeTruthy();
      }),
      { numRuns: 1_000 },
    );
  });
});
