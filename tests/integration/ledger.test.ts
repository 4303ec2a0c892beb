import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { knownBy, permissionsAt } from "#lib/consent/permissions.ts";
import { findLedger, listLedgerLines } from "#lib/consent/queries.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { ProspectListQuery } from "#lib/prospects/list.ts";
import { listProspects } from "#lib/prospects/queries.ts";
import { inDays } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";

const keep = ({ orgId, userId }: Actor, prospectId: string, over: object) =>
  db.consentEvent.create({
    data: {
      ...{ orgId, id: randomUUID(), prospectId, channel: "email", status: "implied", basis: "inquiry", saidBy: "rep", method: "call" },
      ...{
        collectedById: userId,
        wording: "Yes, do write to me",
        wordingVersion: "3",
        effectiveFrom: inDays(-10),
        recordedAt: inDays(-10),
      },
      ...over,
    },
  });

const mayBy = async (actor: Actor, prospectId: string, at: Date) => {
  const { rows, ...state } = (await findLedger(actor, prospectId, at))!;
  const [email] = permissionsAt({ ...state, ledger: knownBy(rows, at), own: {} }, at);
  return email!;
};

test("as of any day: what was recorded later was not known then", async () => {
  const rep = await aMember(await anOrganisation());
  const ana = await aProspect(rep);
  const { id: yes } = await keep(rep, ana.id, { status: "express", saidBy: "person" });
  await keep(rep, ana.id, { status: "objected", channel: "any", saidBy: "person", effectiveFrom: inDays(-8), recordedAt: inDays(-2) });
  expect(await mayBy(rep, ana.id, inDays(-11))).toMatchObject({ may: "ask", entryId: null });
  expect(await mayBy(rep, ana.id, inDays(-5))).toMatchObject({ may: "yes", entryId: yes });
  expect(await mayBy(rep, ana.id, testNow)).toMatchObject({ may: "no", sentence: "They asked us to stop, since 10 November 2026." });
});

test("terms and the list of those to leave alone count from the day they were there, and no longer", async () => {
  const rep = await aMember(await anOrganisation());
  const ana = await aProspect(rep);
  await keep(rep, ana.id, {});
  const [email] = await db.$queryRaw<
    { hash: string }[]
  >`SELECT hash FROM hashes_of(${rep.orgId}::uuid, ${ana.id}::uuid) WHERE kind = 'email'`;
  const off = { orgId: rep.orgId, id: randomUUID(), kind: "email", hash: email!.hash, channel: "email", reason: "x" };
  await db.suppression.create({ data: { ...off, createdAt: inDays(-6), liftedAt: inDays(-4) } });
  const chosen = { orgId: rep.orgId, prospectId: ana.id, version: 1, channels: ["phone"], channelsSaid: true, days: [], saidBy: "person" };
  await db.communicationPreference.create({ data: { ...chosen, createdAt: inDays(-2) } });
  expect((await mayBy(rep, ana.id, inDays(-7))).may).toBe("yes");
  expect((await mayBy(rep, ana.id, inDays(-5))).may).toBe("no");
  expect((await mayBy(rep, ana.id, inDays(-3))).may).toBe("yes");
  expect(await mayBy(rep, ana.id, testNow)).toMatchObject({ may: "no", sentence: expect.stringContaining("They chose other ways") });
});

test("a line carries who, when, how and in which words; what runs out within thirty days says so", async () => {
  const rep = await aMember(await anOrganisation());
  const ana = await aProspect(rep);
  const point = await db.contactPoint.findFirstOrThrow({ where: { orgId: rep.orgId, prospectId: ana.id, kind: "email" } });
  await db.contactPoint.updateMany({ where: { orgId: rep.orgId, id: point.id }, data: { createdAt: inDays(-20) } });
  await keep(rep, ana.id, { effectiveTo: inDays(29), contactPointId: point.id, doubleOptInAt: inDays(-9) });
  const { rows } = await listLedgerLines(rep, ana.id, testNow);
  expect(rows).toMatchObject([
    {
      by: rep.name,
      method: "call",
      wording: "Yes, do write to me",
      wordingVersion: "3",
      recordedAt: inDays(-10),
      address: ana.email,
      doubleOptInAt: inDays(-9),
    },
  ]);
  expect((await mayBy(rep, ana.id, testNow)).endsAt).toEqual(inDays(29));
  expect((await mayBy(rep, ana.id, inDays(-2))).endsAt).toBeNull();
});

test("a yes for an address they no longer have says nothing of the one they have now", async () => {
  const rep = await aMember(await anOrganisation());
  const ana = await aProspect(rep, { country: "DE" });
  const old = await db.contactPoint.findFirstOrThrow({ where: { orgId: rep.orgId, prospectId: ana.id, kind: "email" } });
  const now = { value: "ana@new.example", normalised: "ana@new.example", isPrimary: true, createdAt: inDays(-5) };
  await db.contactPoint.updateMany({ where: { orgId: rep.orgId, id: old.id }, data: { createdAt: inDays(-20), invalidAt: inDays(-5) } });
  await db.contactPoint.create({ data: { ...now, orgId: rep.orgId, id: crypto.randomUUID(), prospectId: ana.id, kind: "email" } });
  await keep(rep, ana.id, { contactPointId: old.id, status: "express", saidBy: "person" });
  expect((await mayBy(rep, ana.id, inDays(-6))).may).toBe("yes");
  expect(await mayBy(rep, ana.id, testNow)).toMatchObject({
    may: "no",
    sentence: expect.stringContaining(`They agreed for ${ana.email}, not for ana@new.example: ask again.`),
  });
});

test("another team's and another organisation's ledger is not there", async () => {
  const organisation = await anOrganisation();
  const rep = await aMember(organisation);
  const ana = await aProspect(rep);
  const elsewhere = await aMember(organisation, { team: await aTeam(organisation) });
  expect(await findLedger(elsewhere, ana.id, testNow)).toBeNull();
  await keep(rep, ana.id, {});
  expect((await listLedgerLines(elsewhere, ana.id, testNow)).rows).toEqual([]);
  expect((await listLedgerLines(rep, ana.id, testNow)).rows).toHaveLength(1);
  expect(await findLedger(await aMember(await anOrganisation(), { role: "admin" }), ana.id, testNow)).toBeNull();
  expect(await findLedger(await aMember(organisation, { role: "manager" }), ana.id, testNow)).not.toBeNull();
});

test("the list of those whose basis runs out soon: a rep's own team's, a manager's all; nobody with one that lasts, or who stopped", async () => {
  const organisation = await anOrganisation();
  const rep = await aMember(organisation);
  const manager = await aMember(organisation, { role: "manager" });
  const elsewhere = await aMember(organisation, { team: await aTeam(organisation) });
  const [ends, lasts, gone, far, stopped] = [
    await aProspect(rep),
    await aProspect(rep),
    await aProspect(rep),
    await aProspect(rep),
    await aProspect(rep, { stoppedAt: testNow }),
  ];
  const theirs = await aProspect(elsewhere);
  for (const { id } of [ends, lasts, stopped]) await keep(rep, id, { effectiveTo: inDays(20) });
  await keep(rep, lasts.id, { channel: "any", status: "express", saidBy: "person" });
  await keep(rep, gone.id, { effectiveTo: inDays(-1) });
  await keep(rep, far.id, { effectiveTo: inDays(31) });
  await keep(elsewhere, theirs.id, { effectiveTo: inDays(20) });
  const list = async (actor: Actor) =>
    (await listProspects(aContext(actor), ProspectListQuery.parse({ state: "ends-soon" }))).rows.map(({ id }) => id).toSorted();
  expect(await list(rep)).toEqual([ends.id]);
  expect(await list(manager)).toEqual([ends.id, theirs.id].toSorted());
});
