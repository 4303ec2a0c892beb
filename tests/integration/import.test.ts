import { afterAll, describe, expect, test } from "vitest";

import { db } from "#lib/platform/db.ts";
import { closeQueue, queue } from "#lib/platform/queue.ts";
import { giveUpImport } from "#lib/transfer/give-up-import.ts";
import { findImport, listRejected, listRemarks } from "#lib/transfer/queries.ts";
import { runImport } from "#lib/transfer/run-import.ts";
import { discardImport, startImport } from "#lib/transfer/start-import.ts";
import { counts, startFile, takeFile, text, totals, value } from "#tests/factories/imports.ts";
import { aCompany, aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";

afterAll(() => closeQueue(1));

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
    const id = await takeFile(maya, text(csv), options);
    expect(await counts(maya, id)).toEqual({ state: "checked", created: 2, updated: 0, unchanged: 0, duplicates: 1, rejected: 1 });
    expect(await totals(organisation.id)).toMatchObject({ prospects: 0, companies: 0, ledger: 0 });
    expect((await listRemarks(maya, id)).map(({ text }) => text)).toContain(
      "No one called “Nobody Known” may own records here; the default owner gets the row.",
    );

    expect(await startFile(maya, id)).toMatchObject({ state: "done", created: 2, duplicates: 1, rejected: 1 });
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
    expect(await db.company.count({ where: { orgId: organisation.id } })).toBe(1);
    expect(await db.importLine.count({ where: { orgId: organisation.id } })).toBe(1);
    expect((await listRejected(maya, id, 0)).map(({ line, reason }) => [line, reason])).toEqual([
      [5, "The row says neither who this is nor how to reach them."],
    ]);

    const before = await totals(organisation.id);
    const again = await takeFile(maya, text(csv), options);
    expect(await startFile(maya, again)).toMatchObject({ created: 0, updated: 0, unchanged: 2, duplicates: 1, rejected: 1 });
    expect(await totals(organisation.id)).toEqual(before);
  });

  test("fills what is empty, overwrites only when told to, and never lifts a stop", async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation);
    const known = await aProspect(maya, { email: "ana@vilar.example", givenName: "Ana", jobTitle: null, country: "PT", phone: null });
    await takeFile(maya, text("Email,Job Title,Country,Do Not Email\nana@vilar.example,Head of Quality,Spain,Yes")).then((id) =>
      startFile(maya, id),
    );
    expect(await db.prospect.findFirstOrThrow({ where: { id: known.id } })).toMatchObject({
      jobTitle: "Head of Quality",
      country: "PT",
      version: 2,
    });

    const overwritten = await takeFile(maya, text("Email,Job Title,Country,Do Not Email\nana@vilar.example,Director,Spain,No"), {
      updateExisting: true,
    });
    expect(await startFile(maya, overwritten)).toMatchObject({ updated: 1 });
    expect(await db.prospect.findFirstOrThrow({ where: { id: known.id } })).toMatchObject({ jobTitle: "Director", country: "ES" });
    const ledger = await db.consentEvent.findMany({ where: { prospectId: known.id } });
    expect(ledger.map(({ channel, status }) => [channel, status])).toEqual([["email", "objected"]]);
  });

  test("runs in the background by the queue, its last failure said on its page", async () => {
    const maya = await aMember(await anOrganisation());
    const id = await takeFile(maya, text("Name,Email\nAna,ana@vilar.example"));
    value(await startImport(aContext(maya), { importId: id }));
    const jobs = await (await queue()).findJobs("import");
    expect(jobs.map(({ data }) => data)).toContainEqual({ orgId: maya.orgId, importId: id, step: "run" });
    await giveUpImport({ orgId: maya.orgId, importId: id, step: "run" }, testNow);
    expect(await counts(maya, id)).toMatchObject({ state: "failed" });
    expect((await findImport(maya, id))!.problem).toMatch(/Nothing was written/);
  });

  test("keeps a rep from another team's people without naming them, and lets a manager through", async () => {
    const organisation = await anOrganisation();
    const [north, south] = [await aTeam(organisation, "North"), await aTeam(organisation, "South")];
    const [maya, pat] = [await aMember(organisation, { team: north }), await aMember(organisation, { team: south })];
    const omar = await aMember(organisation, { team: north, role: "manager" });
    const theirs = await aProspect(pat, { email: "ana@vilar.example", jobTitle: null });
    const csv = text("Name,Email,Job Title\nAna,ana@vilar.example,Buyer\nBea,bea@vilar.example,Buyer");
    const id = await takeFile(maya, csv);
    expect(await startFile(maya, id)).toMatchObject({ created: 1, rejected: 1 });
    expect((await listRejected(maya, id, 0))[0]!.reason).toBe("A colleague's team already works with this person.");
    expect((await db.prospect.findFirstOrThrow({ where: { id: theirs.id } })).jobTitle).toBeNull();
    expect(await findImport(pat, id)).toBeNull();
    expect(await startFile(omar, await takeFile(omar, csv))).toMatchObject({ updated: 1, unchanged: 1 });
  });

  test("says nothing of other organisations, and nobody else can touch it", async () => {
    const [mine, other] = [await aMember(await anOrganisation()), await aMember(await anOrganisation(), { role: "admin" })];
    await aProspect(other, { email: "ana@vilar.example" });
    const id = await takeFile(mine, text("Name,Email\nAna,ana@vilar.example"));
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
    const id = await takeFile(maya, text("Name,Email,Do Not Email\nAna,ana@vilar.example,Yes\nBea,bea@vilar.example,No"));
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
    const id = await takeFile(maya, text(csv));
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
    const id = await takeFile(maya, text(csv));
    const remarks = (await listRemarks(maya, id)).map(({ text }) => text);
    expect(remarks).toContain("“Betasolion Limited” is taken for the company “Betasoloin Limited”.");
    expect(remarks).toContain("The row names neither a company nor a person; a deal is with someone.");
    expect(remarks.some((text) => text.startsWith("The stage “Wishing” is not one of yours"))).toBe(true);
    expect(await startFile(maya, id)).toMatchObject({ created: 2, rejected: 1 });
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
    expect(await startFile(maya, await takeFile(maya, text(csv)))).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await totals(organisation.id)).toEqual(before);
  });
});
