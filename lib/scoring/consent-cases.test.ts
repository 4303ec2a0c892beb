import { describe, expect, test } from "vitest";

import { measurePersistence } from "#lib/scoring/measure-persistence.ts";
import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import { aDossier, anAsset, aPlan, aReply, aTouch, daysFromNow, judge, now, objectionId, policy, rules } from "#tests/factories/dossier.ts";
import { chose } from "#tests/golden/case.ts";

const terms = chose();

describe("consent", () => {
  test("C2: what misses the topics they like is said, what meets them is not", () => {
    const said = (topics: string[]) =>
      judge(
        aPlan({ offer: { kind: "asset", assetId: anAsset().id, text: "" } }),
        aDossier({ terms: { ...terms, topics: ["Pumps"] }, assets: [anAsset({ topics })] }),
      ).reasons.filter(({ sentence }) => sentence.startsWith("They like to hear about"));
    expect(said(["valves"])).toHaveLength(1);
    expect(said(["pumps", "valves"])).toEqual([]);
  });

  test("C4: a stop is final whatever it brings", () => {
    const stop = {
      id: "s",
      channel: "any" as const,
      status: "objected" as const,
      basis: null,
      saidBy: "person" as const,
      effectiveFrom: daysFromNow(-3),
      effectiveTo: null,
    };
    const verdict = judge(aPlan(), aDossier({ ledger: [...aDossier().ledger, stop] }));
    expect(verdict).toMatchObject({ kind: "block", nextAllowedAt: null, consent: { passes: "no" } });
  });

  test("C4: a stop said after the hour of an overdue plan holds for it, where another line of the ledger is to run out, too", () => {
    const line = { id: "s", channel: "email" as const, basis: null, saidBy: "person" as const, effectiveTo: null };
    const stop = { ...line, status: "objected" as const, effectiveFrom: daysFromNow(0, 8) };
    const fading = {
      ...line,
      id: "f",
      channel: "phone" as const,
      status: "implied" as const,
      effectiveFrom: daysFromNow(-5),
      effectiveTo: daysFromNow(90),
    };
    const overdue = aPlan({ at: daysFromNow(-1, 10) });
    const judged = (dossier: ReturnType<typeof aDossier>) => scoreFollowUp(overdue, dossier, policy, now, { isDue: true });
    expect(judged(aDossier({ ledger: [...aDossier().ledger, fading] })).consent.passes).toBe("yes");
    expect(judged(aDossier({ ledger: [...aDossier().ledger, fading, stop] })).consent.passes).toBe("no");
  });

  test("do not e-mail leaves the telephone", () => {
    const stop = {
      id: "s",
      channel: "email" as const,
      status: "objected" as const,
      basis: null,
      saidBy: "import" as const,
      effectiveFrom: daysFromNow(-3),
      effectiveTo: null,
    };
    const dossier = aDossier({ ledger: [...aDossier().ledger, stop] });
    expect(judge(aPlan(), dossier).kind).toBe("block");
    expect(judge(aPlan({ channel: "phone" }), dossier).kind).toBe("allow");
  });

  test("C3: a pause holds everything until their date", () => {
    const verdict = judge(aPlan(), aDossier({ terms: { ...terms, pausedUntil: "2026-12-01" } }));
    expect(verdict.kind).toBe("reschedule");
    expect(verdict.nextAllowedAt?.toISOString()).toBe("2026-12-01T00:00:00.000Z");
  });

  test("C3: who comes back from a pause with a question is answered, and nothing more", () => {
    const paused = { ...terms, saidOn: daysFromNow(-10), pausedUntil: "2026-12-01" };
    const question = (days: number) =>
      aTouch(daysFromNow(days), { direction: "in", disposition: "asked_question", theySaid: "Does it run on two hundred volts?" });
    expect(judge(aPlan(), aDossier({ terms: paused, touches: [question(-1)] })).kind).toBe("allow");
    expect(judge(aPlan(), aDossier({ terms: paused, touches: [question(-12)] })).kind).toBe("reschedule");
    expect(judge(aPlan(), aDossier({ terms: paused, touches: [question(-2), aTouch(daysFromNow(-1))] })).kind).toBe("reschedule");
  });

  test("C2: one a month, and a month has not passed", () => {
    const dossier = aDossier({
      terms: { ...terms, channels: ["email"], rate: { max: 1, per: "month" } },
      touches: [aTouch(daysFromNow(-20)), aReply(daysFromNow(-19), "Thank you, page four was useful")],
    });
    const verdict = judge(aPlan(), dossier);
    expect(rules(verdict)).toContain("C2");
    expect(verdict.nextAllowedAt?.toISOString().slice(0, 10)).toBe("2026-11-13");
  });

  test("C2: a channel they did not choose is refused, with theirs as the remedy", () => {
    const verdict = judge(aPlan({ channel: "phone" }), aDossier({ terms: { ...terms, channels: ["email"] } }));
    expect(verdict.reasons[0]).toMatchObject({ rule: "C2", severity: "block", remedy: { do: "change-channel", channel: "email" } });
  });

  test("C7: before the call-back date bring, do not ask", () => {
    const dossier = aDossier({ terms: { ...terms, callBackOn: "2027-04-01" } });
    expect(rules(judge(aPlan({ ask: "meeting" }), dossier))).toContain("C7");
    expect(judge(aPlan({ ask: "none" }), dossier).kind).toBe("allow");
    expect(
      judge(
        aPlan({ ask: "call", channel: "phone", at: new Date("2027-04-01T09:30:00Z"), offer: { kind: "none", assetId: null, text: "" } }),
        dossier,
      ).kind,
    ).toBe("allow");
  });

  test("C5: one considered reply to an early no, at once and once", () => {
    const no = { id: objectionId, kind: "reflex", words: "Not interested, thanks", at: daysFromNow(-1), channel: "email" as const };
    const dossier = aDossier({
      touches: [aTouch(daysFromNow(-2)), aReply(daysFromNow(-1), "Not interested, thanks", { disposition: "said_no" })],
      objections: [no],
    });
    expect(rules(judge(aPlan(), dossier))).toContain("C5");
    const reply = aPlan({ answersObjectionId: objectionId });
    expect(judge(reply, dossier).kind).toBe("allow");
    expect(rules(judge(reply, { ...dossier, touches: [...dossier.touches, aTouch(daysFromNow(0, 8))] }))).toContain("C5");
    expect(rules(judge({ ...reply, channel: "phone" }, dossier))).toContain("C5");
  });

  test("C9: an unknown country is read with care, and a stated basis settles it", () => {
    const dossier = aDossier({ ledger: [], person: { ...aDossier().person, country: null, subscriberKind: "unknown" } });
    expect(judge(aPlan(), dossier)).toMatchObject({ kind: "confirm", consent: { passes: "confirm" } });
    expect(judge(aPlan({ basis: { kind: "inquiry", note: "" } }), dossier).kind).toBe("allow");
  });

  test("C9: no e-mail to Germany without consent, no call on a Sunday", () => {
    const german = { ...aDossier().person, country: "DE", timeZone: "Europe/Berlin" };
    expect(judge(aPlan(), aDossier({ person: german })).kind).toBe("block");
    expect(rules(judge(aPlan({ channel: "phone", at: daysFromNow(6, 10) }), aDossier({ person: german })))).toContain("C9");
  });
});

describe("what one exception allows, once", () => {
  const no = { id: objectionId, kind: "reflex", words: "Not interested, thanks", at: daysFromNow(-1), channel: "email" as const };
  const aPlanned = (at: Date, answersObjectionId: string | null = null) => ({
    id: "p1",
    at,
    channel: "email" as const,
    by: "Omar",
    answersObjectionId,
    urgentFactId: null,
  });

  test("a day they named is open for one touch, not for a second", () => {
    const named = aDossier({ agreedDays: ["2026-11-03"], touches: [aTouch(daysFromNow(0, 8))] });
    expect(judge(aPlan(), named).kind).toBe("allow");
    expect(judge(aPlan(), { ...named, planned: [aPlanned(daysFromNow(1, 9))] }).kind).toBe("reschedule");
  });

  test("C5: a considered reply that is already planned is the one", () => {
    const dossier = aDossier({ touches: [aReply(daysFromNow(-1), no.words, { disposition: "said_no" })], objections: [no] });
    const reply = aPlan({ answersObjectionId: objectionId });
    expect(judge(reply, dossier).kind).toBe("allow");
    expect(judge(reply, { ...dossier, planned: [aPlanned(daysFromNow(2), objectionId)] }).kind).not.toBe("allow");
  });

  test("an out-of-office reply is no answer", () => {
    const touches = [aTouch(daysFromNow(-9)), aTouch(daysFromNow(-5))];
    const away = aTouch(daysFromNow(-4), { direction: "in", disposition: "out_of_office" });
    expect(judge(aPlan(), aDossier({ touches: [...touches, away] })).cadence).toEqual(judge(aPlan(), aDossier({ touches })).cadence);
  });

  test("an asset that runs out before the planned day is no offer", () => {
    const [asset] = aDossier().assets;
    const dossier = aDossier({ assets: [{ ...asset!, expiresOn: "2026-11-07" }] });
    expect(judge(aPlan({ at: daysFromNow(1, 10) }), dossier).kind).toBe("allow");
    expect(rules(judge(aPlan({ at: daysFromNow(14, 10) }), dossier))).toContain("V2");
  });

  test("V3: an asset beside another kind of offer makes the same words no newer", () => {
    const offer = { kind: "news" as const, assetId: null, text: "The audit rule changed" };
    const dossier = aDossier({ touches: [aTouch(daysFromNow(-20), { offer })] });
    const [asset] = dossier.assets;
    expect(rules(judge(aPlan({ offer: { ...offer, assetId: asset!.id } }), dossier))).toContain("V3");
  });

  test("a year-old inquiry is no longer waiting, nor one that is answered by a plan", () => {
    const unknown = { ...aDossier().person, country: null };
    const inquiry = (days: number) => aTouch(daysFromNow(days), { direction: "in", disposition: "inquired" });
    const fresh = aDossier({ ledger: [], person: unknown, touches: [inquiry(-2)] });
    expect(judge(aPlan(), fresh).value.askedFor).not.toBeNull();
    expect(judge(aPlan(), { ...fresh, touches: [inquiry(-300)] }).value.askedFor).toBeNull();
    expect(judge(aPlan(), { ...fresh, planned: [aPlanned(daysFromNow(9))] }).value.askedFor).toBeNull();
  });

  test("C7: plans after the date do not use up the gifts before it", () => {
    const later = [1, 2, 3].map((n) => ({ ...aPlanned(new Date(Date.UTC(2027, 3, 20 + n))), id: `later${n}` }));
    const dossier = aDossier({ terms: { ...terms, callBackOn: "2027-04-01" }, planned: later });
    expect(judge(aPlan({ ask: "none" }), dossier).kind).toBe("allow");
  });
});

describe("noes", () => {
  const aNo = (id: string, days: number, kind = "price") => ({
    id,
    kind,
    words: "Too dear for us",
    at: daysFromNow(days),
    channel: "email" as const,
  });
  const said = (days: number) => aReply(daysFromNow(days), "Too dear for us", { disposition: "said_no" });

  test("C6: a new ask has to answer the last no with something new", () => {
    const dossier = aDossier({ touches: [said(-60)], objections: [aNo(objectionId, -60)] });
    expect(rules(judge(aPlan({ ask: "call" }), dossier))).toContain("C6");
    expect(rules(judge(aPlan({ ask: "call", answersObjectionId: objectionId }), dossier))).not.toContain("C6");
  });

  test("C6: after three noes it is over, kindly", () => {
    const dossier = aDossier({ touches: [-90, -60, -35].map(said), objections: [aNo("a", -90), aNo("b", -60), aNo(objectionId, -35)] });
    expect(judge(aPlan({ answersObjectionId: objectionId }), dossier)).toMatchObject({ kind: "block", consent: { passes: "no" } });
  });
});

describe("what a question opens, and what closes it again", () => {
  const german = { ...aDossier().person, country: "DE", subscriberKind: "consumer" as const };
  const question = aTouch(daysFromNow(-6), { direction: "in", disposition: "asked_question", theySaid: "What would it cost us?" });
  const asked = aDossier({ person: german, ledger: [], touches: [question] });

  test("C9: who asked may be answered; who then said later, or no, no longer waits", () => {
    expect(judge(aPlan(), asked).kind).toBe("allow");
    const later = { ...asked, touches: [question, aReply(daysFromNow(-3), "Not now", { disposition: "said_later" })] };
    expect(rules(judge(aPlan({ ask: "none" }), later))).toContain("C9");
  });

  test("C9, D8: the question opens as long as it waits, not for a plan in half a year", () => {
    expect(judge(aPlan({ at: daysFromNow(200, 10), ask: "commitment" }), asked).kind).toBe("block");
  });

  test("C7: a date that is past does not hide that they said later since", () => {
    const past = { ...terms, callBackOn: "2026-10-01" };
    const said = aReply(daysFromNow(-2), "Later, please", { disposition: "said_later" });
    expect(rules(judge(aPlan({ ask: "meeting" }), aDossier({ terms: past, touches: [said] })))).toContain("C7");
  });

  test("C6: a word that is no welcome does not lift a final no", () => {
    const no = { id: objectionId, kind: "final", words: "No, for good", at: daysFromNow(-20), channel: "email" as const };
    const touches = [aReply(daysFromNow(-20), no.words, { disposition: "said_no" }), aReply(daysFromNow(-5), "As I said.")];
    expect(judge(aPlan(), aDossier({ objections: [no], touches })).kind).toBe("block");
  });

  test("C9: where the basis ends before the planned day, a day before is offered", () => {
    const ends = { ...aDossier().ledger[0]!, status: "express" as const, effectiveTo: daysFromNow(10) };
    const verdict = judge(aPlan({ at: daysFromNow(20, 10) }), aDossier({ person: german, ledger: [ends] }));
    expect(verdict.kind).toBe("block");
    expect(verdict.bestAt! < ends.effectiveTo).toBe(true);
  });
});

describe("what a manager cannot lift", () => {
  const override = { reason: "She asked the desk for it this morning" };
  const lifted = (plan: ReturnType<typeof aPlan>, dossier: ReturnType<typeof aDossier>) =>
    scoreFollowUp(plan, dossier, policy, now, { override });

  test("C8: what was only observed stays out of a message, cut as a whole word", () => {
    const facts = [{ id: "f", label: "Seen", value: "Ski", origin: "observed" as const, on: null, told: false }];
    const draft = "Dear Jill, our skilled staff wish you a fine ski trip.";
    const verdict = lifted(aPlan({ draft }), aDossier({ facts }));
    expect(verdict.kind).toBe("rewrite");
    expect(verdict.reasons.find(({ rule }) => rule === "C8")?.remedy).toEqual({ do: "cut", from: 45, to: 48 });
  });

  test("C6: their objection has to be answered", () => {
    const no = { id: objectionId, kind: "price", words: "Too dear", at: daysFromNow(-60), channel: "email" as const };
    const touches = [aReply(daysFromNow(-60), no.words, { disposition: "said_no" })];
    expect(lifted(aPlan({ ask: "call" }), aDossier({ objections: [no], touches })).kind).toBe("rewrite");
  });
});

test("a contact decades ahead leaves the pressure of today a number", () => {
  const planned = [
    { id: "p", at: new Date("2090-01-01T10:00:00Z"), channel: "email" as const, by: "Omar", answersObjectionId: null, urgentFactId: null },
  ];
  expect(judge(aPlan(), aDossier({ planned, touches: [aTouch(daysFromNow(-20))] })).cadence.pressure).toBeGreaterThan(0);
});

describe("who is left in peace is not neglected", () => {
  test.each([
    ["said later", aDossier({ touches: [aTouch(daysFromNow(-50)), aReply(daysFromNow(-48), "Later", { disposition: "said_later" })] })],
    [
      "used the budget",
      aDossier({ touches: Array.from({ length: 8 }, (_, i) => aTouch(daysFromNow(-40 - i * 9), { channel: i % 2 ? "email" : "phone" })) }),
    ],
  ])("%s", (_, dossier) => expect(measurePersistence(dossier, policy, now).neglect).toBe(0));
});
