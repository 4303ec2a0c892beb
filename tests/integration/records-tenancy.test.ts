import { beforeAll, describe, expect, test } from "vitest";

import { ArchiveCompany, archiveCompany } from "#lib/companies/archive-company.ts";
import { EditCompany, editCompany } from "#lib/companies/edit-company.ts";
import { CompanyListQuery } from "#lib/companies/list.ts";
import { findCompany, listCompanies, listPeopleAt } from "#lib/companies/queries.ts";
import { restoreCompany } from "#lib/companies/restore-company.ts";
import { archiveDeal } from "#lib/deals/archive-deal.ts";
import { CreateDeal, createDeal } from "#lib/deals/create-deal.ts";
import { EditDeal, editDeal } from "#lib/deals/edit-deal.ts";
import { MoveDeal, moveDeal } from "#lib/deals/move-deal.ts";
import { DealListQuery } from "#lib/deals/list.ts";
import { findDeal, listBoard, listDeals, listDealsAt, listStageChanges, sumStages } from "#lib/deals/queries.ts";
import { restoreDeal } from "#lib/deals/restore-deal.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { AddFact, addFact } from "#lib/prospects/add-fact.ts";
import { AddNextStep, addNextStep } from "#lib/prospects/add-next-step.ts";
import { archiveProspect } from "#lib/prospects/archive-prospect.ts";
import { AssessProspect, assessProspect } from "#lib/prospects/assess-prospect.ts";
import { CreateProspect, createProspect } from "#lib/prospects/create-prospect.ts";
import { EditProspect } from "#lib/prospects/edit-prospect.ts";
import { ProspectListQuery } from "#lib/prospects/list.ts";
import { findProspectRecord, listProspects } from "#lib/prospects/queries.ts";
import { changeProspect } from "#lib/schedule/change-prospect.ts";
import { handOverProspect } from "#lib/schedule/hand-over-prospect.ts";
import { restoreProspect } from "#lib/prospects/restore-prospect.ts";
import { reopenNextStep } from "#lib/prospects/reopen-next-step.ts";
import { restoreFact } from "#lib/prospects/restore-fact.ts";
import { retractFact } from "#lib/prospects/retract-fact.ts";
import { SettleNextStep, settleNextStep } from "#lib/prospects/settle-next-step.ts";
import { archiveAsset } from "#lib/value/archive-asset.ts";
import { CreateAsset, createAsset } from "#lib/value/create-asset.ts";
import { EditAsset, editAsset } from "#lib/value/edit-asset.ts";
import { AssetListQuery, findAsset, listAssets, listAssetsForPicker, listRecipients } from "#lib/value/queries.ts";
import { restoreAsset } from "#lib/value/restore-asset.ts";
import { aCompany, aContext, aDeal, aMember, anOrganisation, aProspect, aTeam } from "#tests/factories/records.ts";

const there = await anOrganisation();
const maya = await aMember(there);
const femke = await aMember(there, { team: await aTeam(there) });
const elsewhere = await anOrganisation();
const stranger = await aMember(elsewhere, { role: "admin" });

const company = await aCompany(maya);
const prospect = await aProspect(maya, { companyId: company.id });
const deal = await aDeal(maya, { prospectId: prospect.id, companyId: company.id });
const ids = { fact: "", step: "", asset: "" };

beforeAll(async () => {
  const context = aContext(maya);
  const fact = await addFact(context, AddFact.parse({ prospectId: prospect.id, label: "Reports to", value: "Duarte", origin: "told_us" }));
  const step = await addNextStep(context, AddNextStep.parse({ prospectId: prospect.id, what: "Send the list", owedBy: "us" }));
  const asset = await createAsset(context, CreateAsset.parse({ kind: "article", title: "Inspection findings" }));
  if (fact.ok && step.ok && asset.ok) Object.assign(ids, { fact: fact.value.id, step: step.value.id, asset: asset.value.id });
});

const otherStage = () => there.stages[1]!.id;
const prospectId = prospect.id;
const notFound = { ok: false, problem: { code: "not-found" } };

const writes: [string, (context: Context) => Promise<unknown>][] = [
  [
    "changeProspect",
    (c) => changeProspect(c, EditProspect.parse({ prospectId, version: 1, name: "Changed", source: "a form", insist: "yes" })),
  ],
  ["archiveProspect", (c) => archiveProspect(c, { prospectId })],
  ["restoreProspect", (c) => restoreProspect(c, { prospectId })],
  ["handOverProspect", (c) => handOverProspect(c, { prospectId, ownerId: c.actor.userId })],
  ["addFact", (c) => addFact(c, AddFact.parse({ prospectId, label: "x", value: "y", origin: "observed" }))],
  ["retractFact", (c) => retractFact(c, { prospectId, factId: ids.fact })],
  ["restoreFact", (c) => restoreFact(c, { prospectId, factId: ids.fact })],
  ["assessProspect", (c) => assessProspect(c, AssessProspect.parse({ prospectId, fit: 90, stake: "high", homework: "some" }))],
  ["addNextStep", (c) => addNextStep(c, AddNextStep.parse({ prospectId, what: "x", owedBy: "them" }))],
  ["settleNextStep", (c) => settleNextStep(c, SettleNextStep.parse({ prospectId, stepId: ids.step, as: "kept" }))],
  ["reopenNextStep", (c) => reopenNextStep(c, { prospectId, stepId: ids.step })],
  ["editCompany", (c) => editCompany(c, EditCompany.parse({ companyId: company.id, version: 1, name: "Changed", insist: "yes" }))],
  ["archiveCompany", (c) => archiveCompany(c, ArchiveCompany.parse({ companyId: company.id }))],
  ["restoreCompany", (c) => restoreCompany(c, { companyId: company.id })],
  ["editDeal", (c) => editDeal(c, EditDeal.parse({ dealId: deal.id, version: 1, title: "Changed", currency: "EUR", insist: "yes" }))],
  ["moveDeal", (c) => moveDeal(c, MoveDeal.parse({ dealId: deal.id, stageId: otherStage(), version: 1, how: "hoped" }))],
  ["archiveDeal", (c) => archiveDeal(c, { dealId: deal.id })],
  ["restoreDeal", (c) => restoreDeal(c, { dealId: deal.id })],
];

describe.each<[string, Actor]>([
  ["another organisation's admin", stranger],
  ["another team's rep", femke],
])("%s", (_who, outsider) => {
  const context = aContext(outsider);

  test.each(writes)("%s finds nothing and changes nothing", async (_name, write) => {
    const before = await everything();
    expect(await write(context)).toEqual(notFound);
    expect(await everything()).toEqual(before);
  });

  test("cannot name our person, company, stage or deal in what is their own", async () => {
    const before = await everything();
    const own = await aProspect(outsider);
    const asPerson = await createDeal(context, CreateDeal.parse({ title: "Mine", currency: "EUR", prospectId }));
    const asCompany = await createDeal(context, CreateDeal.parse({ title: "Mine", currency: "EUR", companyId: company.id }));
    const asEmployer = await createProspect(context, CreateProspect.parse({ name: "Rui", source: "a form", companyId: company.id }));
    const asOwner = await createProspect(context, CreateProspect.parse({ name: "Rui", source: "a form", ownerId: maya.userId }));
    const asDeal = await addNextStep(context, AddNextStep.parse({ prospectId: own.id, dealId: deal.id, what: "x", owedBy: "us" }));
    for (const outcome of [asPerson, asCompany, asEmployer, asOwner, asDeal])
      expect(outcome).toMatchObject({ ok: false, problem: { code: "invalid" } });
    expect(await everything()).toEqual(before);
  });

  test("sees none of it", async () => {
    expect(await findProspectRecord(outsider, prospectId)).toBeNull();
    expect(await findCompany(outsider, company.id)).toBeNull();
    expect(await findDeal(outsider, deal.id)).toBeNull();
    const listed = [
      (await listPeopleAt(outsider, company.id)).rows,
      (await listDealsAt(aContext(outsider), company.id)).rows,
      (await listStageChanges(outsider, deal.id)).rows,
      (await listProspects(context, ProspectListQuery.parse({ q: prospect.name }))).rows,
      (await listCompanies(outsider, CompanyListQuery.parse({ q: company.name }))).rows,
      (await listDeals(aContext(outsider), DealListQuery.parse({}))).rows,
      await listBoard(aContext(outsider), ""),
      (await listRecipients(outsider, ids.asset)).rows,
    ].flat();
    expect(listed.filter(({ id }) => [prospect.id, company.id, deal.id].includes(id))).toEqual([]);
    expect((await sumStages(outsider, "")).reduce((sum, { count }) => sum + count, 0)).toBe(0);
  });
});

test("the library is the organisation's: another team sees it, another organisation does not", async () => {
  expect(await findAsset(femke, ids.asset)).toMatchObject({ title: "Inspection findings" });
  expect(await findAsset(stranger, ids.asset)).toBeNull();
  expect(await listAssetsForPicker(stranger)).toEqual([]);
  expect((await listAssets(stranger, AssetListQuery.parse({}))).rows).toEqual([]);
  const context = aContext(stranger);
  const edit = EditAsset.parse({ assetId: ids.asset, version: 1, kind: "help", title: "Changed" });
  for (const outcome of [
    await editAsset(context, edit),
    await archiveAsset(context, { assetId: ids.asset }),
    await restoreAsset(context, { assetId: ids.asset }),
  ])
    expect(outcome).toEqual(notFound);
  expect(await findAsset(maya, ids.asset)).toMatchObject({ title: "Inspection findings", archivedAt: null });
});

test("a colleague's team is told that someone has the address, and nothing more", async () => {
  const again = CreateProspect.parse({ name: "Somebody", source: "a fair", emails: [prospect.email!.toUpperCase()] });
  const [seen, unseen, outside] = await Promise.all([maya, femke, stranger].map((actor) => createProspect(aContext(actor), again)));
  expect(seen).toMatchObject({ problem: { code: "conflict", sentence: expect.stringContaining(prospect.name) } });
  expect(unseen).toMatchObject({
    problem: { code: "conflict", sentence: expect.stringMatching(/^A colleague already works with this address/) },
  });
  expect(JSON.stringify(unseen)).not.toContain(prospect.name);
  expect(outside).toMatchObject({ ok: true });
  expect(await createProspect(aContext(maya), { ...again, createAnyway: true })).toMatchObject({ ok: true });
});

/** Every row of ours that a use case could have changed. */
async function everything() {
  const where = { orgId: there.id };
  const orderBy = { id: "asc" as const };
  return Promise.all([
    db.prospect.findMany({ where: { ...where, id: prospectId } }),
    db.contactPoint.findMany({ where: { ...where, prospectId }, orderBy }),
    db.company.findMany({ where: { ...where, id: company.id } }),
    db.deal.findMany({ where: { ...where, id: deal.id } }),
    db.stageChange.findMany({ where, orderBy }),
    db.fact.findMany({ where, orderBy }),
    db.nextStep.findMany({ where, orderBy }),
    db.opportunityAssessment.findMany({ where, orderBy }),
    db.event.findMany({ where: { ...where, prospectId }, orderBy }),
  ]);
}
