import { describe, expect, test } from "vitest";

import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import { aDossier, aPlan, aReply, aTouch, daysFromNow, now, objectionId, policy } from "#tests/factories/dossier.ts";

const judge = (plan = aPlan(), dossier = aDossier()) => scoreFollowUp(plan, dossier, policy, now);
const rules = (verdict: ReturnType<typeof judge>) =>
  verdict.reasons.filter(({ severity }) => severity !== "note" && severity !== "good").map(({ rule }) => rule);
const terms = {
  version: 1,
  saidOn: daysFromNow(-30),
  saidBy: "person" as const,
  channels: null,
  rate: null,
  days: [],
  hours: null,
  timeZone: null,
  pausedUntil: null,
  callBackOn: null,
  stopped: false,
};

describe("value", () => {
  test("a first touch that brings something new is welcome", () => {
    expect(judge()).toMatchObject({ kind: "allow", headline: "Welcome" });
  });

  test("V2: nothing offered, nothing scheduled", () => {
    const verdict = judge(aPlan({ offer: { kind: "none", assetId: null, text: "" } }));
    expect(verdict.kind).toBe("rewrite");
    expect(verdict.reasons[0]).toMatchObject({ rule: "V2", remedy: { do: "attach" } });
  });

  test("V3: the same asset again counts as none", () => {
    const [asset] = aDossier().assets;
    const verdict = judge(
      aPlan({ at: daysFromNow(8, 10) }),
      aDossier({ assets: [{ ...asset!, sharedAt: daysFromNow(-5) }], touches: [aTouch(daysFromNow(-5))] }),
    );
    expect(rules(verdict)).toContain("V3");
  });

  test("V5: quota is not a reason", () => {
    expect(rules(judge(aPlan({ helps: "We need to close this before our quarter ends, my manager asked for it" })))).toContain("V5");
  });

  test("V1: the more was asked lately, the more it must bring", () => {
    const calm = judge().value.bar;
    const asked = judge(
      aPlan({ at: daysFromNow(9, 10) }),
      aDossier({ touches: [aTouch(daysFromNow(-12)), aTouch(daysFromNow(-7)), aTouch(daysFromNow(-1))] }),
    ).value.bar;
    expect(asked).toBeGreaterThan(calm);
  });

  test("L1: an empty check-in two days later is refused with reasons and a date, and passes on that date once it brings something", () => {
    const dossier = aDossier({ touches: [aTouch(daysFromNow(-1, 10))] });
    const checkIn = aPlan({
      at: daysFromNow(0, 16),
      offer: { kind: "none", assetId: null, text: "" },
      helps: "",
      draft: "Just checking in, Jill.",
    });
    const refused = judge(checkIn, dossier);
    expect(refused.kind).toBe("reschedule");
    expect(rules(refused)).toEqual(expect.arrayContaining(["D1", "V2", "L1"]));
    expect(refused.nextAllowedAt).not.toBeNull();
    expect(judge(aPlan({ at: refused.nextAllowedAt! }), dossier).kind).toBe("allow");
  });
});

describe("consent", () => {
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

describe("cadence", () => {
  test("D1: all channels count together", () => {
    const dossier = aDossier({ touches: [aTouch(daysFromNow(1, 9), { channel: "phone", disposition: "voicemail" })] });
    expect(
      rules(
        judge(aPlan({ at: daysFromNow(1, 15) }), {
          ...dossier,
          planned: [{ id: "f", at: daysFromNow(1, 9), channel: "phone", by: "Omar" }],
          touches: [],
        }),
      ),
    ).toContain("D1");
  });

  test("D3: late is said, and never blocks", () => {
    const dossier = aDossier({ touches: [aTouch(daysFromNow(-60))] });
    expect(judge(aPlan(), dossier)).toMatchObject({ kind: "allow", headline: "Welcome, and overdue" });
  });

  test("D4: a good, researched opportunity gets a longer run", () => {
    const streak = [aTouch(daysFromNow(-30))];
    const researched = { fit: 90, stake: "high" as const, homework: "researched" as const, decisionOn: null };
    expect(judge(aPlan(), aDossier({ touches: streak, assessment: researched })).cadence.budget.of).toBeGreaterThan(
      judge(aPlan(), aDossier({ touches: streak })).cadence.budget.of,
    );
  });

  test("D5: after two silences the ghosted rhythm holds", () => {
    const touches = [aReply(daysFromNow(-40), "Send me the sheet please"), aTouch(daysFromNow(-20)), aTouch(daysFromNow(-3))];
    const verdict = judge(aPlan(), aDossier({ touches }));
    expect(verdict.cadence.state).toBe("ghosted");
    expect(verdict.kind).toBe("reschedule");
  });

  test("a manager lifts cadence, never consent", () => {
    const dossier = aDossier({ touches: [aTouch(daysFromNow(0, 8))] });
    expect(scoreFollowUp(aPlan(), dossier, policy, now, { override: { reason: "She asked the desk for it this morning" } }).kind).toBe(
      "allow",
    );
    const paused = { ...dossier, terms: { ...terms, pausedUntil: "2026-12-01" } };
    expect(scoreFollowUp(aPlan(), paused, policy, now, { override: { reason: "She asked the desk for it this morning" } }).kind).toBe(
      "reschedule",
    );
  });
});
