import { afterAll, expect, test } from "vitest";

import { liftSuppression } from "#lib/consent/lift-suppression.ts";
import { listSuppressed } from "#lib/consent/queries.ts";
import { SuppressGroup, suppressGroup } from "#lib/consent/suppress-group.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { findByToken, openLink } from "#lib/preferences/find-by-token.ts";
import { lockPerson } from "#lib/prospects/lock-person.ts";
import { erasePerson } from "#lib/rights/erase-person.ts";
import { holdStopped } from "#lib/schedule/hold-stopped.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { aLink } from "#tests/factories/links.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { anAsset } from "#tests/factories/prospect-page.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

afterAll(() => closeQueue(1));

async function anOffice() {
  const organisation = await anOrganisation();
  const rep = await aMember(organisation);
  const manager = await aMember(organisation, { role: "manager" });
  return { rep, manager, pumps: await anAsset(rep, "Pump audit", ["Pumps"]) };
}

const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);
const choose = async (token: string, said: unknown, now: Date) => choosePreferences((await openLink(token, now))!, Choice.parse(said));
const bringing = (assetId: string) => ({ offer: { kind: "asset", assetId, text: "" } }) as const;
const known = async ({ orgId }: { orgId: string }, id: string) => readDossier(db, orgId, id, { now: testNow });
const refusedBy = (rule: string) => ({
  ok: false,
  problem: { code: "refused", reasons: expect.arrayContaining([expect.objectContaining({ rule, severity: "block" })]) },
});

test("a topic they refused follows their address to a new record, and leaves every way open; their own word there takes it back", async () => {
  const { rep, pumps } = await anOffice();
  const ana = await aProspect(rep);
  expect(await choose(await aLink(ana), { action: "stop-topic", topic: "Pumps" }, testNow)).toMatchObject({ ok: true });
  await choose(await aLink(ana), { action: "stop-topic", topic: "Pumps" }, minutes(1));
  expect(await db.suppression.count({ where: { orgId: rep.orgId, topic: "Pumps" } })).toBe(2);

  const again = await aProspect(rep, { email: ana.email, phone: null });
  expect(await known(rep, again.id)).toMatchObject({ suppressed: [], suppressedTopics: [{ topic: "Pumps", group: null }] });
  expect(await plan(rep, aWelcomePlan(again.id, bringing(pumps)))).toMatchObject(refusedBy("C4"));
  expect(await plan(rep, aWelcomePlan(again.id))).toMatchObject({ ok: true });

  const token = await aLink(again);
  expect(await findByToken(token, testNow)).toMatchObject({ terms: null, refusedTopics: ["Pumps"] });
  expect(await choose(token, { action: "pause", for: "date", until: "2026-11-20" }, minutes(2))).toMatchObject({ ok: true });
  expect(await findByToken(token, testNow)).toMatchObject({ refusedTopics: ["Pumps"] });
  expect(await choose(token, { action: "allow-topic", topic: "Pumps" }, minutes(3))).toMatchObject({ ok: true, value: { changed: true } });
  expect((await known(rep, again.id)).suppressedTopics).toEqual([]);
});

test("a link that was handed over lets no topic in again that was kept away before; a slip of a moment ago it takes back", async () => {
  const { rep, pumps } = await anOffice();
  const ana = await aProspect(rep);
  const handed = await aLink(ana, { addressSince: null });
  const allow = { action: "allow-topic", topic: "Pumps" };
  const save = {
    action: "save",
    channels: ["email"],
    rate: "any",
    days: [],
    hours: { when: "any" },
    timeZone: "Europe/Lisbon",
    topics: ["Pumps"],
  };
  await choose(handed, { action: "stop-topic", topic: "Pumps" }, testNow);
  expect(await choose(handed, allow, minutes(1))).toMatchObject({ ok: true });
  await choose(handed, { action: "stop-topic", topic: "Pumps" }, minutes(2));

  const again = await aProspect(rep, { email: ana.email, phone: null });
  const theirs = { ok: false, problem: { code: "conflict", sentence: "ownMailbox" } };
  for (const [token, at] of [
    [handed, minutes(13)],
    [await aLink(again, { addressSince: null }), minutes(3)],
  ] as const)
    for (const said of [allow, save]) expect(await choose(token, said, at)).toMatchObject(theirs);
  for (const { id } of [ana, again]) expect(await plan(rep, aWelcomePlan(id, bringing(pumps)))).toMatchObject({ ok: false });
  expect(await choose(await aLink(ana), allow, minutes(14))).toMatchObject({ ok: true, value: { changed: true } });
});

test("it outlives their record as a hash, and what somebody else behind the same number wants does not lift it", async () => {
  const { rep, pumps } = await anOffice();
  const ana = await aProspect(rep);
  await choose(await aLink(ana), { action: "stop-topic", topic: "Pumps" }, testNow);
  const colleague = await aProspect(rep, { phone: ana.phone });
  await choose(await aLink(colleague), { action: "allow-topic", topic: "Pumps" }, minutes(1));
  expect((await known(rep, ana.id)).suppressedTopics).toHaveLength(1);

  await inTransaction({}, async ({ tx }) => {
    const place = { tx, orgId: rep.orgId, actorId: rep.userId, now: testNow };
    await erasePerson(place, (await lockPerson(place, ana.id, "to-erase"))!, []);
  });
  const kept = await db.suppression.findMany({ where: { orgId: rep.orgId, topic: { not: null } } });
  expect(kept.length).toBeGreaterThan(0);
  expect(new Set(kept.map(({ reason }) => reason))).toEqual(new Set(["Kept past an erasure"]));
  // they asked to hear from us again, and of all but this
  await db.suppression.updateMany({ where: { orgId: rep.orgId, topic: null }, data: { liftedAt: testNow } });
  const back = await aProspect(rep, { email: ana.email, phone: null });
  expect(await plan(rep, aWelcomePlan(back.id, bringing(pumps)))).toMatchObject(refusedBy("C4"));
  expect(await plan(rep, aWelcomePlan(back.id))).toMatchObject({ ok: true });
});

test("a domain is spared one topic: what is planned about it comes off, the rest stays; taken off the list it may come again", async () => {
  const { rep, manager, pumps } = await anOffice();
  const [ana, rui] = [await aProspect(rep, { email: "ana@vilar.example.com" }), await aProspect(rep, { email: "rui@vilar.example.com" })];
  expect(await plan(rep, aWelcomePlan(ana.id, { ...bringing(pumps), at: inDays(3) }))).toMatchObject({ ok: true });
  expect(await plan(rep, aWelcomePlan(rui.id, { at: inDays(3) }))).toMatchObject({ ok: true });
  const group = { kind: "domain", name: "vilar.example.com", topic: "pumps", reason: "They make their own" };
  const put = (over: object) => suppressGroup(aContext(manager), SuppressGroup.parse({ ...group, ...over }));
  expect(await put({ channel: "email" })).toMatchObject({ ok: false, problem: { code: "invalid" } });
  expect(await put({})).toMatchObject({ ok: true });
  expect(await put({})).toMatchObject({ ok: false, problem: { code: "conflict" } });
  await holdStopped({ orgId: rep.orgId }, testNow);

  const states = await db.followUp.findMany({ where: { orgId: rep.orgId }, select: { prospectId: true, state: true, heldReason: true } });
  expect(Object.fromEntries(states.map(({ prospectId, state }) => [prospectId, state]))).toEqual({
    [ana.id]: "held",
    [rui.id]: "scheduled",
  });
  expect(states.find(({ state }) => state === "held")?.heldReason).toContain("Nobody of vilar.example.com is to hear about Pumps");
  expect((await listSuppressed(manager, "in-force")).rows).toMatchObject([{ label: "vilar.example.com", topic: "pumps", liftedAt: null }]);

  const off = { kind: "domain", label: "vilar.example.com", channel: "any", reason: "They asked about pumps" } as const;
  expect(await liftSuppression(aContext(manager), { ...off, topic: null })).toMatchObject({ ok: false });
  expect(await liftSuppression(aContext(manager), { ...off, topic: "pumps" })).toEqual({ ok: true, value: null });
  expect(await plan(rep, aWelcomePlan(ana.id, { ...bringing(pumps), at: inDays(3) }))).toMatchObject({ ok: true });
});
