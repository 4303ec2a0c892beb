import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decodeText } from "#lib/transfer/decode-text.ts";
import { detectDelimiter } from "#lib/transfer/detect-delimiter.ts";
import { readRows } from "#lib/transfer/read-rows.ts";
import { csvLine, neutralise } from "#lib/transfer/write-csv.ts";

const torture = "../shared/data/csv_torture/csv-spectrum";
if (!existsSync(torture)) console.warn(`${torture} is not here: its files are not read.`);

const read = async (text: string) => {
  const outcome = await readRows(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};
const refusal = async (text: string) => {
  const outcome = await readRows(text);
  return outcome.ok || outcome.problem.code !== "invalid" ? null : outcome.problem.fields.file?.[0];
};

describe("detectDelimiter", () => {
  test.each([
    ["a,b\n1,2", ","],
    ["a;b;c\n1,5;2;3\n2,5;1;1", ";"],
    ["a\tb\n1, and more\t2", "\t"],
    ["a|b|c\n1|2|3", "|"],
    ['"a,b";c\n"1,2,3";4', ";"],
    ["name\nAna; or Bea\nCleo", ","],
    ["", ","],
  ] as const)("%j", (text, delimiter) => expect(detectDelimiter(text)).toBe(delimiter));
});

describe("readRows", () => {
  test("keeps quoted line breaks, ragged rows and the numbers a spreadsheet shows", async () => {
    const sheet = await read('Name,Note\r\nAna,"two\nlines"\r\nBea\r\nCleo,x,more\r\n');
    expect(sheet.header).toEqual(["Name", "Note", "Column 3"]);
    expect(sheet.rows).toEqual([
      { line: 2, cells: ["Ana", "two\nlines"] },
      { line: 3, cells: ["Bea"] },
      { line: 4, cells: ["Cleo", "x", "more"] },
    ]);
  });

  test("drops empty columns at the end, finds the header below remarks, does without one, obeys sep=", async () => {
    expect((await read("a,b,,\n1,2,,")).header).toEqual(["a", "b"]);
    expect((await read('Notes:\n"Some of your connections"\nFirst Name,Last Name,URL\nAna,M,x\nBea,N,y')).header).toEqual([
      "First Name",
      "Last Name",
      "URL",
    ]);
    expect(await read("Ana,ana@vilar.example\nBea,bea@vilar.example")).toMatchObject({
      header: ["Column 1", "Column 2"],
      rows: [{ line: 1 }, { line: 2 }],
    });
    expect(await read("sep=;\nName;City\nAna;Porto, Portugal")).toMatchObject({ delimiter: ";", header: ["Name", "City"] });
  });

  test("says what is wrong with a file it cannot take", async () => {
    expect(await refusal('a,b\n"1,2\n3,4')).toMatch(/never closed/);
    expect(await refusal("a,b\n")).toMatch(/no rows below/);
    expect(await refusal(`a\n${"1\n".repeat(200_002)}`)).toMatch(/200,000 rows/);
    expect(await refusal(`${"a,".repeat(250)}a\n1`)).toMatch(/251 columns/);
    expect(await refusal(`a\n${"x".repeat(100_001)}`)).toMatch(/100,000 characters/);
    expect(await refusal(`a\n"${"x\n".repeat(700_000)}"`)).toMatch(/1 MB/);
  });

  test("never throws, whatever the text", async () => {
    const piece = fc.constantFrom('"', ",", ";", "\t", "|", "\n", "\r\n", "\r", "\0", "a", "=1+1", "\uFEFF", "é", " ", "sep=,", "\uD800");
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 200 }), async (pieces) => {
        const outcome = await readRows(pieces.join(""));
        expect(outcome.ok ? outcome.value.rows.length : outcome.problem.code).toBeTruthy();
      }),
      { numRuns: 1_000 },
    );
  });

  // location_coordinates: its JSON tells of another phone number than its CSV
  const files = existsSync(torture) ? readdirSync(`${torture}/csvs`).filter((file) => !file.startsWith("location")) : [];
  test.skipIf(files.length === 0)("reads the torture files as their JSON says", async () => {
    for (const file of files) {
      const decoded = decodeText(readFileSync(`${torture}/csvs/${file}`));
      if (!decoded.ok) throw new Error(file);
      const { header, rows } = await read(decoded.value.text);
      const records = rows.map(({ cells }) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
      const meant = JSON.parse(readFileSync(`${torture}/json/${file.replace(".csv", ".json")}`, "utf8")) as
        Record<string, string> | Record<string, string>[];
      expect({ file, records }).toEqual({
        file,
        records: [meant].flat().map((record) => Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, cell.trim()]))),
      });
    }
  });
});

describe("what is written", () => {
  test("holds no formula and reads back, but for the apostrophe that disarms", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 2, maxLength: 5 }), async (typed) => {
        const cells = typed.map((cell) => `x${cell.replaceAll("\0", "")}`.trim());
        const sheet = await readRows(csvLine(["h", ...cells.slice(1).map((_, index) => `h${index}`)]) + csvLine(cells));
        expect(sheet.ok && sheet.value.rows[0]!.cells).toEqual(cells);
      }),
      { numRuns: 500 },
    );
    for (const cell of ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"]) expect(neutralise(cell)).toBe(`'${cell}`);
    expect(csvLine(["=HYPERLINK(1)", "a,b"])).toBe(`"'=HYPERLINK(1)","a,b"\r\n`);
  });
});
