import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";

import { GET as showData } from "#app/preferences/[token]/data/route.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { issueLink } from "#lib/preferences/issue-link.ts";
import { findProspectRecord, listProspects } from "#lib/prospects/queries.ts";
import { answerRequest } from "#lib/rights/answer-request.ts";
import { askFor } from "#lib/rights/ask-for.ts";
import { recordRequest } from "#lib/rights/record-request.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { findByWords } from "#lib/search/queries.ts";
import { Group } from "#lib/search/search.ts";
import { findTimeline } from "#lib/touches/queries.ts";
import { countReceptions } from "#lib/value/count-receptions.ts";
import { createAsset } from "#lib/value/create-asset.ts";
import { findReps } from "#lib/insight/queries.ts";
import { startFile, takeFile, text } from "#tests/factories/imports.ts";
import { plant, tablesHolding } from "#tests/factories/marker.ts";
import { aLink } from "#tests/factories/links.ts";
import { aContext, aDeal, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";
import { day, later, logged } from "#tests/factories/touches.ts";

const value = <T>(outcome: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

async function aHouse() {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  const rep = await aMember(organisation);
  return { organisation, rep, admin: await aMember(organisation, { role: "admin" }) };
}

const aPlan = (prospectId: string, text = "The audit rule for cold rooms changed on Monday") => ({
  ...{ prospectId, channel: "email" as const, at: later(9 * day), ask: "reply" as const, answersObjectionId: null, urgentFactId: null },
  offer: { kind: "news" as const, assetId: null, text },
  ...{ helps: "It changes what the next audit asks of their cold rooms", draft: "Dear Ana, the rule changed. No reply needed." },
  basis: { kind: "work_role" as const, note: "Public role" },
});

const planWith = (actor: Actor, prospectId: string, now = testNow) =>
  planFollowUp(aContext(actor, now), { plan: aPlan(prospectId), clientKey: randomUUID() });

async function guestOf(actor: Actor, prospectId: string, now = testNow) {
  const token = await aLink({ orgId: actor.orgId, id: prospectId }, { createdAt: now });
  return { token, guest: (await openLink(token, now))! };
}

/** The request's answer that erases. */
async function eraseAsAdmin(admin: Actor, prospectId: string, also: string[] = [], now = later(2 * day)) {
  const { id: requestId } = await db.dataRequest.findFirstOrThrow({ where: { orgId: admin.orgId, prospectId, kind: "erase" } });
  return answerRequest(aContext(admin, now), { requestId, as: "done", answer: "", sure: true, also });
}

/** A person of whom something stands in every table: imported, planned with, touched, in a deal, with wishes, noes and requests. */
async function anInvolvedPerson(rep: Actor, orgId: string) {
  const file = "Name,Email,Phone,Notes\nIlse Verhoeven,ilse@verhoeven.example,+31 10 123 4567,Likes short mails\n";
  await startFile(rep, await takeFile(rep, text(file)));
  const { id } = await db.prospect.findFirstOrThrow({ where: { orgId, name: "Ilse Verhoeven" }, select: { id: true } });
  await db.prospect.update({
    where: { orgId_id: { orgId, id } },
    data: { country: "PT", timeZone: "Europe/Lisbon", subscriberKind: "corporate" },
  });
  value(await planWith(rep, id));
  const { id: assetId } = value(
    await createAsset(aContext(rep), {
      kind: "article",
      title: "Cold rooms",
      summary: null,
      url: null,
      topics: [],
      language: null,
      expiresOn: null,
    } as never),
  );
  await logged(rep, id, { offer: { kind: "asset", assetId, text: null }, body: "Hello Ilse" });
  await logged(
    rep,
    id,
    { direction: "in", disposition: "thanked", theySaid: "Thank you", at: later(60_000).toISOString() },
    later(120_000),
  );
  await logged(
    rep,
    id,
    {
      ...{ direction: "in", disposition: "said_no", theySaid: "Too dear", objection: { kind: "price", words: "Too dear" } },
      nextStep: { what: "Send the list", owedBy: "us", dueOn: "2026-12-01", agreed: true },
    },
    later(180_000),
  );
  const deal = await aDeal(rep, { prospectId: id, title: "Cold rooms for Ilse Verhoeven" });
  const stage = await db.stage.findFirstOrThrow({ where: { orgId } });
  await db.stageChange.create({
    data: { orgId, id: randomUUID(), dealId: deal.id, stageId: stage.id, agreed: true, agreement: "She said yes", at: testNow },
  });
  await db.opportunityAssessment.create({
    data: { orgId, id: randomUUID(), prospectId: id, fit: 70, stake: "high", homework: "some", timelineSource: "She wrote it" },
  });
  const mail = {
    kind: "ask",
    to: "ilse@verhoeven.example",
    language: "en",
    subject: "Ilse",
    text: "Hello Ilse",
    headers: {},
    messageId: "<1@x>",
  };
  await db.mail.create({ data: { ...mail, orgId, id: randomUUID(), prospectId: id, createdAt: testNow, nextTryAt: testNow } });
  const { guest, token } = await guestOf(rep, id);
  value(await choosePreferences(guest, Choice.parse({ action: "pause", for: "2-weeks" })));
  value(await askFor(guest, { ask: "correct", about: "Name", right: "Ilse van der Hoeven" }));
  value(await askFor(guest, { ask: "erase", sure: "yes" }));
  return { id, token, assetId, deal };
}

describe("an erasure", () => {
  const marker = "zq7Quokka";

  test("leaves no word of them in any table of the database, and the counts as they were", async () => {
    const { organisation, rep, admin } = await aHouse();
    const orgId = organisation.id;
    const { id, assetId, deal } = await anInvolvedPerson(rep, orgId);
    const planted = [
      ...(await plant(marker, orgId, "prospectId", id)),
      ...(await plant(marker, orgId, "dealId", deal.id, ["StageChange"])),
      ...(await plant(marker, orgId, "id", id, ["Prospect"])),
      ...(await plant(marker, orgId, "matchId", id)),
    ];
    await db.$executeRaw`UPDATE "ImportLine" SET cells = cells || ${marker}::text WHERE "orgId" = ${orgId}::uuid`;
    for (const column of [
      "Fact.value",
      "GateDecision.inputs",
      "Event.data",
      "Touchpoint.body",
      "FollowUp.draft",
      "ConsentEvent.evidence",
      "Notice.data",
      "Mail.text",
    ])
      expect(planted).toContain(column);
    await countReceptions(orgId);
    const before = await countsOf(orgId, rep, assetId);

    value(await eraseAsAdmin(admin, id));
    expect(await tablesHolding(marker)).toEqual([]);
    expect(await tablesHolding("verhoeven")).toEqual([]);
    expect(await tablesHolding("101234567")).toEqual([]);
    await countReceptions(orgId);
    expect(await countsOf(orgId, rep, assetId)).toEqual(before);
    expect(await db.followUp.count({ where: { orgId, prospectId: id, state: { in: ["scheduled", "held"] } } })).toBe(0);
  });

  async function countsOf(orgId: string, rep: Actor, assetId: string) {
    const where = { orgId };
    const { given, welcomed } = await db.valueAsset.findUniqueOrThrow({ where: { orgId_id: { orgId, id: assetId } } });
    return {
      ...{ given, welcomed, touches: await db.touchpoint.count({ where }), decisions: await db.gateDecision.count({ where }) },
      ...{
        ledger: await db.consentEvent.count({ where }),
        shares: await db.assetShare.count({ where }),
        deals: await db.deal.count({ where }),
      },
      ...{ objections: await db.objection.groupBy({ by: ["kind"], where, _count: true }), asked: await db.dataRequest.count({ where }) },
      done: (await findReps({ actor: { ...rep, role: "manager" }, now: later(day) })).map(({ doneWeek, doneSeven }) => [
        doneWeek,
        doneSeven,
      ]),
    };
  }

  test("takes them off every list and out of reach of every action; the proof stays", async () => {
    const { organisation, rep, admin } = await aHouse();
    const { id, token } = await anInvolvedPerson(rep, organisation.id);
    value(await eraseAsAdmin(admin, id));

    for (const actor of [rep, admin]) {
      expect(await findProspectRecord(actor, id)).toBeNull();
      expect((await findTimeline(actor, id)).rows).toEqual([]);
      for (const state of ["all", "archived", "stopped"] as const)
        expect((await listProspects(aContext(actor), { q: "", state, owner: "", sort: "name", cursor: "" } as never)).rows).toEqual([]);
      for (const { hits } of Object.values(await findByWords(aContext(actor), "ilse", Group.options, { size: 5 })))
        expect(hits).toEqual([]);
      expect(await issueLink(aContext(actor), { prospectId: id })).toMatchObject({ problem: { code: "not-found" } });
      expect(await planWith(actor, id, later(3 * day))).toMatchObject({ problem: { code: "not-found" } });
      await expect(logged(actor, id, {}, later(3 * day))).rejects.toThrow("not-found");
    }
    expect(await openLink(token, later(3 * day))).toBeNull();
    vi.useFakeTimers({ toFake: ["Date"], now: later(3 * day) }); // the page asks the clock itself
    const page = await showData(new Request("http://127.0.0.1/"), { params: Promise.resolve({ token }) }).finally(() => vi.useRealTimers());
    expect(await page.text()).toContain("Nothing is held about you");
    expect(await db.dataRequest.findMany({ where: { prospectId: id }, orderBy: { kind: "asc" } })).toMatchObject([
      { kind: "correct", state: "done", about: null, words: null, answeredById: admin.userId },
      { kind: "erase", state: "done", answeredById: admin.userId, receivedAt: testNow, answeredAt: later(2 * day) },
    ]);
    expect(await db.event.count({ where: { prospectId: id, kind: "prospect.erased", actorId: admin.userId } })).toBe(1);
    expect(await db.suppression.count({ where: { orgId: organisation.id, liftedAt: null, channel: "any" } })).toBeGreaterThan(0);
  });

  test("a file that brings the address back brings it back stopped, and no plan passes", async () => {
    const { organisation, rep, admin } = await aHouse();
    const { id } = await anInvolvedPerson(rep, organisation.id);
    value(await eraseAsAdmin(admin, id));
    await startFile(rep, await takeFile(rep, text("Name,Email\nIlse V,Ilse@Verhoeven.example\n"), { basis: "customer" }, "again.csv"));
    const back = await db.prospect.findFirstOrThrow({ where: { orgId: organisation.id, name: "Ilse V" } });
    expect(back.id).not.toBe(id);
    expect(back.stoppedAt).not.toBeNull();
    expect(await planWith(rep, back.id, later(3 * day))).toMatchObject({
      problem: { code: "refused", reasons: expect.arrayContaining([expect.objectContaining({ rule: "C4" })]) },
    });
  });

  test("asks for sure, once, and only of an admin of the same organisation", async () => {
    const { rep, admin, organisation } = await aHouse();
    const prospect = await aProspect(rep);
    value(await recordRequest(aContext(rep), { prospectId: prospect.id, kind: "erase", cameBy: "phone", words: "Please erase me" }));
    const { id: requestId } = await db.dataRequest.findFirstOrThrow({ where: { prospectId: prospect.id } });
    const answer = { requestId, as: "done" as const, answer: "", also: [] };
    const { admin: stranger } = await aHouse();
    const manager = await aMember(organisation, { role: "manager" });
    for (const actor of [rep, manager])
      expect(await answerRequest(aContext(actor), { ...answer, sure: true })).toMatchObject({ problem: { code: "forbidden" } });
    expect(await answerRequest(aContext(stranger), { ...answer, sure: true })).toMatchObject({ problem: { code: "not-found" } });
    expect(await answerRequest(aContext(admin), { ...answer, sure: false })).toMatchObject({ problem: { code: "invalid" } });
    expect((await db.prospect.findFirstOrThrow({ where: { id: prospect.id } })).erasedAt).toBeNull();

    const twice = await Promise.all([1, 2, 3].map(() => answerRequest(aContext(admin), { ...answer, sure: true })));
    expect(twice.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await db.event.count({ where: { prospectId: prospect.id, kind: "prospect.erased" } })).toBe(1);
  });

  test("takes along the other records that are named; those left are held to the stop", async () => {
    const { rep, admin } = await aHouse();
    const [person, twin, left] = [
      await aProspect(rep, { email: "one@vilar.example" }),
      await aProspect(rep, { email: "one@vilar.example" }),
      await aProspect(rep, { email: "one@vilar.example" }),
    ];
    value(await recordRequest(aContext(rep), { prospectId: person.id, kind: "erase", cameBy: "mail", words: "Erase me" }));
    const other = await aProspect(rep);
    expect(await eraseAsAdmin(admin, person.id, [other.id])).toMatchObject({ problem: { code: "invalid" } });
    value(await eraseAsAdmin(admin, person.id, [twin.id]));
    const state = await db.prospect.findMany({ where: { id: { in: [person.id, twin.id, left.id, other.id] } }, orderBy: { id: "asc" } });
    expect(state.map(({ erasedAt }) => erasedAt !== null)).toEqual([true, true, false, false]);
    expect(state[2]!.stoppedAt).not.toBeNull();
    expect(await planWith(rep, left.id, later(3 * day))).toMatchObject({ problem: { code: "refused" } });
  });
});
