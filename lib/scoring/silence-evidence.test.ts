import { expect, test } from "vitest";

import type { Dossier } from "#lib/scoring/dossier.ts";
import { silenceOf } from "#lib/scoring/silence-evidence.ts";
import { suggestNext } from "#lib/scoring/suggest-next.ts";
import { aDossier, anAsset, aPlan, aReply, aTouch, daysFromNow, now, policy } from "#tests/factories/dossier.ts";
import { assessed, chose } from "#tests/golden/case.ts";

const words = "We are busy with the audit until the budget is through";
const quiet = (over: Partial<Dossier> = {}) =>
  aDossier({ touches: [aReply(daysFromNow(-60), words), aTouch(daysFromNow(-30)), aTouch(daysFromNow(-12))], ...over });
const found = (over: Partial<Dossier> = {}) => silenceOf(quiet(over), policy, now);

test("D5: patience comes first", () => {
  expect(found()).toMatchObject({ isDue: true, unanswered: 2, days: 60 });
  expect(found({ touches: [aReply(daysFromNow(-60), words), aTouch(daysFromNow(-30)), aTouch(daysFromNow(-3))] })).toMatchObject({
    isDue: false,
  });
});

test("who never answered, answered last or said no is not read", () => {
  expect(found({ touches: [aTouch(daysFromNow(-30)), aTouch(daysFromNow(-12))] })).toBeNull();
  expect(found({ touches: [aTouch(daysFromNow(-30)), aReply(daysFromNow(-12), words)] })).toBeNull();
  const no = aReply(daysFromNow(-60), "No thanks", { disposition: "said_no" });
  expect(found({ touches: [no, aTouch(daysFromNow(-30)), aTouch(daysFromNow(-12))] })).toBeNull();
});

test("who named a day to come back is waited for, not wondered about", () => {
  expect(found({ terms: chose({ callBackOn: "2027-05-03" }) })).toBeNull();
});

test("what speaks for a reading stands beside it, and nothing is made up about what is personal", () => {
  const { evidence } = found({ assessment: assessed({ decisionOn: "2026-10-12" }) })!;
  expect(evidence.swamped).toEqual([`They last said: “${words}”`]);
  expect(evidence.timeline_moved).toEqual(["The day they meant to decide, Mon 12 Oct, has passed.", `They last said: “${words}”`]);
  expect(evidence.no_news).toEqual(["2 of 2 touches since brought nothing new."]);
  expect(evidence.personal).toEqual([]);
});

test("a reading narrows what is suggested: in writing, asking nothing, of the kind that fits", () => {
  const assets = [anAsset({ id: "newest", kind: "insight" }), anAsset({ id: "checklist", kind: "template" })];
  const silence = { hypothesis: "swamped" as const, at: daysFromNow(-1), endsOn: "2026-12-01" };
  expect(suggestNext(aPlan().prospectId, quiet({ assets, silence }), policy, now)).toMatchObject({
    kind: "touch",
    plan: { channel: "email", ask: "none", offer: { assetId: "checklist" } },
  });
});
