import { expect, test } from "vitest";

import { db } from "#lib/platform/db.ts";
import { addFact } from "#lib/prospects/add-fact.ts";
import { AddNextStep, addNextStep } from "#lib/prospects/add-next-step.ts";
import { findProspectRecord } from "#lib/prospects/queries.ts";
import { reopenNextStep } from "#lib/prospects/reopen-next-step.ts";
import { restoreFact } from "#lib/prospects/restore-fact.ts";
import { retractFact } from "#lib/prospects/retract-fact.ts";
import { settleNextStep } from "#lib/prospects/settle-next-step.ts";
import { findTimeline } from "#lib/touches/queries.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

const org = await anOrganisation();
const maya = await aMember(org);
const joost = await aMember(org);
const at = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

async function aRecord() {
  const { id: prospectId } = await aProspect(maya);
  const step = await addNextStep(
    aContext(maya),
    AddNextStep.parse({ prospectId, what: "Send the certificate", owedBy: "us", dueOn: "2026-11-30" }),
  );
  const fact = await addFact(aContext(maya), {
    ...{ prospectId, label: "Reports to", value: "Rui", origin: "told_us", originNote: null, onDay: null },
  });
  if (!step.ok || !fact.ok) throw new Error("not added");
  return { prospectId, stepId: step.value.id, factId: fact.value.id };
}

const kinds = async (prospectId: string) =>
  (await db.event.findMany({ where: { orgId: maya.orgId, prospectId }, orderBy: { id: "asc" }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );
const told = async (prospectId: string) =>
  (await findTimeline(maya, prospectId, { show: "changes" })).rows.map(({ title, text }) => [title, text]);

test.each(["kept", "missed", "dropped"] as const)("a step that was %s by mistake is open again, and both are told", async (as) => {
  const { prospectId, stepId } = await aRecord();
  await settleNextStep(aContext(maya, at(1)), { prospectId, stepId, as });
  expect(await findProspectRecord(maya, prospectId)).toMatchObject({ nextSteps: [] });

  expect(await reopenNextStep(aContext(maya, at(11)), { prospectId, stepId })).toMatchObject({ ok: true });
  expect(await reopenNextStep(aContext(maya, at(11)), { prospectId, stepId })).toMatchObject({ ok: true });
  expect(await findProspectRecord(maya, prospectId)).toMatchObject({ nextSteps: [{ id: stepId, dueOn: "2026-11-30" }] });
  expect((await kinds(prospectId)).filter((kind) => kind === "next-step.reopened")).toHaveLength(1);
  expect(await told(prospectId)).toEqual([
    ["Next step open again", "Send the certificate"],
    [`Next step ${as}`, "Send the certificate"],
  ]);

  expect(await settleNextStep(aContext(maya, at(12)), { prospectId, stepId, as: "kept" })).toMatchObject({ ok: true });
});

test("a fact that was taken back by mistake is held again with its source; the story never says what it was", async () => {
  const { prospectId, factId } = await aRecord();
  await retractFact(aContext(maya, at(1)), { prospectId, factId });
  expect(await findProspectRecord(maya, prospectId)).toMatchObject({ facts: [] });

  expect(await restoreFact(aContext(maya, at(2)), { prospectId, factId })).toMatchObject({ ok: true });
  expect(await restoreFact(aContext(maya, at(3)), { prospectId, factId })).toMatchObject({ ok: true });
  expect(await findProspectRecord(maya, prospectId)).toMatchObject({ facts: [{ id: factId, value: "Rui", origin: "told_us" }] });
  expect((await kinds(prospectId)).filter((kind) => kind === "fact.restored")).toHaveLength(1);
  expect(await told(prospectId)).toEqual([
    ["Fact held again", "Reports to"],
    ["Fact taken back", "Reports to"],
  ]);
});

test("only whoever did it takes it back, for ten minutes, and only what was done", async () => {
  const { prospectId, stepId, factId } = await aRecord();
  const undo = (who: typeof maya, minutes: number) =>
    Promise.all([
      reopenNextStep(aContext(who, at(minutes)), { prospectId, stepId }),
      restoreFact(aContext(who, at(minutes)), { prospectId, factId }),
    ]);
  for (const outcome of await undo(maya, 1)) expect(outcome).toMatchObject({ problem: { code: "not-found" } });

  await settleNextStep(aContext(maya, at(1)), { prospectId, stepId, as: "kept" });
  await retractFact(aContext(maya, at(1)), { prospectId, factId });
  for (const outcome of await undo(joost, 2)) expect(outcome).toMatchObject({ problem: { code: "forbidden" } });
  for (const outcome of await undo(maya, 12))
    expect(outcome).toMatchObject({ problem: { code: "conflict", sentence: expect.stringContaining("10 minutes") as string } });
  expect(await findProspectRecord(maya, prospectId)).toMatchObject({ facts: [], nextSteps: [] });
});
