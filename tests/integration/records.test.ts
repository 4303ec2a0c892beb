import { expect, test } from "vitest";

import { archiveCompany } from "#lib/companies/archive-company.ts";
import { CreateCompany, createCompany } from "#lib/companies/create-company.ts";
import { EditCompany, editCompany } from "#lib/companies/edit-company.ts";
import { CreateDeal, createDeal } from "#lib/deals/create-deal.ts";
import { MoveDeal, moveDeal } from "#lib/deals/move-deal.ts";
import { findDeal, listBoard, listStageChanges, sumStages } from "#lib/deals/queries.ts";
import { db } from "#lib/platform/db.ts";
import { AddFact, addFact } from "#lib/prospects/add-fact.ts";
import { AddNextStep, addNextStep } from "#lib/prospects/add-next-step.ts";
import { archiveProspect } from "#lib/prospects/archive-prospect.ts";
import { AssessProspect, assessProspect } from "#lib/prospects/assess-prospect.ts";
import { CreateProspect, createProspect } from "#lib/prospects/create-prospect.ts";
import { EditProspect } from "#lib/prospects/edit-prospect.ts";
import { type ProspectListQuery as Query, ProspectListQuery } from "#lib/prospects/list.ts";
import { findProspectRecord, listProspects } from "#lib/prospects/queries.ts";
import { changeProspect } from "#lib/schedule/change-prospect.ts";
import { handOverProspect } from "#lib/schedule/hand-over-prospect.ts";
import { restoreProspect } from "#lib/prospects/restore-prospect.ts";
import { retractFact } from "#lib/prospects/retract-fact.ts";
import { settleNextStep } from "#lib/prospects/settle-next-step.ts";
import { aContext, aDeal, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";

const there = await anOrganisation();
const maya = await aMember(there);
const context = aContext(maya);

async function created(over: Record<string, unknown> = {}) {
  const outcome = await createProspect(context, CreateProspect.parse({ name: "Ana Montenegro e Sá", source: "She wrote to us", ...over }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

const names = async (query: Partial<Query>) => (await listProspects(context, ProspectListQuery.parse(query))).rows.map(({ name }) => name);

test("a person is added with what reaches them, their company, zone and search text", async () => {
  const { id, notices } = await created({
    companyName: "Laboratórios Vilar & Filhos",
    emails: ["Ana.Sa@Vilar.example", "", "ana@private.example"],
    phones: ["010 413 20 01", "ask Rui"],
    linkedin: "linkedin.com/in/ana-sa",
    country: "nl",
  });
  expect(notices).toEqual(["“ask Rui” does not read as a phone number. It is kept as typed."]);
  expect(await findProspectRecord(maya, id)).toMatchObject({
    name: "Ana Montenegro e Sá",
    company: { name: "Laboratórios Vilar & Filhos", visible: true },
    timeZone: "Europe/Amsterdam",
    country: "NL",
    owner: { id: maya.userId },
    source: "She wrote to us",
    contactPoints: [
      { kind: "email", normalised: "ana.sa@vilar.example", isPrimary: true },
      { kind: "email", isPrimary: false },
      { kind: "phone", normalised: "+31104132001", isPrimary: true },
      { kind: "phone", value: "ask Rui", isPrimary: false },
      { kind: "linkedin" },
    ],
    terms: null,
  });
  for (const q of ["sa ana", "montenegro", "laboratorios", "VILAR.EXAMPLE", "private", "an"])
    expect(await names({ q })).toContain("Ana Montenegro e Sá");
  expect(await names({ q: "ana nobody" })).toEqual([]);
  expect(await names({ q: "%" })).toEqual([]);
  const again = await created({ name: "Rui Amorim", companyName: "laboratórios vilar & filhos" });
  expect((await findProspectRecord(maya, again.id))?.company?.id).toBe((await findProspectRecord(maya, id))?.company?.id);
});

test("what stands for a name, and what a record cannot do without", async () => {
  const nameless = await created({ name: "", emails: ["info@kestrel.example"] });
  expect(await findProspectRecord(maya, nameless.id)).toMatchObject({ name: "info@kestrel.example" });
  expect(await createProspect(context, CreateProspect.parse({ source: "A list" }))).toMatchObject({
    problem: { fields: { name: [expect.any(String)] } },
  });
  expect(CreateProspect.safeParse({ name: "Ana" }).error?.issues[0]?.path).toEqual(["source"]);
  const wrong = CreateProspect.parse({ name: "Ana", source: "A list", emails: ["", "ana@"] });
  expect(await createProspect(context, wrong)).toMatchObject({ problem: { fields: { "emails.1": [expect.any(String)] } } });
});

test("people adding the same address or company at once make one of it", async () => {
  for (let round = 0; round < 10; round += 1) {
    const input = CreateProspect.parse({ name: "Twin", source: "A fair", emails: [`twin.${round}@x.example`] });
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => createProspect(context, input)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const employer = CreateProspect.parse({ name: "Colleague", source: "A fair", companyName: `Twin & Co ${round}` });
    await Promise.all([1, 2, 3, 4].map(() => createProspect(context, employer)));
    expect(await db.company.count({ where: { orgId: there.id, name: `Twin & Co ${round}` } })).toBe(1);
  }
});

test("an edit from an old version is a conflict and loses nothing", async () => {
  const { id } = await created({ emails: ["old@edit.example"], phones: ["+31104132002"] });
  const mine = { prospectId: id, name: "Ana Sá", source: "She wrote to us", emails: ["new@edit.example", "old@edit.example"], version: 1 };
  expect(await changeProspect(context, EditProspect.parse(mine))).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await changeProspect(context, EditProspect.parse({ ...mine, name: "Somebody else" }))).toMatchObject({
    problem: { code: "conflict" },
  });
  const record = await findProspectRecord(maya, id);
  expect(record).toMatchObject({ name: "Ana Sá", version: 2 });
  expect(record?.contactPoints.map(({ value, isPrimary }) => [value, isPrimary])).toEqual([
    ["new@edit.example", true],
    ["old@edit.example", false],
  ]);
  expect(await db.prospect.findFirst({ where: { id }, select: { primaryEmail: true } })).toEqual({ primaryEmail: "new@edit.example" });
  const twin = await created({ name: "Twin", emails: ["new@edit.example"], createAnyway: "yes" });
  const own = EditProspect.parse({ prospectId: twin.id, name: "Twin B", source: "A fair", emails: ["new@edit.example"], version: 1 });
  expect(await changeProspect(context, own)).toMatchObject({ ok: true });
  const taken = EditProspect.parse({ ...own, emails: ["new@edit.example", "old@edit.example"], version: 2 });
  expect(await changeProspect(context, taken)).toMatchObject({
    problem: { code: "conflict", sentence: expect.stringContaining("Ana Sá") },
  });
  const insisted = await changeProspect(context, EditProspect.parse({ ...mine, name: "Ana S.", insist: "yes" }));
  expect(insisted).toMatchObject({ ok: true, value: { version: 3 } });
});

test("an address the ledger refers to is kept, out of use", async () => {
  const { id } = await created({ emails: ["kept@ledger.example"] });
  const point = await db.contactPoint.findFirstOrThrow({ where: { prospectId: id } });
  const said = { channel: "email", status: "express", saidBy: "person", method: "form", effectiveFrom: testNow };
  await db.consentEvent.create({ data: { orgId: there.id, id: crypto.randomUUID(), prospectId: id, contactPointId: point.id, ...said } });
  const edit = EditProspect.parse({ prospectId: id, name: "Ana", source: "A fair", emails: ["new@ledger.example"], version: 1 });
  expect(await changeProspect(context, edit)).toMatchObject({ ok: true });
  const points = (await findProspectRecord(maya, id))!.contactPoints;
  expect(points.map(({ value, invalidAt }) => [value, invalidAt !== null])).toEqual([
    ["new@ledger.example", false],
    ["kept@ledger.example", true],
  ]);
});

test("a company's new name is carried into its people's search", async () => {
  const { id } = await created({ name: "Gwen Prydderch", companyName: "Kestrel Foods Ltd" });
  const { company } = (await findProspectRecord(maya, id))!;
  const edit = EditCompany.parse({ companyId: company!.id, version: 1, name: "Falcão Foods", domain: "https://www.falcao.example/" });
  expect(await editCompany(context, edit)).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await editCompany(context, edit)).toMatchObject({ problem: { code: "conflict" } });
  expect(await names({ q: "falcao gwen" })).toEqual(["Gwen Prydderch"]);
  expect(await names({ q: "kestrel foods" })).toEqual([]);
  expect(await archiveCompany(context, { companyId: company!.id })).toMatchObject({ problem: { code: "conflict" } });
  const twice = await createCompany(context, CreateCompany.parse({ name: "falcão foods" }));
  expect(twice).toMatchObject({ problem: { code: "conflict" } });
});

test("archiving takes a record off the lists and restoring brings it back", async () => {
  const { id } = await created({ name: "Zacharias Archived" });
  expect(await archiveProspect(context, { prospectId: id })).toMatchObject({ ok: true });
  expect(await names({ q: "zacharias" })).toEqual([]);
  expect(await names({ q: "zacharias", state: "archived" })).toEqual(["Zacharias Archived"]);
  const edit = EditProspect.parse({ prospectId: id, name: "Z", source: "A fair", version: 2 });
  expect(await changeProspect(context, edit)).toMatchObject({ problem: { code: "conflict" } });
  expect(await restoreProspect(context, { prospectId: id })).toMatchObject({ ok: true });
  expect(await names({ q: "zacharias" })).toEqual(["Zacharias Archived"]);
});

test("facts, steps and the assessment come and go with their record", async () => {
  const { id: prospectId } = await created();
  const fact = await addFact(context, AddFact.parse({ prospectId, label: "Runs", value: "the Porto half-marathon", origin: "observed" }));
  const step = await addNextStep(
    context,
    AddNextStep.parse({ prospectId, what: "Send the list", owedBy: "us", dueOn: "2026-11-30", agreed: "on" }),
  );
  await assessProspect(context, AssessProspect.parse({ prospectId, fit: "40", stake: "low", homework: "none" }));
  const later = aContext(maya, new Date(testNow.getTime() + 1_000));
  await assessProspect(later, AssessProspect.parse({ prospectId, fit: "80", stake: "high", homework: "researched" }));
  expect(await findProspectRecord(maya, prospectId)).toMatchObject({
    facts: [{ label: "Runs", origin: "observed", recordedBy: maya.name }],
    nextSteps: [{ what: "Send the list", dueOn: "2026-11-30", agreed: true }],
    assessment: { fit: 80 },
  });
  if (!fact.ok || !step.ok) throw new Error("not added");
  expect(await retractFact(context, { prospectId, factId: fact.value.id })).toMatchObject({ ok: true });
  expect(await settleNextStep(context, { prospectId, stepId: step.value.id, as: "kept" })).toMatchObject({ ok: true });
  expect(await settleNextStep(context, { prospectId, stepId: step.value.id, as: "missed" })).toMatchObject({
    problem: { code: "conflict" },
  });
  expect(await findProspectRecord(maya, prospectId)).toMatchObject({ facts: [], nextSteps: [] });
  expect(AssessProspect.safeParse({ prospectId, fit: 1, stake: "low", homework: "none", decisionOn: "2026-12-01" }).success).toBe(false);
});

test("a rep hands over within the team, a manager to anyone, and the team follows", async () => {
  const joost = await aMember(there);
  const femke = await aMember(there, { team: await aTeam(there) });
  const left = await aMember(there, { deactivatedAt: testNow });
  const omar = await aMember(there, { role: "manager" });
  const { id: prospectId } = await created();
  expect(await handOverProspect(context, { prospectId, ownerId: femke.userId })).toMatchObject({ problem: { code: "invalid" } });
  expect(await handOverProspect(aContext(omar), { prospectId, ownerId: left.userId })).toMatchObject({ problem: { code: "invalid" } });
  expect(await handOverProspect(context, { prospectId, ownerId: joost.userId })).toEqual({ ok: true, value: { ownerName: joost.name } });
  expect(await handOverProspect(aContext(omar), { prospectId, ownerId: femke.userId })).toMatchObject({ ok: true });
  expect(await db.prospect.findFirst({ where: { id: prospectId } })).toMatchObject({ ownerId: femke.userId, teamId: femke.teamId });
  expect(await findProspectRecord(maya, prospectId)).toBeNull();
});

test("a deal moves by agreement, and on hope only as such (G1)", async () => {
  const prospect = await aProspect(maya);
  const outcome = await createDeal(
    context,
    CreateDeal.parse({ title: "Two warehouses", amount: "48,000", currency: "EUR", prospectId: prospect.id }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const dealId = outcome.value.id;
  const [first, second] = there.stages;
  const won = there.stages.find(({ kind }) => kind === "won")!;
  const later = aContext(maya, new Date(testNow.getTime() + 60_000));
  const move = (over: object, at = later) =>
    moveDeal(at, MoveDeal.parse({ dealId, stageId: second!.id, version: 1, how: "agreed", ...over }));

  expect(await move({})).toMatchObject({ problem: { code: "invalid", fields: { agreement: [expect.any(String)] } } });
  expect(await move({ stageId: won.id, how: "hoped" })).toMatchObject({
    problem: { code: "invalid", fields: { how: [expect.any(String)] } },
  });
  expect(await findDeal(maya, dealId)).toMatchObject({ stageId: first!.id, agreed: false, stageSince: testNow, version: 1 });
  expect(await move({ how: "hoped" })).toMatchObject({ ok: true, value: { agreed: false } });
  expect(await move({ agreement: "She sends the site list" })).toMatchObject({ problem: { code: "conflict" } });
  const evenLater = aContext(maya, new Date(testNow.getTime() + 120_000));
  expect(await move({ version: 2, agreement: "She sends the site list" }, evenLater)).toMatchObject({ ok: true, value: { agreed: true } });

  expect(await findDeal(maya, dealId)).toMatchObject({
    stageId: second!.id,
    agreed: true,
    stageSince: later.now,
    step: "She sends the site list",
  });
  expect((await listStageChanges(maya, dealId)).rows.map(({ agreed }) => agreed)).toEqual([true, false, false]);
  expect((await listBoard(aContext(maya), "me")).find(({ id }) => id === dealId)).toMatchObject({
    prospectName: prospect.name,
    amount: 48_000,
    stepAgreed: true,
  });
  expect(await sumStages(maya, "")).toContainEqual({ stageId: second!.id, currency: "EUR", count: 1, agreed: 48_000, hoped: 0 });
});

test.each(Array.from({ length: 10 }, (_, round) => round))(
  "a deal moves while a step is added to it, and neither fails (round %i)",
  async () => {
    const prospect = await aProspect(maya);
    const { id: dealId } = await aDeal(maya, { prospectId: prospect.id });
    const [first, second] = there.stages;
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, turn) => [
        moveDeal(context, MoveDeal.parse({ dealId, stageId: (turn % 2 ? first : second)!.id, version: turn + 1, how: "hoped" })),
        addNextStep(context, AddNextStep.parse({ prospectId: prospect.id, dealId, what: `Step ${turn}`, owedBy: "us" })),
      ]).flat(),
    );
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.problem.code !== "conflict")).toEqual([]);
    expect(await db.nextStep.count({ where: { dealId } })).toBe(6);
  },
);
