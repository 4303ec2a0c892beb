import { expect, test } from "vitest";

import { proposeBridge } from "#lib/scoring/bridge.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { judgeTogether } from "#lib/scoring/together.ts";
import { aDossier, anAsset, aPlan, aReply, daysFromNow, now, policy } from "#tests/factories/dossier.ts";
import { aLine, aPlanned, chose } from "#tests/golden/case.ts";

const id = aPlan().prospectId;
const shelf = ["a", "b", "c", "d"].map((letter) => anAsset({ id: letter, title: `Pump audits, part ${letter}` }));

/** Yesterday they said: call me in six months. */
const inSixMonths = (over: Partial<Dossier> = {}, bridge: number | null = null): Dossier =>
  aDossier({
    touches: [aReply(daysFromNow(-1), "Call me in six months", { channel: "phone", disposition: "said_later" })],
    ledger: [...aDossier().ledger, aLine("call_back", { saidBy: "rep", effectiveFrom: daysFromNow(-1) })],
    terms: chose({ callBackOn: "2027-05-03", saidBy: "rep", bridge }),
    assets: shelf,
    ...over,
  });
const propose = (dossier: Dossier) => proposeBridge(id, dossier, policy, now)!;
const days = (dossier: Dossier) => propose(dossier).plans.map(({ at }) => at.toISOString().slice(0, 10));
const assetsOf = (dossier: Dossier) => propose(dossier).plans.flatMap(({ offer }) => offer.assetId ?? []);

test("C7: three different things they have not had, spread evenly, asking nothing, and the call on its day", () => {
  const { plans, endsOn, missing } = propose(inSixMonths());
  expect(days(inSixMonths())).toEqual(["2026-12-18", "2027-02-01", "2027-03-19", "2027-05-03"]);
  expect(plans.map(({ ask, offer, channel }) => [channel, ask, offer.kind])).toEqual([
    ["email", "none", "asset"],
    ["email", "none", "asset"],
    ["email", "none", "asset"],
    ["phone", "call", "requested"],
  ]);
  expect(new Set(assetsOf(inSixMonths())).size).toBe(3);
  expect([endsOn, missing]).toEqual(["2027-05-03", 0]);
});

test("all of it passes the judges together", () => {
  const dossier = inSixMonths();
  expect(judgeTogether(propose(dossier).plans, dossier, policy, now).map(({ kind }) => kind)).toEqual(["allow", "allow", "allow", "allow"]);
});

test("their own number is the most: two, one, none", () => {
  expect(assetsOf(inSixMonths({}, 2))).toHaveLength(2);
  expect(assetsOf(inSixMonths({}, 1))).toHaveLength(1);
  expect(assetsOf(inSixMonths({}, 0))).toEqual([]);
  expect(propose(inSixMonths({}, 0)).plans.map(({ ask }) => ask)).toEqual(["call"]);
});

test("what is made or planned since counts, and a call that is planned is not proposed again", () => {
  const planned = [aPlanned(daysFromNow(40)), aPlanned(new Date("2027-05-03T09:00:00Z"), { id: "call", channel: "phone" })];
  expect(propose(inSixMonths({ planned }))).toMatchObject({ used: 1, most: 3 });
  expect(assetsOf(inSixMonths({ planned }))).toHaveLength(2);
  expect(propose(inSixMonths({ planned })).plans.map(({ ask }) => ask)).toEqual(["none", "none"]);
});

test("what they have had, refuse, or what is out of date by then is left out, and what is missing is said", () => {
  const assets = [
    anAsset({ id: "had", sharedAt: daysFromNow(-20) }),
    anAsset({ id: "old", expiresOn: "2026-12-01" }),
    anAsset({ id: "refused", topics: ["audits"] }),
    anAsset({ id: "fits", title: "Plant audits" }),
  ];
  const dossier = inSixMonths({ assets, terms: chose({ callBackOn: "2027-05-03", refusedTopics: ["audits"] }) });
  expect(assetsOf(dossier)).toEqual(["fits"]);
  expect(propose(dossier).missing).toBe(2);
});

test("a near day leaves room for fewer", () => {
  const soon = inSixMonths({ terms: chose({ callBackOn: "2026-12-14" }) });
  expect(assetsOf(soon)).toHaveLength(1);
});

test("a day moved onto another one is said to be too close", () => {
  const dossier = inSixMonths();
  const [first, second, ...rest] = propose(dossier).plans;
  const moved = { ...second!, at: new Date(first!.at.getTime() + 5 * 86_400_000) };
  expect(judgeTogether([first!, moved, ...rest], dossier, policy, now).map(({ kind }) => kind)).toEqual([
    "allow",
    "reschedule",
    "allow",
    "allow",
  ]);
});

test("a reply since is offered, unless it refuses; whose day it is is told apart", () => {
  const [later] = inSixMonths().touches;
  const wrote = (over: Parameters<typeof aReply>[2]) =>
    inSixMonths({ touches: [later!, aReply(daysFromNow(0, 8), "It has become urgent", over)] });
  expect(propose(inSixMonths()).reply).toBeNull();
  expect(propose(wrote({ disposition: "interested" })).reply).toMatchObject({ words: "It has become urgent", isTheirs: false });
  expect(propose(wrote({ disposition: "said_no" })).reply).toBeNull();
  const theirs = { ...wrote({}), ledger: [...inSixMonths().ledger, aLine("call_back", { effectiveFrom: daysFromNow(0, 7) })] };
  expect(propose(theirs).reply).toMatchObject({ isTheirs: true });
});

test("without a day of theirs, or once it has come, there is no bridge", () => {
  expect(proposeBridge(id, aDossier(), policy, now)).toBeNull();
  expect(proposeBridge(id, inSixMonths({ terms: chose({ callBackOn: "2026-11-02" }) }), policy, now)).toBeNull();
});
