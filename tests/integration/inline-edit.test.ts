import { describe, expect, test } from "vitest";

import { EditCompany, editCompany } from "#lib/companies/edit-company.ts";
import { EditDeal, editDeal } from "#lib/deals/edit-deal.ts";
import { listEdits } from "#lib/events/queries.ts";
import { listColleaguesOf } from "#lib/companies/queries.ts";
import type { Outcome } from "#lib/outcome.ts";
import { db } from "#lib/platform/db.ts";
import { AssessProspect, assessProspect } from "#lib/prospects/assess-prospect.ts";
import { EditField } from "#lib/prospects/edit-field.ts";
import { EditProspect } from "#lib/prospects/edit-prospect.ts";
import { findProspectRecord } from "#lib/prospects/queries.ts";
import { changeProspect, changeProspectField } from "#lib/schedule/change-prospect.ts";
import { findTimeline } from "#lib/touches/queries.ts";
import { CreateAsset, createAsset } from "#lib/value/create-asset.ts";
import { EditAsset, editAsset } from "#lib/value/edit-asset.ts";
import { aCompany, aContext, aDeal, aMember, anOrganisation, aProspect, aTeam, testNow } from "../factories/records.ts";

const there = await anOrganisation();
const maya = await aMember(there, { name: "Maya Lindqvist" });
const omar = await aMember(there, { name: "Omar Haddad" });
const femke = await aMember(there, { team: await aTeam(there) });
const stranger = await aMember(await anOrganisation(), { role: "admin" });
const minute = (n: number) => new Date(testNow.getTime() + n * 60_000);

async function kept<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}
const field = (prospectId: string, name: string, value: string, was = "", over: object = {}) =>
  EditField.parse({ prospectId, field: name, value, was, ...over });

describe("a field changed where it stands", () => {
  test("is kept, told in the history, and taken back with what the answer gives", async () => {
    const company = await aCompany(maya);
    const { id } = await aProspect(maya, { jobTitle: "CFO", companyId: company.id });
    const { undo } = await kept(changeProspectField(aContext(maya), field(id, "jobTitle", " COO ", "CFO")));
    expect(await findProspectRecord(maya, id)).toMatchObject({ jobTitle: "COO", version: 2, company: { id: company.id } });
    const [entry] = (await findTimeline(maya, id, { show: "changes" })).rows;
    expect(entry).toMatchObject({ kind: "edited", text: "Title: CFO → COO", by: "Maya Lindqvist", at: testNow });

    await kept(changeProspectField(aContext(maya, minute(1)), EditField.parse(undo)));
    expect(await findProspectRecord(maya, id)).toMatchObject({ jobTitle: "CFO" });
    expect((await findTimeline(maya, id)).rows.map(({ text }) => text)).toEqual(["Title: COO → CFO", "Title: CFO → COO"]);
  });

  test("leaves everything else as it was, ways to reach them included", async () => {
    const { id, email, phone } = await aProspect(maya, { givenName: "Ana", language: "pt" });
    await kept(changeProspectField(aContext(maya), field(id, "emails", `${email}\nana@private.example`, email!)));
    const record = await findProspectRecord(maya, id);
    expect(record).toMatchObject({ givenName: "Ana", language: "pt" });
    expect(record!.contactPoints.map(({ value }) => value)).toEqual([email, "ana@private.example", phone]);
  });

  test("two fields at once are no conflict; the same one is, and both are told", async () => {
    const { id } = await aProspect(maya, { jobTitle: "CFO" });
    await kept(changeProspectField(aContext(omar), field(id, "jobTitle", "CTO", "CFO")));
    await kept(changeProspectField(aContext(maya), field(id, "language", "pt")));
    const late = await changeProspectField(aContext(maya), field(id, "jobTitle", "COO", "CFO"));
    expect(late).toMatchObject({ ok: false, problem: { code: "conflict", theirs: { fields: { value: "CTO" } } } });
    expect(await findProspectRecord(maya, id)).toMatchObject({ jobTitle: "CTO", language: "pt" });
    await kept(changeProspectField(aContext(maya), field(id, "jobTitle", "COO", "CFO", { insist: "yes" })));
    expect(await findProspectRecord(maya, id)).toMatchObject({ jobTitle: "COO" });
  });

  test("what cannot stand there is said at the field", async () => {
    const { id } = await aProspect(maya);
    for (const [name, value] of [
      ["emails", "nobody"],
      ["timeZone", "Mars/Base"],
      ["language", "portuguese"],
      ["source", ""],
    ] as const)
      expect(await changeProspectField(aContext(maya), field(id, name, value, "", { insist: "yes" }))).toMatchObject({
        ok: false,
        problem: { code: "invalid", fields: { value: [expect.any(String)] } },
      });
    expect(EditField.safeParse({ prospectId: id, field: "stoppedAt", value: "" }).success).toBe(false);
  });

  test("nobody else finds it", async () => {
    const { id } = await aProspect(maya, { jobTitle: "CFO" });
    for (const outsider of [femke, stranger])
      expect(await changeProspectField(aContext(outsider), field(id, "jobTitle", "COO", "CFO"))).toEqual({
        ok: false,
        problem: { code: "not-found" },
      });
    expect(await db.event.count({ where: { orgId: there.id, prospectId: id } })).toBe(0);
  });

  test("its history goes with the person (GDPR Art. 17)", async () => {
    const { id } = await aProspect(maya, { jobTitle: "CFO" });
    await kept(changeProspectField(aContext(maya), field(id, "jobTitle", "COO", "CFO")));
    await db.$executeRaw`SELECT erase_person(${there.id}::uuid, ${id}::uuid, ${testNow}::timestamptz)`;
    const events = await db.event.findMany({ where: { orgId: there.id, prospectId: id, kind: "prospect.edited" } });
    expect(events.map(({ data }) => data)).toEqual([{}]);
  });
});

test("an assessment is taken back to the one before", async () => {
  const { id } = await aProspect(maya);
  const assess = (fit: number) =>
    assessProspect(aContext(maya, minute(fit)), AssessProspect.parse({ prospectId: id, fit, stake: "high", homework: "some" }));
  expect(await kept(assess(10))).not.toHaveProperty("undo");
  const { undo } = await kept(assess(20));
  await kept(assessProspect(aContext(maya, minute(30)), AssessProspect.parse(undo)));
  expect(await findProspectRecord(maya, id)).toMatchObject({ assessment: { fit: 10, stake: "high" } });
});

describe("two who save the whole of it at once", () => {
  test("a record", async () => {
    const { id, email } = await aProspect(maya, { jobTitle: "CFO", source: "a fair" });
    const whole = (jobTitle: string) =>
      EditProspect.parse({ prospectId: id, version: 1, name: "Ana", jobTitle, source: "a fair", emails: [email] });
    await kept(changeProspect(aContext(omar, minute(1)), whole("CTO")));
    expect(await changeProspect(aContext(maya, minute(2)), whole("COO"))).toMatchObject({
      ok: false,
      problem: {
        code: "conflict",
        theirs: { by: "Omar Haddad", at: minute(1), version: 2, fields: { jobTitle: "CTO", emails: email, phones: "" } },
      },
    });
  });

  test("a company, a deal and something in the library, each with its history", async () => {
    const company = await aCompany(maya, { name: "Vilar" });
    const deal = await aDeal(maya, { title: "Loggers" });
    const asset = await kept(createAsset(aContext(maya), CreateAsset.parse({ kind: "invitation", title: "Forum", heldOn: "2026-12-01" })));
    const saves = {
      "company.edited": [
        company.id,
        (by: typeof maya, at: Date, name: string) =>
          editCompany(aContext(by, at), EditCompany.parse({ companyId: company.id, version: 1, name })),
      ],
      "deal.edited": [
        deal.id,
        (by: typeof maya, at: Date, title: string) =>
          editDeal(aContext(by, at), EditDeal.parse({ dealId: deal.id, version: 1, title, amount: 12_000, currency: "EUR" })),
      ],
      "asset.edited": [
        asset.id,
        (by: typeof maya, at: Date, title: string) =>
          editAsset(aContext(by, at), EditAsset.parse({ assetId: asset.id, version: 1, kind: "invitation", title, heldOn: "2026-12-01" })),
      ],
    } as const;
    for (const [kind, [id, save]] of Object.entries(saves)) {
      await kept<unknown>(save(omar, minute(1), "Theirs"));
      const late = await save(maya, minute(2), "Mine");
      expect([kind, late]).toMatchObject([kind, { ok: false, problem: { code: "conflict", theirs: { by: "Omar Haddad", version: 2 } } }]);
      const [edit, ...others] = (await listEdits(maya, kind as keyof typeof saves, id)).rows;
      expect(others).toEqual([]);
      expect(edit).toMatchObject({ by: "Omar Haddad", at: minute(1) });
      expect(Object.values(edit!.changes)).toEqual([[expect.any(String), "Theirs"]]);
    }
  });
});

test("people around somebody are those one sees, without them", async () => {
  const company = await aCompany(maya);
  const ana = await aProspect(maya, { companyId: company.id });
  const rui = await aProspect(maya, { companyId: company.id, lastOutboundAt: testNow });
  await aProspect(maya, { companyId: company.id, archivedAt: testNow });
  expect((await listColleaguesOf(maya, company.id, ana.id)).map(({ id }) => id)).toEqual([rui.id]);
  expect(await listColleaguesOf(femke, company.id, ana.id)).toEqual([]);
});
