import { expect, test } from "vitest";

import { suggestNext } from "#lib/scoring/suggest-next.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { aDossier, anAsset, aPlan, aReply, aTouch, daysFromNow, factId, now, objectionId, policy } from "#tests/factories/dossier.ts";
import { chose } from "#tests/golden/case.ts";

const next = (over: Partial<Dossier>) => suggestNext(aPlan().prospectId, aDossier(over), policy, now);
const asset = (id: string, over: Parameters<typeof anAsset>[0] = {}) => anAsset({ id, ...over });

test("a stranger is brought what fits them best, in a language they read", () => {
  const shelf = [
    asset("plain", { title: "Ten tips" }),
    asset("fitting", { title: "Plant audits" }),
    asset("german", { title: "Plant-Prüfungen", language: "de" }),
  ];
  const person = { ...aDossier().person, language: "en" };
  expect(next({ assets: shelf, person })).toMatchObject({ kind: "touch", plan: { offer: { assetId: "fitting" } }, state: "cold" });
});

test("D8: their question is answered first, and at once", () => {
  const touches = [
    aTouch(daysFromNow(-3)),
    aReply(daysFromNow(-1), "Does it run on two hundred volts?", { disposition: "asked_question" }),
  ];
  const answer = next({ touches });
  expect(answer).toMatchObject({
    kind: "touch",
    rule: "D8",
    plan: { offer: { kind: "answer", text: "An answer to: Does it run on two hundred volts?" } },
  });
});

test("V9: what they stand to lose comes before what is merely new", () => {
  const fact = {
    id: factId,
    label: "Certificate runs out",
    value: "the Cork pumps",
    origin: "told_us" as const,
    on: "2026-11-12",
    told: false,
  };
  expect(next({ facts: [fact], touches: [aTouch(daysFromNow(-1))] })).toMatchObject({
    kind: "touch",
    rule: "V9",
    plan: { urgentFactId: factId, ask: "none" },
  });
  expect(next({ facts: [{ ...fact, told: true }] })).not.toMatchObject({ rule: "V9" });
});

test("C5: after an early no, what may answer it goes the same way, at once", () => {
  const no = { id: objectionId, kind: "reflex", words: "Not interested, thanks", at: daysFromNow(-1), channel: "email" as const };
  const touches = [aTouch(daysFromNow(-2)), aReply(daysFromNow(-1), no.words, { disposition: "said_no" })];
  expect(next({ touches, objections: [no] })).toMatchObject({
    kind: "touch",
    rule: "C6",
    plan: { channel: "email", answersObjectionId: objectionId },
  });
});

test("D9: with something planned one waits for that, unless they wait for us", () => {
  const planned = [{ id: "p", at: daysFromNow(5), channel: "email" as const, by: "Omar", answersObjectionId: null, urgentFactId: null }];
  expect(next({ planned })).toMatchObject({
    ...{ kind: "wait", rule: "D9", until: daysFromNow(5) },
    why: "Planned: E-mail on Sat 7 Nov, by Omar.",
  });
});

test("C3, C4: a pause is waited out, a stop is left alone for good", () => {
  const terms = chose({ saidOn: daysFromNow(-3) });
  expect(next({ terms: { ...terms, pausedUntil: "2026-12-24" } })).toMatchObject({
    kind: "wait",
    rule: "C3",
    until: expect.toSatisfy((at: Date) => at.toISOString().startsWith("2026-12-24")) as Date,
  });
  expect(next({ terms: { ...terms, stopped: true } })).toMatchObject({ kind: "wait", rule: "C4", until: null });
});

test("C9: where the law leaves a thing open, that is settled first", () => {
  expect(next({ ledger: [] })).toMatchObject({ kind: "settle", rule: "C9" });
});

test("C2: an e-mail is suggested for no Sunday or holiday of theirs, unless they chose Sundays", () => {
  const touches = [aTouch(daysFromNow(-4)), aReply(daysFromNow(-3), "What would it cost?", { disposition: "asked_question" })];
  const holidays = [3, 4, 5].map((day) => ({ on: `2026-11-0${day}`, name: "A holiday" }));
  const dayOf = (suggestion: ReturnType<typeof next>) => "plan" in suggestion && suggestion.plan.at.toISOString().slice(0, 10);
  expect(dayOf(next({ touches }))).toBe("2026-11-03");
  expect(dayOf(next({ touches, holidays }))).toBe("2026-11-06");
  const sundays = { ...chose({ days: [7] }), saidOn: daysFromNow(-3) };
  expect(dayOf(next({ touches, holidays, terms: sundays }))).toBe("2026-11-08");
});

test("D6: the last attempt is a kind close", () => {
  const touches = Array.from({ length: 7 }, (_, i) => aTouch(daysFromNow(-40 - i * 14), { channel: i % 2 ? "email" : "phone" }));
  expect(next({ touches })).toMatchObject({ kind: "close", rule: "D6" });
});

test("C3, C7: of several reasons to leave them be, the one that names the day is told", () => {
  const terms = { ...chose({ saidOn: daysFromNow(-3) }), bridge: 0 as const, callBackOn: "2027-01-20" };
  const waits = next({ terms: { ...terms, pausedUntil: "2026-12-10" } });
  expect(waits).toMatchObject({ kind: "wait", rule: "C7", why: "They want nothing from us until Wed 20 Jan." });
  expect("until" in waits && waits.until!.toISOString()).toContain("2027-01-20");
  expect(next({ terms: { ...terms, pausedUntil: "2027-02-10" } })).toMatchObject({
    rule: "C3",
    why: expect.stringContaining("Wed 10 Feb") as string,
  });
});

test("D5: where the distance is so long because of how their silence is read, that is told first", () => {
  const touches = [
    aTouch(daysFromNow(-60)),
    aReply(daysFromNow(-55), "Let me look at it", {}),
    aTouch(daysFromNow(-6)),
    aTouch(daysFromNow(-1)),
  ];
  const slow = { ...policy, silence: { ...policy.silence, personal: { ...policy.silence.personal, gaps: 8 } } };
  const silence = { hypothesis: "personal" as const, at: daysFromNow(-1, 12), endsOn: "2027-03-01" };
  const read = suggestNext(aPlan().prospectId, aDossier({ touches, silence }), slow, now);
  expect(read).toMatchObject({
    kind: "wait",
    rule: "D5",
    why: expect.stringMatching(/^Their silence is read as: something personal\. /) as string,
  });
});
