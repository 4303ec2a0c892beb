import { existsSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";

import type { Outcome } from "#lib/outcome.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { hashAddress } from "#lib/consent/hash-address.ts";
import type { Field, Subject } from "#lib/transfer/fields.ts";
import { mapImport } from "#lib/transfer/map-import.ts";
import { findImport, listRejected, listRemarks } from "#lib/transfer/queries.ts";
import { runImport } from "#lib/transfer/run-import.ts";
import { discardImport, startImport } from "#lib/transfer/start-import.ts";
import { uploadImport } from "#lib/transfer/upload-import.ts";
import { aCompany, aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";

const data = "../shared/data";
const has = (file: string) => existsSync(`${data}/${file}`);
if (!has("README.md")) console.warn(`The files in ${data} are not here: the tests on real exports are skipped.`);

afterAll(() => closeQueue(1));

const text = (csv: string) => new TextEncoder().encode(csv);
const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

type Choices = {
  fields?: Record<string, Field>;
  subject?: Subject;
  basis?: "customer" | "work_role" | "inquiry" | "unknown";
  updateExisting?: boolean;
};

/** Uploads, maps and checks a file as a person would; `start` then imports it. */
async function take(
  actor: Actor,
  bytes: Uint8Array,
  { fields = {}, subject, basis = "unknown", updateExisting = false }: Choices = {},
  fileName = "people.csv",
) {
  const context = aContext(actor);
  const { id } = value(await uploadImport(context, { fileName, bytes }));
  const proposed = (await findImport(actor, id))!;
  const options = {
    importId: id,
    ownerId: actor.userId,
    source: "Trade fair 2026",
    basis,
    updateExisting,
    dateOrder: "auto" as const,
    country: "US",
  };
  if (subject && subject !== proposed.subject) value(await mapImport(context, { ...options, subject, fields: [] }));
  const { header, mapping, subject: settled } = (await findImport(actor, id))!;
  value(await mapImport(context, { ...options, subject: settled, fields: header.map((name, index) => fields[name] ?? mapping[index]!) }));
  await runImport({ orgId: actor.orgId, importId: id, step: "check" }, testNow);
  return id;
}

async function start(actor: Actor, id: string) {
  value(await startImport(aContext(actor), { importId: id }));
  await runImport({ orgId: actor.orgId, importId: id, step: "run" }, testNow);
  return counts(actor, id);
}

async function counts(actor: Actor, id: string) {
  const { state, created, updated, unchanged, duplicates, rejected } = (await findImport(actor, id))!;
  return { state, created, updated, unchanged, duplicates, rejected };
}

const totals = async (orgId: string) => ({
  prospects: await db.prospect.count({ where: { orgId } }),
  companies: await db.company.count({ where: { orgId } }),
  points: await db.contactPoint.count({ where: { orgId } }),
  facts: await db.fact.count({ where: { orgId } }),
  ledger: await db.consentEvent.count({ where: { orgId } }),
  deals: await db.deal.count({ where: { orgId } }),
  changes: await db.stageChange.count({ where: { orgId } }),
});

describe("an import", () => {
  const csv = [
    "Record ID,First Name,Last Name,Email,Phone Number,Company Name,Contact owner,Country,Do Not Email,Favourite,City,Create Date",
    "1,Ana,Montenegro,ana@vilar.example,+351 21 123 4567,Laboratórios Vilar,Maya Stone,Portugal,No,Blue,Porto,15 Apr 2021",
    "2,Łukasz,Nowak,lukasz@vilar.example,,laboratórios vilar,Nobody Known,Poland,Yes,,,",
    "3,Ana,Montenegro,ANA@vilar.example,,,,,Yes,,,",
    "4,,,,,,,,,,,",
  ].join("\n");

  test("takes people in with what is known of them, and a second time adds nothing", async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation, { name: "Maya Stone" });
    const options = { fields: { Favourite: "keep" as const }, basis: "customer" as const };
    const id = await take(maya, text(csv), options);
    expect(await counts(maya, id)).toEqual({ state: "checked", created: 2, updated: 0, unchanged: 0, duplicates: 1, rejected: 1 });
    expect(await db.prospect.count({ where: { orgId: organisation.id } }), "a dry run writes no record").toBe(0);
    expect((await listRemarks(maya, id)).map(({ text }) => text)).toContain(
      "“Nobody Known” is nobody who may own this here; the default owner gets the row.",
    );

    expect(await start(maya, id)).toMatchObject({ state: "done", created: 2, duplicates: 1, rejected: 1 });
    const ana = await db.prospect.findFirstOrThrow({
      where: { orgId: organisation.id, familyName: "Montenegro" },
      include: { contactPoints: true, facts: true, consentEvents: { orderBy: { channel: "asc" } }, company: true },
    });
    expect(ana).toMatchObject({
      name: "Ana Montenegro",
      country: "PT",
      source: "Trade fair 2026",
      relationship: "customer",
      externalKey: "recordid:1",
    });
    expect(ana.searchText).toBe("ana montenegro laboratorios vilar ana@vilar.example");
    expect(ana.createdAt.toISOString()).toBe("2021-04-15T00:00:00.000Z");
    expect(ana.contactPoints.map(({ kind, normalised, isPrimary }) => [kind, normalised, isPrimary]).toSorted()).toEqual([
      ["email", "ana@vilar.example", true],
      ["phone", "+351211234567", true],
    ]);
    expect(ana.facts.map(({ label, value, origin, originNote }) => [label, value, origin, originNote]).toSorted()).toEqual([
      ["City", "Porto", "third_party", "imported from people.csv"],
      ["Favourite", "Blue", "third_party", "imported from people.csv"],
    ]);
    expect(ana.consentEvents.map(({ channel, status, basis, saidBy, evidence }) => [channel, status, basis, saidBy, evidence])).toEqual([
      ["any", "soft_opt_in", "customer", "import", "people.csv"],
      ["email", "objected", null, "import", "Do Not Email: Yes (people.csv)"],
    ]);
    expect(await db.company.count({ where: { orgId: organisation.id } }), "one company, however it is written").toBe(1);
    expect(await db.importLine.count({ where: { orgId: organisation.id } }), "only the rejected row is kept").toBe(1);
    expect((await listRejected(maya, id, 0)).map(({ line, reason }) => [line, reason])).toEqual([
      [5, "The row says neither who this is nor how to reach them."],
    ]);

    const before = await totals(organisation.id);
    const again = await take(maya, text(csv), options);
    expect(await start(maya, again)).toMatchObject({ created: 0, updated: 0, unchanged: 2, duplicates: 1, rejected: 1 });
    expect(await totals(organisation.id)).toEqual(before);
  });

  test("fills what is empty, overwrites only when told to, and never lifts a stop", async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation);
    const known = await aProspect(maya, { email: "ana@vilar.example", givenName: "Ana", jobTitle: null, country: "PT", phone: null });
    await take(maya, text("Email,Job Title,Country,Do Not Email\nana@vilar.example,Head of Quality,Spain,Yes")).then((id) =>
      start(maya, id),
    );
    expect(await db.prospect.findFirstOrThrow({ where: { id: known.id } })).toMatchObject({
      jobTitle: "Head of Quality",
      country: "PT",
      version: 2,
    });

    const overwritten = await take(maya, text("Email,Job Title,Country,Do Not Email\nana@vilar.example,Director,Spain,No"), {
      updateExisting: true,
    });
    expect(await start(maya, overwritten)).toMatchObject({ updated: 1 });
    expect(await db.prospect.findFirstOrThrow({ where: { id: known.id } })).toMatchObject({ jobTitle: "Director", country: "ES" });
    const ledger = await db.consentEvent.findMany({ where: { prospectId: known.id } });
    expect(ledger.map(({ channel, status }) => [channel, status])).toEqual([["email", "objected"]]);
  });

  test("leaves a suppressed address suppressed, though its record is gone", async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation);
    const { hashSalt } = await db.organisation.findUniqueOrThrow({ where: { id: organisation.id } });
    const hash = hashAddress(hashSalt, "email", "gone@vilar.example");
    await db.suppression.create({
      data: { orgId: organisation.id, id: newId(testNow), kind: "email", hash, channel: "any", reason: "asked to stop" },
    });
    await start(maya, await take(maya, text("Name,Email\nGone Person,Gone@vilar.example\nOther Person,other@vilar.example")));
    const stopped = await db.prospect.findMany({
      where: { orgId: organisation.id, stoppedAt: { not: null } },
      include: { consentEvents: true },
    });
    expect(stopped.map(({ name, consentEvents }) => [name, consentEvents.map(({ channel, status }) => [channel, status])])).toEqual([
      ["Gone Person", [["any", "objected"]]],
    ]);
  });

  test("keeps a rep from another team's people without naming them, and lets a manager through", async () => {
    const organisation = await anOrganisation();
    const [north, south] = [await aTeam(organisation, "North"), await aTeam(organisation, "South")];
    const [maya, pat] = [await aMember(organisation, { team: north }), await aMember(organisation, { team: south })];
    const omar = await aMember(organisation, { team: north, role: "manager" });
    const theirs = await aProspect(pat, { email: "ana@vilar.example", jobTitle: null });
    const csv = text("Name,Email,Job Title\nAna,ana@vilar.example,Buyer\nBea,bea@vilar.example,Buyer");
    const id = await take(maya, csv);
    expect(await start(maya, id)).toMatchObject({ created: 1, rejected: 1 });
    expect((await listRejected(maya, id, 0))[0]!.reason).toBe("A colleague's team already works with this person.");
    expect((await db.prospect.findFirstOrThrow({ where: { id: theirs.id } })).jobTitle).toBeNull();
    expect(await findImport(pat, id), "a rep sees only their own imports").toBeNull();
    expect(await start(omar, await take(omar, csv))).toMatchObject({ updated: 1, unchanged: 1 });
  });

  test("says nothing of other organisations, and nobody else can touch it", async () => {
    const [mine, other] = [await aMember(await anOrganisation()), await aMember(await anOrganisation(), { role: "admin" })];
    await aProspect(other, { email: "ana@vilar.example" });
    const id = await take(mine, text("Name,Email\nAna,ana@vilar.example"));
    expect(await counts(mine, id)).toMatchObject({ created: 1 });
    const context = aContext(other);
    for (const refused of [await startImport(context, { importId: id }), await discardImport(context, { importId: id })]) {
      expect(refused).toEqual({ ok: false, problem: { code: "not-found" } });
    }
    expect(await findImport(other, id)).toBeNull();
  });

  test("killed midway leaves nothing, and runs again from the start", async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation);
    const id = await take(maya, text("Name,Email,Do Not Email\nAna,ana@vilar.example,Yes\nBea,bea@vilar.example,No"));
    value(await startImport(aContext(maya), { importId: id }));
    // the last write of the merge fails, as it does when the server goes away under it
    await db.$executeRawUnsafe(
      `CREATE FUNCTION fail_import() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$`,
    );
    await db.$executeRawUnsafe(
      `CREATE TRIGGER fail_import BEFORE INSERT ON "Event" FOR EACH ROW WHEN (NEW.kind = 'import.done') EXECUTE FUNCTION fail_import()`,
    );
    const job = { orgId: organisation.id, importId: id, step: "run" as const };
    await expect(runImport(job, testNow)).rejects.toThrow("killed");
    await db.$executeRawUnsafe(`DROP TRIGGER fail_import ON "Event"`);
    expect(await totals(organisation.id)).toMatchObject({ prospects: 0, points: 0, ledger: 0 });
    expect(await counts(maya, id)).toMatchObject({ state: "running" });
    await runImport(job, testNow);
    expect(await counts(maya, id)).toMatchObject({ state: "done", created: 2 });
    await runImport(job, testNow);
    expect(await totals(organisation.id)).toMatchObject({ prospects: 2, ledger: 1 });
  });

  test("finds people by key, number and name with company, but not namesakes with another address", async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation);
    const company = await aCompany(maya, { name: "Vilar" });
    await aProspect(maya, { name: "By Key", externalKey: "leadid:7", email: null, phone: null });
    await aProspect(maya, { name: "By Phone", email: null, phone: "+14155552671" });
    await aProspect(maya, { name: "By Name", companyId: company.id, email: null, phone: null });
    await aProspect(maya, { name: "Some Namesake", companyId: company.id, email: "one@vilar.example", phone: null });
    await aProspect(maya, { name: "Put Away", email: "away@vilar.example", archivedAt: testNow });
    const csv = [
      "LEADID,Name,Email,Phone,Company",
      "7,By Key,,,",
      ",By Phone,,(415) 555-2671,",
      ",By Name,,,VILAR",
      ",Some Namesake,two@vilar.example,,Vilar",
      ",Put Away,away@vilar.example,,",
    ].join("\n");
    const id = await take(maya, text(csv));
    expect(await counts(maya, id)).toMatchObject({ created: 1, rejected: 1, duplicates: 0 });
    expect((await listRemarks(maya, id)).map(({ text }) => text).toSorted()).toEqual([
      "Taken for someone here with the same name and company.",
      "Taken for someone here with the same phone number.",
      "This person is archived here. Restore the record first.",
    ]);
  });

  test("takes deals to their stage and company, and says where it forgave a typo", async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation, { role: "manager" });
    const company = await aCompany(maya, { name: "Betasoloin Limited", searchText: "betasoloin limited" });
    const csv = [
      "Deal Name,Deal Stage,Amount,Close Date,Account",
      'Big one,Closed Won,"$1,117.10K",2026-12-01,Betasolion Limited',
      "No one,Lost,12,2026-12-01,",
      "Unknown stage,Wishing,€ 500,31.01.2027,Brand New Ltd",
    ].join("\n");
    const id = await take(maya, text(csv));
    const remarks = (await listRemarks(maya, id)).map(({ text }) => text);
    expect(remarks).toContain("“Betasolion Limited” is taken for the company “Betasoloin Limited”.");
    expect(remarks).toContain("The row names neither a company nor a person; a deal is with someone.");
    expect(remarks.some((text) => text.startsWith("The stage “Wishing” is not one of yours"))).toBe(true);
    expect(await start(maya, id)).toMatchObject({ created: 2, rejected: 1 });
    const deals = await db.deal.findMany({ where: { orgId: organisation.id }, include: { stage: true }, orderBy: { amount: "desc" } });
    expect(
      deals.map(({ title, companyId, stage, closeOn }) => [
        title,
        companyId === company.id,
        stage.kind,
        closeOn?.toISOString().slice(0, 10),
      ]),
    ).toEqual([
      ["Big one", true, "won", "2026-12-01"],
      ["Unknown stage", false, "open", "2027-01-31"],
    ]);
    expect(deals.map(({ amount, currency }) => [Number(amount), currency])).toEqual([
      [1_117_100, "USD"],
      [500, "EUR"],
    ]);
    const before = await totals(organisation.id);
    expect(await start(maya, await take(maya, text(csv)))).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await totals(organisation.id)).toEqual(before);
  });
});

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
    const id = await take(maya, text(`Name,Email\n"=HYPERLINK(""http://x"")",a@vilar.example\n@SUM(1),not an address`));
    expect(await start(maya, id)).toMatchObject({ created: 2 });
    expect(
      (await db.prospect.findMany({ where: { orgId: maya.orgId }, select: { name: true } })).map(({ name }) => name).toSorted(),
    ).toEqual(['=HYPERLINK("http://x")', "@SUM(1)"]);
  });
});

describe("exports of other systems", () => {
  test.skipIf(!has("x_education/Leads.dev.csv"))("X Education: 4,680 leads without names", { timeout: 60_000 }, async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation);
    const bytes = readFileSync(`${data}/x_education/Leads.dev.csv`);
    const id = await take(maya, bytes, {}, "Leads.dev.csv");
    expect(await start(maya, id)).toEqual({ state: "done", created: 4680, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 });
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
    expect(await start(maya, await take(maya, bytes, {}, "Leads.dev.csv"))).toMatchObject({ created: 0, updated: 0, unchanged: 4680 });
    expect(await totals(organisation.id)).toEqual(before);
  });

  test.skipIf(!has("crm_exports/zoho_sample/Leads.csv"))("Zoho: leads and their deals", { timeout: 60_000 }, async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation, { role: "manager" });
    const id = await take(maya, readFileSync(`${data}/crm_exports/zoho_sample/Leads.csv`), {}, "Leads.csv");
    expect(await start(maya, id)).toMatchObject({ created: 3900, rejected: 0 });
    const deals = await take(maya, readFileSync(`${data}/crm_exports/zoho_sample/Potentials.csv`), {}, "Potentials.csv");
    const result = await start(maya, deals);
    expect(result).toMatchObject({ state: "done", rejected: 0 });
    expect(await db.deal.count({ where: { orgId: organisation.id, prospectId: { not: null } } })).toBe(result.created);
  });

  test.skipIf(!has("maven_crm/accounts.csv"))("Maven: accounts and pipeline", { timeout: 60_000 }, async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation, { role: "manager" });
    expect(await start(maya, await take(maya, readFileSync(`${data}/maven_crm/accounts.csv`), {}, "accounts.csv"))).toMatchObject({
      created: 85,
      rejected: 0,
    });
    const bytes = readFileSync(`${data}/maven_crm/sales_pipeline.csv`);
    const result = await start(maya, await take(maya, bytes, {}, "sales_pipeline.csv"));
    expect(result).toMatchObject({ created: 7375, rejected: 1425 });
    expect(await db.company.count({ where: { orgId: organisation.id } })).toBe(85);
    const before = await totals(organisation.id);
    expect(await start(maya, await take(maya, bytes, {}, "sales_pipeline.csv"))).toMatchObject({ created: 0, updated: 0, unchanged: 7375 });
    expect(await totals(organisation.id)).toEqual(before);
  });
});

test("10,000 rows, duplicates found, take at most three seconds after the upload", { timeout: 60_000 }, async () => {
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
  expect(ended - checked).toBeLessThan(3_000);
});
