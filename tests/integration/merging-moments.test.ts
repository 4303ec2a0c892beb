import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";

import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { addReferral, AddReferral } from "#lib/prospects/add-referral.ts";
import { editField, EditField } from "#lib/prospects/edit-field.ts";
import { matchReferral } from "#lib/prospects/match-referral.ts";
import { findMoments } from "#lib/prospects/moment-queries.ts";
import { sayWhyNoStep, SayWhyNoStep } from "#lib/prospects/say-why-no-step.ts";
import { answerRequest } from "#lib/rights/answer-request.ts";
import { findHeld } from "#lib/rights/held-queries.ts";
import { recordRequest } from "#lib/rights/record-request.ts";
import { readSilence } from "#lib/schedule/read-silence.ts";
import { findByWords } from "#lib/search/queries.ts";
import { findTimeline } from "#lib/touches/queries.ts";
import { tablesHolding } from "#tests/factories/marker.ts";
import { merge } from "#tests/factories/merging.ts";
import { aContext, aMember, aProspect, testNow } from "#tests/factories/records.ts";
import { aDesk, day, later, logged } from "#tests/factories/touches.ts";

afterAll(() => closeQueue(1));

const value = <T>(outcome: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

const quiet = async (rep: Actor, id: string) => {
  for (const ago of [40, 25, 12]) await logged(rep, id, {}, later(-ago * day));
};
const reads = async (rep: Actor, prospectId: string, hypothesis: "swamped" | "personal" | "no_news") =>
  value(await readSilence(aContext(rep), { prospectId, hypothesis }));
const explains = async (rep: Actor, prospectId: string, until: string) =>
  value(await sayWhyNoStep(aContext(rep), SayWhyNoStep.parse({ prospectId, kind: "resting", until, words: `Until ${until}` })));
const introduces = async (rep: Actor, prospectId: string, name: string, introducedId: string | null = null) =>
  value(await addReferral(aContext(rep), AddReferral.parse({ prospectId, name, introducedId: introducedId ?? "" })));
const renames = async (rep: Actor, prospectId: string, was: string, name: string) =>
  value(
    await inTransaction(aContext(rep), (context) => editField(context, EditField.parse({ prospectId, field: "name", value: name, was }))),
  );
const moments = async (rep: Actor, id: string) => (await findMoments(aContext(rep), id))!;

/** Everything that stands once for each record, on both. */
async function bothFull(otherName = "Rosalinda Zwick") {
  const desk = await aDesk();
  const { rep, organisation } = desk;
  const [kept, other, friend] = [
    await aProspect(rep, { name: "Rosa Duarte" }),
    await aProspect(rep, { name: otherName }),
    await aProspect(rep, { name: "Rui Friend" }),
  ];
  for (const { id } of [kept, other]) await quiet(rep, id);
  for (const { id } of [kept, other]) await introduces(rep, id, "Rui", friend.id);
  await introduces(rep, friend.id, "Rosa", kept.id);
  await introduces(rep, friend.id, otherName, other.id);
  await renames(rep, kept.id, "Rosa Duarte", "Rosa M. Duarte");
  await renames(rep, other.id, otherName, `${otherName}el`);
  for (const { id } of [kept, other])
    await db.suppression.create({
      data: {
        ...{ orgId: organisation.id, id: randomUUID(), kind: "person", hash: id, channel: "any", topic: "Prices", reason: "Said so" },
        prospectId: id,
        createdAt: testNow,
      } as never,
    });
  return { ...desk, kept, other, friend };
}

describe("two records that both have what stands once", () => {
  test("become one with one reading and one reason, those that stand longer; introductions are told once, and the history of both is read", async () => {
    const { rep, organisation, kept, other, friend } = await bothFull();
    await reads(rep, kept.id, "swamped");
    await reads(rep, other.id, "personal");
    await explains(rep, kept.id, "2026-12-10");
    await explains(rep, other.id, "2027-02-01");
    value(await merge(rep, kept, other));

    const standing = { orgId: organisation.id, endedAt: null };
    expect(await db.silenceReading.findMany({ where: standing })).toMatchObject([{ prospectId: kept.id, hypothesis: "personal" }]);
    expect(await db.noStepReason.findMany({ where: standing })).toMatchObject([{ prospectId: kept.id, words: "Until 2027-02-01" }]);
    const { reason, reading, referrals, introducedBy } = await moments(rep, kept.id);
    expect(reason).toMatchObject({ kind: "resting", until: "2027-02-01" });
    expect(reading).toMatchObject({ hypothesis: "personal" });
    expect(referrals).toMatchObject([{ introduced: { id: friend.id } }]);
    expect(introducedBy).toMatchObject([{ id: friend.id }]);
    expect(await db.suppression.count({ where: { orgId: organisation.id, prospectId: kept.id, topic: "Prices" } })).toBe(2);
    const { rows } = await findTimeline(rep, kept.id);
    expect(JSON.stringify(rows)).toContain("Rosalinda Zwickel");
    const found = async (q: string) => (await findByWords(aContext(rep), q, ["people"], { size: 8 })).people!.hits.map(({ id }) => id);
    expect(await found("Rosalinda")).toEqual([]);
    expect(await found("Duarte")).toEqual([kept.id]);
    expect((await findHeld(organisation.id, kept.id))!.notes).toHaveLength(6);
  });

  test("keep the kept record's where it stands longer", async () => {
    const { rep, organisation, kept, other } = await bothFull();
    await explains(rep, kept.id, "2027-02-01");
    await explains(rep, other.id, "2026-12-10");
    value(await merge(rep, kept, other));
    const reasons = await db.noStepReason.findMany({ where: { orgId: organisation.id, endedAt: null } });
    expect(reasons).toMatchObject([{ prospectId: kept.id, words: "Until 2027-02-01" }]);
  });

  test.each([true, false])("let no reading stand that they answered after (they wrote to the kept record: %s)", async (toKept) => {
    const { rep, organisation, kept, other } = await bothFull();
    const [silent, answered] = toKept ? [other, kept] : [kept, other];
    await reads(rep, silent.id, "personal");
    await logged(rep, answered.id, { direction: "in", disposition: "replied", theySaid: "We moved house" }, later(day));
    value(await merge(rep, kept, other, {}, later(2 * day)));
    expect(await db.silenceReading.count({ where: { orgId: organisation.id, endedAt: null } })).toBe(0);
  });

  test.each([true, false])("may have introduced one another, which is no introduction any more (by the kept one: %s)", async (byKept) => {
    const { rep, organisation, kept, other } = await bothFull();
    const [by, whom] = byKept ? [kept, other] : [other, kept];
    await introduces(rep, by.id, "Myself", whom.id);
    value(await merge(rep, kept, other));
    expect(await db.referral.count({ where: { orgId: organisation.id, name: "Myself" } })).toBe(0);
    expect((await moments(rep, kept.id)).referrals.map(({ name }) => name)).toEqual(["Rui"]);
  });

  test("are named by nobody new once one is only a signpost", async () => {
    const { rep, organisation, kept, other, friend } = await bothFull();
    const { id: referralId } = await introduces(rep, friend.id, "Somebody");
    value(await merge(rep, kept, other));
    expect(await matchReferral(aContext(rep), { prospectId: friend.id, referralId, introducedId: other.id })).toMatchObject({
      problem: { code: "invalid" },
    });
    const row = { orgId: organisation.id, id: randomUUID(), name: "Late", byId: rep.userId, at: testNow };
    await expect(db.referral.create({ data: { ...row, introducerId: other.id } })).rejects.toThrow("Prospect_merged");
    await expect(
      db.referral.update({ where: { orgId_id: { orgId: organisation.id, id: referralId } }, data: { introducedId: other.id } }),
    ).rejects.toThrow("Prospect_merged");
  });

  test("leave no name behind when they are erased: not in the history, in a reason, an introduction, a known word or a saved view", async () => {
    const { rep, organisation, kept, other } = await bothFull("Quirina Xylander");
    const admin = await aMember(organisation, { role: "admin" });
    await explains(rep, other.id, "2027-03-03");
    const view = { orgId: organisation.id, ownerId: rep.userId, list: "prospects" };
    await db.savedView.create({ data: { ...view, id: randomUUID(), name: "About her", query: { q: "quirina xylanderel" } } });
    await db.savedView.create({ data: { ...view, id: randomUUID(), name: "Mine", query: { owner: "me" } } });
    await db.savedView.create({ data: { ...view, id: randomUUID(), name: "Quirina Xylanderel's labs", query: {} } });
    await db.savedView.create({ data: { ...view, id: randomUUID(), name: "Others", query: { q: "xquirina xylanderelx" } } });
    value(await merge(rep, kept, other, { name: "other" }));
    const { id: requestId } = value(
      await recordRequest(aContext(admin), { prospectId: kept.id, kind: "erase", cameBy: "phone", about: null, words: null } as never),
    ) as { id: string };
    value(await answerRequest(aContext(admin), { requestId, as: "done", answer: "", sure: true, also: [] }));
    expect(await db.savedView.findMany({ where: { ...view, archivedAt: null }, orderBy: { name: "asc" } })).toMatchObject([
      { name: "Mine" },
      { name: "Others" },
    ]);
    await db.savedView.deleteMany({ where: { ...view, name: "Others" } });
    for (const word of ["xylander", "quirina", "Until 2027-03-03"]) expect(await tablesHolding(word)).toEqual([]);
  });
});
