import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { AddFact, addFact } from "#lib/prospects/add-fact.ts";
import { findProspectRecord } from "#lib/prospects/queries.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { aPlan } from "#tests/factories/dossier.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";
import { later, logged } from "#tests/factories/touches.ts";

const day = 86_400_000;
let rep: Actor;
let prospectId: string;

beforeEach(async () => {
  rep = await aMember(await anOrganisation());
  prospectId = (await aProspect(rep)).id;
});

async function aLoss(of = prospectId): Promise<string> {
  const fact = AddFact.parse({ prospectId: of, label: "Licence ends", value: "the Cork depot", origin: "told_us", onDay: "2026-11-27" });
  const added = await addFact(aContext(rep), fact);
  if (!added.ok) throw new Error(JSON.stringify(added.problem));
  return added.value.id;
}

function warn(urgentFactId: string | null, days: number, now = testNow) {
  const offer = { kind: "news", assetId: null, text: `What the licence of the Cork depot asks, part ${days}` } as const;
  const basis = { kind: "work_role", note: "Public role" } as const;
  const plan = aPlan({ prospectId, at: later(days * day), offer, ask: "none", draft: "", basis, urgentFactId });
  return planFollowUp(aContext(rep, now), { plan, clientKey: randomUUID() });
}

describe("V9: a fact that names a day of theirs", () => {
  test("is kept with its day, on the record and for the judges", async () => {
    const id = await aLoss();
    expect(await findProspectRecord(rep, prospectId)).toMatchObject({ facts: [{ id, onDay: "2026-11-27" }] });
    expect(await readDossier(db, rep.orgId, prospectId, { now: testNow })).toMatchObject({ facts: [{ id, on: "2026-11-27" }] });
    expect(AddFact.safeParse({ prospectId, label: "Ends", value: "soon", origin: "told_us", onDay: "next week" }).success).toBe(false);
  });

  test("has to be theirs", async () => {
    const theirs = await aLoss((await aProspect(rep)).id);
    expect(await warn(theirs, 1)).toMatchObject({
      ok: false,
      problem: { code: "invalid", fields: { "plan.urgentFactId": ["This fact is no longer on their record. Choose another, or none."] } },
    });
  });

  test("lets one touch come early, and only one", async () => {
    await logged(rep, prospectId);
    const fact = await aLoss();
    expect(await warn(null, 1)).toMatchObject({ problem: { code: "refused" } });
    const warned = await warn(fact, 1);
    if (!warned.ok) throw new Error(JSON.stringify(warned.problem));
    const then = later(1.1 * day);
    await logged(rep, prospectId, { followUpId: warned.value.id, at: then.toISOString() }, then);
    const again = await warn(fact, 2, then);
    expect(!again.ok && again.problem.code === "refused" && again.problem.reasons.map(({ sentence }) => sentence)).toContain(
      "They have been told of this once already; the usual rhythm holds.",
    );
  });
});
