import { describe, expect, test } from "vitest";

import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import { aDossier, aPlan, aReply, aTouch, daysFromNow, judge, now, policy, rules } from "#tests/factories/dossier.ts";
import { chose } from "#tests/golden/case.ts";

const terms = chose();

describe("value", () => {
  test("points and bar are whole, however finely a policy counts", () => {
    const { value } = policy;
    const fine = { ...value, points: { ...value.points, helps: 14.3 }, max: 90.5, base: { ...value.base, cold: 22.6 }, askStep: 7.7 };
    const verdict = scoreFollowUp(aPlan({ ask: "commitment" }), aDossier(), { ...policy, value: fine }, now);
    const { points, bar, base, asked, reach } = verdict.value;
    for (const number of [points, bar, base, asked, reach]) expect(Number.isInteger(number)).toBe(true);
    expect(bar).toBe(base + asked + reach);
  });

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

describe("cadence", () => {
  test("D1: all channels count together", () => {
    const dossier = aDossier({ touches: [aTouch(daysFromNow(1, 9), { channel: "phone", disposition: "voicemail" })] });
    expect(
      rules(
        judge(aPlan({ at: daysFromNow(1, 15) }), {
          ...dossier,
          planned: [{ id: "f", at: daysFromNow(1, 9), channel: "phone", by: "Omar", answersObjectionId: null, urgentFactId: null }],
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

describe("the pace", () => {
  const decides = (decisionOn: string) =>
    aDossier({
      touches: [aTouch(daysFromNow(-3)), aReply(daysFromNow(-2), "Send the sheet please")],
      assessment: { fit: 60, stake: "medium", homework: "some", decisionOn },
    });

  test("D2: near their decision it quickens, far from it it slows", () => {
    const days = ({ cadence }: ReturnType<typeof judge>) => cadence.windows!.late - cadence.windows!.last;
    expect(days(judge(aPlan(), decides("2026-11-20")))).toBeLessThan(days(judge(aPlan(), decides("2027-01-20"))));
    expect(days(judge(aPlan(), decides("2027-10-20")))).toBeGreaterThan(days(judge(aPlan(), decides("2027-01-20"))));
  });

  test("D6: at the end of the budget it rests, and says until when", () => {
    const streak = Array.from({ length: 8 }, (_, i) => aTouch(daysFromNow(-60 - i * 10), { channel: i % 2 ? "email" : "phone" }));
    const verdict = judge(aPlan({ channel: "mail" }), aDossier({ touches: streak }));
    expect(verdict.reasons.find(({ rule }) => rule === "D6")).toMatchObject({ severity: "reschedule", remedy: { do: "move" } });
  });

  test("P3: a channel that stayed unanswered gives way to another", () => {
    const streak = [-90, -70, -50, -30].map((days) => aTouch(daysFromNow(days)));
    expect(rules(judge(aPlan(), aDossier({ touches: streak })))).toContain("P3");
    expect(rules(judge(aPlan({ channel: "phone" }), aDossier({ touches: streak })))).not.toContain("P3");
  });
});

test("C9: a time by which their consent has run out is no best time", () => {
  const { person, ledger, touches } = aDossier({ touches: [aTouch(daysFromNow(-1))] });
  const consent = { ...ledger[0]!, channel: "email" as const, status: "express" as const, effectiveTo: daysFromNow(2) };
  const german = aDossier({ person: { ...person, country: "DE", subscriberKind: "consumer" }, ledger: [consent], touches });
  expect(judge(aPlan(), german).bestAt! < consent.effectiveTo).toBe(true);
  expect(judge(aPlan(), { ...german, ledger: [{ ...consent, effectiveTo: null }] }).bestAt! > consent.effectiveTo).toBe(true);
});

test("L3, C6: what they said in turning us away is no point of theirs to come back to", () => {
  const words = "We decided for another maker last month";
  const quoting = aPlan({ helps: "Takes up that you decided for another maker last month", ask: "none" });
  const said = (disposition: "replied" | "said_no") => aDossier({ touches: [aReply(daysFromNow(-50), words, { disposition })] });
  const labels = (dossier: ReturnType<typeof aDossier>) => judge(quoting, dossier).value.parts.map(({ label }) => label);
  expect(labels(said("replied"))).toContain("their own words");
  expect(labels(said("said_no"))).not.toContain("their own words");
});
