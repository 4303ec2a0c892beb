import { expect, test } from "vitest";

import { readDraft } from "#lib/language/read-draft.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { mostSpoken, voicemailFor } from "#lib/touches/voicemail.ts";
import { aDossier, anAsset, aPlan, aReply, assetId, aTouch, daysFromNow, now, policy } from "#tests/factories/dossier.ts";

const bringing = aPlan({ offer: { kind: "asset", assetId, text: "" } });
const leave = (over: Partial<Dossier> = {}, plan = bringing) =>
  voicemailFor({ plan, dossier: aDossier(over), policy, caller: "Maya", now });
const voicemail = (day: number) => aTouch(daysFromNow(day), { channel: "phone", disposition: "voicemail" });

test("P3: one useful thing, their own words, an easy way out, in twenty seconds", () => {
  const { script } = leave({ touches: [aReply(daysFromNow(-20), "We plan the audit for January.")] });
  expect(script).toContain("Hello Jill, this is Maya.");
  expect(script).toContain("“We plan the audit for January”");
  expect(script).toContain(anAsset().title);
  expect(script!.split(/\s+/).length).toBeLessThanOrEqual(mostSpoken);
});

test("L1 L2 L3: it reads as the judges of language want it", () => {
  const { script } = leave({ touches: [aReply(daysFromNow(-20), "We plan the audit for January.")] });
  expect(readDraft(script!)).toMatchObject({ hits: [], easyOut: true });
});

test("it stays short whatever they said and whatever is brought", () => {
  const title = "A guide of many words ".repeat(3).trim();
  const { script } = leave({ assets: [anAsset({ title })], touches: [aReply(daysFromNow(-20), "a b c d e f g h i j k l m n")] });
  expect(script!.split(/\s+/).length).toBeLessThanOrEqual(mostSpoken);
});

test("P3: after two without an answer, none is left", () => {
  expect(leave({ touches: [voicemail(-40), voicemail(-20)] })).toMatchObject({ script: null, rule: "P3" });
  expect(leave({ touches: [voicemail(-40), aReply(daysFromNow(-30), "Thanks"), voicemail(-20)] }).script).not.toBeNull();
});

test("V2: without anything to bring, none", () => {
  expect(leave({}, aPlan({ offer: { kind: "none", assetId: null, text: "" } }))).toMatchObject({ script: null, rule: "V2" });
});

test("consent comes first: who asked us to stop hears no voicemail", () => {
  const stopped = {
    id: "c2",
    channel: "any",
    status: "objected",
    basis: null,
    saidBy: "prospect",
    effectiveFrom: daysFromNow(-1),
    effectiveTo: null,
  };
  const { script, rule } = leave({ ledger: [...aDossier().ledger, stopped as Dossier["ledger"][number]] });
  expect(script).toBeNull();
  expect(rule).toMatch(/^C/);
});

test("what was only observed is never said (C8)", () => {
  const watched = { id: "f2", label: "Runs", value: "the Cork marathon", origin: "observed" as const, on: null, told: false };
  expect(leave({ facts: [watched] }).script).not.toContain("marathon");
});
