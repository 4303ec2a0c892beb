import { beforeAll, describe, expect, test } from "vitest";

import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { valueBetween } from "#lib/scoring/between.ts";
import { findSimilarReceptions, listAssetsForPicker, listRecipients } from "#lib/value/queries.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "../factories/records.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import { readDossier, readDossiers } from "#lib/scoring/queries.ts";
import { aWelcomePlan, plan } from "#tests/factories/plans.ts";

const there = await anOrganisation();
const maya = await aMember(there);
const femke = await aMember(there, { team: await aTeam(there) });
const day = 86_400_000;

const anAsset = async (over: object = {}) => {
  const asset = { orgId: there.id, id: newId(testNow), kind: "article", title: "Inspection findings", topics: [], ...over };
  await db.valueAsset.create({ data: asset });
  return asset;
};

/** They had it so many days ago, and made this of it. */
async function had(asset: { id: string }, prospect: { id: string }, daysAgo: number, reaction: string | null = null) {
  const at = new Date(testNow.getTime() - daysAgo * day);
  const touch = {
    orgId: there.id,
    id: newId(at),
    prospectId: prospect.id,
    channel: "email",
    direction: "out",
    disposition: "sent",
    at,
    clientKey: newId(at),
  };
  await db.touchpoint.create({
    data: {
      ...touch,
      byId: maya.userId,
      offerKind: "asset",
      offerAssetId: asset.id,
      askSize: "none",
      timeZone: "Europe/Amsterdam",
      createdAt: at,
    },
  });
  await db.assetShare.create({
    data: { orgId: there.id, id: newId(at), assetId: asset.id, prospectId: prospect.id, touchpointId: touch.id, at, reaction },
  });
}

describe("who had it", () => {
  const people: { id: string }[] = [];
  let asset: { id: string };
  beforeAll(async () => {
    asset = await anAsset();
    for (let n = 0; n < 53; n += 1) {
      people.push(await aProspect(maya, { email: null, phone: null }));
      // dates repeat, so that the pages break within ties
      await had(asset, people[n]!, Math.floor(n / 5));
    }
    await had(asset, await aProspect(femke), 1);
  }, 60_000);

  test("is told a page at a time, latest first, each once and forth and back, to those who see them", async () => {
    const first = await listRecipients(maya, asset.id);
    const second = await listRecipients(maya, asset.id, first.next);
    const rows = [...first.rows, ...second.rows];
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 3, null]);
    expect(new Set(rows.map(({ prospectId }) => prospectId))).toEqual(new Set(people.map(({ id }) => id)));
    expect(rows.map(({ at }) => at.getTime())).toEqual(rows.map(({ at }) => at.getTime()).toSorted((a, b) => b - a));
    expect((await listRecipients(maya, asset.id, second.previous)).rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    expect((await listRecipients(femke, asset.id)).rows).toHaveLength(1);
  });

  test("is said where it is picked, of people one sees", async () => {
    const picked = async (actor: typeof maya) =>
      (await listAssetsForPicker(actor, people[0]!.id)).find(({ id }) => id === asset.id)!.sharedAt;
    expect(await picked(maya)).toEqual(testNow);
    expect(await picked(femke)).toBeNull();
  });
});

test("an invitation is over with its event, for the judges as for the picker", async () => {
  const forum = await anAsset({ kind: "invitation", title: "Forum", heldOn: new Date("2026-12-01"), expiresOn: new Date("2027-01-01") });
  const prospect = await aProspect(maya);
  const { assets } = await readDossier(db, there.id, prospect.id, { now: testNow });
  expect(assets.find(({ id }) => id === forum.id)?.expiresOn).toBe("2026-12-01");
  expect((await listAssetsForPicker(maya)).find(({ id }) => id === forum.id)?.expiresOn).toBe("2026-12-01");
});

test("what is between us: given, with what they made of it, and what is still new to them", async () => {
  const [given, fresh] = [await anAsset({ title: "Given" }), await anAsset({ title: "About fish", topics: ["fish"] })];
  const prospect = await aProspect(maya);
  await db.fact.create({
    data: { orgId: there.id, id: newId(testNow), prospectId: prospect.id, label: "Ships", value: "Fish, on Fridays", origin: "told_us" },
  });
  await had(given, prospect, 3, "useful");
  const between = valueBetween(await readDossier(db, there.id, prospect.id, { now: testNow }), maya.timeZone, testNow);
  expect(between.given).toMatchObject([{ what: "Given", assetId: given.id, reaction: "useful" }]);
  expect(between.unused[0]).toMatchObject({ id: fresh.id });
  expect(between.fits).toBe(1);
  expect(between.unused.map(({ id }) => id)).not.toContain(given.id);
});

test("how people like them received it: by role and by how it began, without themselves", async () => {
  const asset = await anAsset({ title: "For the plant" });
  const ana = await aProspect(maya, { jobTitle: "Head of Quality" });
  await had(asset, ana, 1, "useful");
  await had(asset, await aProspect(maya, { jobTitle: "Quality manager" }), 2, "useful");
  await had(asset, await aProspect(femke, { jobTitle: "Director, Quality" }), 3);
  await had(asset, await aProspect(maya, { jobTitle: "Chief of Finance" }), 4, "useful");
  await had(asset, await aProspect(maya, { jobTitle: "Quality manager", relationship: "customer" }), 5, "useful");
  expect(await findSimilarReceptions(maya, ana.id, [asset.id])).toEqual(new Map([[asset.id, { given: 2, welcomed: 1 }]]));
  expect(await findSimilarReceptions(femke, ana.id, [asset.id])).toEqual(new Map());
});

test("what a plan brings is known to the judges however much came into the library since", async () => {
  const rep = await aMember(await anOrganisation());
  const prospect = await aProspect(rep);
  const inLibrary = (n: number) => ({
    orgId: rep.orgId,
    id: newId(new Date(testNow.getTime() + n)),
    kind: "article",
    title: `Finding ${n}`,
    topics: [],
  });
  const first = inLibrary(0);
  await db.valueAsset.create({ data: first });
  const wanted = aWelcomePlan(prospect.id, { offer: { kind: "asset", assetId: first.id, text: "" } });
  expect(await plan(rep, wanted)).toMatchObject({ ok: true });
  await db.valueAsset.createMany({ data: Array.from({ length: 101 }, (_, i) => inLibrary(i + 1)) });

  const again = inTransaction(aContext(rep), ({ tx }) =>
    rejudge({ tx, orgId: rep.orgId, actorId: rep.userId, now: testNow }, prospect.id, "policy"),
  );
  expect(await again).toEqual({ held: 0 });
  const one = await readDossier(db, rep.orgId, prospect.id, { now: testNow });
  expect(one.assets.filter(({ id }) => id === first.id)).toHaveLength(1);
  expect(one.assets).toHaveLength(101);
  for await (const [, dossier] of readDossiers(db, rep.orgId, [prospect.id], testNow)) expect(dossier.assets).toEqual(one.assets);
});
