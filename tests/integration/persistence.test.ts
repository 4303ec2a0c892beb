import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";

import { measureReps } from "#lib/insight/measure-reps.ts";
import { stopsAtTwo } from "#lib/insight/overview.ts";
import { findReps } from "#lib/insight/queries.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { countReceptions } from "#lib/value/count-receptions.ts";
import { aContext, aMember, anOrganisation, aProspect, type TestOrganisation, testNow } from "../factories/records.ts";

const days = (count: number) => new Date(testNow.getTime() + count * 86_400_000);
let organisation: TestOrganisation;
let manager: Actor;
let quitter: Actor;
let hounder: Actor;

const touch = (by: Actor, prospectId: string, at: Date, more: Partial<{ offerKind: string; offerAssetId: string }> = {}) => ({
  ...{ orgId: by.orgId, id: randomUUID(), prospectId, channel: "email", direction: "out", disposition: "sent", at },
  ...{ timeZone: "Europe/Lisbon", byId: by.userId, ...more },
});

beforeAll(async () => {
  organisation = await anOrganisation({ numbers: defaultPolicy });
  manager = await aMember(organisation, { role: "manager" });
  [quitter, hounder] = [await aMember(organisation), await aMember(organisation)];
  const ids: string[] = [];
  const touches = [];
  for (let i = 0; i < 12; i += 1) {
    const { id } = await aProspect(quitter);
    ids.push(id);
    touches.push(touch(quitter, id, days(-60)), touch(quitter, id, days(-53)));
  }
  const { id: hounded } = await aProspect(hounder);
  for (let i = 0; i < 9; i += 1) touches.push(touch(hounder, hounded, days(-i)));
  await db.touchpoint.createMany({ data: touches });
  await refreshPulse(db, organisation.id, [...ids, hounded]);
  await measureReps(organisation.id, testNow);
});

test("D3, P2: two calls a week apart are not an effort, and nine mails in nine days are too much", async () => {
  const reps = await findReps(aContext(manager));
  const of = ({ userId }: Actor) => reps.find((rep) => rep.userId === userId)!.persistence!;
  expect(of(quitter)).toMatchObject({ people: 12, abandoned: 12, stoppedShort: 12 });
  expect(of(quitter).neglect).toBeGreaterThan(0.5);
  expect(of(quitter).push).toBeLessThan(0.1);
  expect(stopsAtTwo(of(quitter), defaultPolicy.persistence)).toBe(true);
  expect(of(hounder).push).toBeGreaterThan(0.6);
  expect(stopsAtTwo(of(hounder), defaultPolicy.persistence)).toBe(false);
});

test("a new measurement takes the place of the last, and knows no other organisation", async () => {
  const other = await anOrganisation({ numbers: defaultPolicy });
  await measureReps(other.id, testNow);
  expect(await db.repPersistence.count({ where: { orgId: other.id } })).toBe(0);
  await measureReps(organisation.id, days(300));
  expect(await db.repPersistence.count({ where: { orgId: organisation.id } })).toBe(0);
  await measureReps(organisation.id, testNow);
  expect(await db.repPersistence.count({ where: { orgId: organisation.id } })).toBe(2);
});

test("V4: an asset counts each person once, and who of them found it useful", async () => {
  const asset = await db.valueAsset.create({
    data: { orgId: organisation.id, id: randomUUID(), kind: "article", title: "Seals", topics: [] },
  });
  const people = [await aProspect(quitter), await aProspect(quitter), await aProspect(quitter)];
  const given = [people[0]!, people[0]!, people[1]!, people[2]!].map(({ id }) =>
    touch(quitter, id, days(-5), { offerKind: "asset", offerAssetId: asset.id }),
  );
  await db.touchpoint.createMany({ data: given });
  await db.assetShare.createMany({
    data: given.map(({ orgId, id: touchpointId, prospectId, at }, i) => ({
      ...{ orgId, id: randomUUID(), assetId: asset.id, prospectId, touchpointId, at },
      reaction: i === 0 ? "useful" : i === 3 ? "not_useful" : null,
    })),
  });
  await countReceptions(organisation.id);
  expect(await db.valueAsset.findFirst({ where: { id: asset.id }, select: { given: true, welcomed: true } })).toEqual({
    given: 3,
    welcomed: 1,
  });
});
