import { existsSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";

import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { mapImport } from "#lib/transfer/map-import.ts";
import { findImport } from "#lib/transfer/queries.ts";
import { runImport } from "#lib/transfer/run-import.ts";
import { startImport } from "#lib/transfer/start-import.ts";
import { uploadImport } from "#lib/transfer/upload-import.ts";
import { counts, startFile, takeFile, text, totals, value } from "#tests/factories/imports.ts";
import { aContext, aMember, anOrganisation, testNow } from "#tests/factories/records.ts";

const data = "../shared/data";
const has = (file: string) => existsSync(`${data}/${file}`);
if (!has("README.md")) console.warn(`The files in ${data} are not here: the tests on real exports are skipped.`);

afterAll(() => closeQueue(1));

describe("a file that is no list", () => {
  const zip = new Uint8Array([0x50, 0x4b, 3, 4, ...new Array<number>(200).fill(7)]);
  const hostile: [name: string, bytes: Uint8Array, sentence: RegExp][] = [
    ["a zip archive", zip, /zip archive or an Excel workbook/],
    ["a web page", text("<!DOCTYPE html><html><body>Sign in</body></html>"), /web page/],
    ["a PDF", text("%PDF-1.7 ..."), /PDF/],
    [
      "another alphabet in its own encoding",
      new Uint8Array([...text("name,email\n"), ...[0xc8, 0xe2, 0xe0, 0xed, 0xef, 0xf0, 0xe8, 0xe2]]),
      /cannot be read for certain/,
    ],
    ["300 columns", text(`${Array.from({ length: 300 }, (_, n) => `c${n}`).join(",")}\n${"x,".repeat(299)}x`), /300 columns/],
    ["nothing", text(""), /empty/],
    ["only a header", text("Name,Email\n"), /no rows below/],
    ["NUL characters", text(`Name,Email\n${"An\0a,".repeat(3)}`), /binary/],
    ["a line of 2 MB", text(`Name,Email\n"${"a".repeat(2_000_000)}`), /longer than 1 MB/],
    ["a cell of 200 kB", text(`Name,Email\n${"a".repeat(200_000)},b`), /100,000 characters/],
  ];
  test.each(hostile)("%s gets a sentence and changes nothing", async (_, bytes, sentence) => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation);
    const refused = await uploadImport(aContext(maya), { fileName: "x.csv", bytes });
    expect(refused).toMatchObject({ ok: false, problem: { code: "invalid", fields: { file: [expect.stringMatching(sentence)] } } });
    expect(await db.import.count({ where: { orgId: organisation.id } })).toBe(0);
  });

  test("formulas are names like any other", async () => {
    const maya = await aMember(await anOrganisation());
    const id = await takeFile(maya, text(`Name,Email\n"=HYPERLINK(""http://x"")",a@vilar.example\n@SUM(1),not an address`));
    expect(await startFile(maya, id)).toMatchObject({ created: 2 });
    expect(
      (await db.prospect.findMany({ where: { orgId: maya.orgId }, select: { name: true } })).map(({ name }) => name).toSorted(),
    ).toEqual(['=HYPERLINK("http://x")', "@SUM(1)"]);
  });
});

describe("exports of other systems", () => {
  test.skipIf(!has("x_education/Leads.dev.csv"))("X Education: 4,680 leads without names", { timeout: 90_000 }, async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation);
    const bytes = readFileSync(`${data}/x_education/Leads.dev.csv`);
    const id = await takeFile(maya, bytes, {}, "Leads.dev.csv");
    expect(await startFile(maya, id)).toEqual({ state: "done", created: 4680, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 });
    expect(await db.prospect.findFirst({ where: { orgId: organisation.id, name: "Lead 660719 · Landing Page Submission" } })).toMatchObject(
      { country: "IN", timeZone: "Asia/Kolkata", source: "Direct Traffic" },
    );
    const objected = await db.consentEvent.groupBy({
      by: ["channel"],
      where: { orgId: organisation.id, status: "objected" },
      _count: true,
      orderBy: { channel: "asc" },
    });
    expect(objected.map(({ channel, _count }) => [channel, _count])).toEqual([
      ["email", 357],
      ["phone", 1],
      ["sms", 1],
    ]);
    const before = await totals(organisation.id);
    expect(await startFile(maya, await takeFile(maya, bytes, {}, "Leads.dev.csv"))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 4680,
    });
    expect(await totals(organisation.id)).toEqual(before);
  });

  test.skipIf(!has("crm_exports/zoho_sample/Leads.csv"))("Zoho: leads and their deals", { timeout: 90_000 }, async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation, { role: "manager" });
    const id = await takeFile(maya, readFileSync(`${data}/crm_exports/zoho_sample/Leads.csv`), {}, "Leads.csv");
    expect(await startFile(maya, id)).toMatchObject({ created: 3900, rejected: 0 });
    const deals = await takeFile(maya, readFileSync(`${data}/crm_exports/zoho_sample/Potentials.csv`), {}, "Potentials.csv");
    const result = await startFile(maya, deals);
    expect(result).toMatchObject({ state: "done", rejected: 0 });
    expect(await db.deal.count({ where: { orgId: organisation.id, prospectId: { not: null } } })).toBe(result.created);
  });

  test.skipIf(!has("maven_crm/accounts.csv"))("Maven: accounts and pipeline", { timeout: 90_000 }, async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation, { role: "manager" });
    expect(await startFile(maya, await takeFile(maya, readFileSync(`${data}/maven_crm/accounts.csv`), {}, "accounts.csv"))).toMatchObject({
      created: 85,
      rejected: 0,
    });
    const bytes = readFileSync(`${data}/maven_crm/sales_pipeline.csv`);
    const result = await startFile(maya, await takeFile(maya, bytes, {}, "sales_pipeline.csv"));
    expect(result).toMatchObject({ created: 7375, rejected: 1425 });
    expect(await db.company.count({ where: { orgId: organisation.id } })).toBe(85);
    const before = await totals(organisation.id);
    expect(await startFile(maya, await takeFile(maya, bytes, {}, "sales_pipeline.csv"))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 7375,
    });
    expect(await totals(organisation.id)).toEqual(before);
  });
});

test("10,000 rows, duplicates found", { timeout: 90_000 }, async () => {
  const organisation = await anOrganisation();
  const maya = await aMember(organisation);
  const rows = Array.from(
    { length: 10_000 },
    (_, n) =>
      `${n},Ana ${(n % 9_500) % 97},Surname${n % 9_500},person${n % 9_500}@firm${(n % 9_500) % 800}.example,+35191${String(1_000_000 + (n % 9_500))},Firm ${(n % 9_500) % 800},Portugal,${n % 11 ? "No" : "Yes"}`,
  );
  const { id } = value(
    await uploadImport(aContext(maya), {
      fileName: "many.csv",
      bytes: text(`Record ID,First Name,Last Name,Email,Phone,Company,Country,Do Not Email\n${rows.join("\n")}`),
    }),
  );
  const file = (await findImport(maya, id))!;
  value(
    await mapImport(aContext(maya), {
      importId: id,
      subject: "prospects",
      fields: file.mapping,
      ownerId: maya.userId,
      source: "Fair",
      basis: "inquiry",
      updateExisting: false,
      dateOrder: "auto",
      country: null,
    }),
  );
  const begun = performance.now();
  await runImport({ orgId: organisation.id, importId: id, step: "check" }, testNow);
  const checked = performance.now();
  value(await startImport(aContext(maya), { importId: id }));
  await runImport({ orgId: organisation.id, importId: id, step: "run" }, testNow);
  const ended = performance.now();
  console.log(
    `10,000 rows: dry run ${Math.round(checked - begun)} ms, import ${Math.round(ended - checked)} ms, together ${Math.round(ended - begun)} ms`,
  );
  expect(await counts(maya, id)).toMatchObject({ created: 9_500, duplicates: 500 });
});
