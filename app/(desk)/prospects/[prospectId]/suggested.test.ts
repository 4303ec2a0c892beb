import { describe, expect, test } from "vitest";

import { betterTime } from "./better-time.ts";
import { saySuggested } from "#lib/schedule/say-suggested.ts";
import { comingLosses } from "./urgent-field.tsx";
import { isTakenUp, takeUp, toSuggested } from "#lib/schedule/suggested.ts";
import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import { suggestNext } from "#lib/scoring/suggest-next.ts";
import { aDossier, aPlan, aReply, aTouch, daysFromNow, factId, judge, now, policy } from "#tests/factories/dossier.ts";

const mine = aPlan({ prospectId: "0192f0c1-0000-7000-8000-000000000009" });
const suggestedFor = (dossier = aDossier()) => toSuggested(suggestNext(mine.prospectId, dossier, policy, now));
const said = { assets: aDossier().assets, zone: "Europe/Dublin", now };

describe("what is suggested next", () => {
  test("taken up it keeps the person, the letter and the basis, and is welcome", () => {
    const { plan } = suggestedFor();
    const letter = { draft: "Dear Jill, no reply needed.", basis: { kind: "work_role", note: "Public role" } as const };
    const taken = takeUp({ ...mine, ...letter, at: daysFromNow(40), channel: "sms" }, plan!);
    expect(taken).toMatchObject({ prospectId: mine.prospectId, ...letter, channel: plan!.channel, at: plan!.at });
    expect(scoreFollowUp(taken, aDossier(), policy, now).kind).toBe("allow");
    expect(isTakenUp(taken, plan!)).toBe(true);
    expect(isTakenUp({ ...taken, helps: "Another reason" }, plan!)).toBe(false);
  });

  test("names their next good hour, but none that passes while one reads of it", () => {
    expect(suggestedFor().plan!.at).toEqual(daysFromNow(0, 10));
    const atTen = toSuggested(suggestNext(mine.prospectId, aDossier(), policy, daysFromNow(0, 10)));
    expect(atTen.plan!.at).toEqual(daysFromNow(1, 10));
  });

  test("is said in one line", () => {
    expect(saySuggested(suggestedFor(), said)).toBe("Next: e-mail today, bring “Pump audit checklist”");
    const asked = aDossier({ touches: [aReply(daysFromNow(-1), "Do they run dry?", { disposition: "asked_question" })] });
    expect(saySuggested(suggestedFor(asked), said)).toBe("Next: e-mail tomorrow, bring an answer to: Do they run dry?");
    const wait = { kind: "wait", why: "", rule: "D9", plan: null, until: daysFromNow(7) } as const;
    expect(saySuggested(wait, said)).toBe("Leave them be until Mon 9 Nov");
    expect(saySuggested({ ...wait, until: daysFromNow(-1) }, said)).toBe("First do what is planned");
    expect(saySuggested({ ...wait, until: null }, said)).toBe("Leave them be");
  });
});

describe("a better time", () => {
  const touched = aDossier({ touches: [aTouch(daysFromNow(-20))] });

  test("is offered where it fits their rhythm better, and there only", () => {
    const late = judge(aPlan({ at: daysFromNow(60, 10) }), touched);
    expect(betterTime(late, now)).toEqual(late.bestAt);
    expect(betterTime(judge(aPlan({ at: late.bestAt! }), touched), now)).toBeNull();
    expect(betterTime(judge(), now)).toBeNull();
  });

  test("is not offered where a reason moves the plan there already, nor when it is now", () => {
    const late = judge(aPlan({ at: daysFromNow(60, 10) }), touched);
    const moved = { rule: "D1", severity: "reschedule", sentence: "", remedy: { do: "move", at: late.bestAt! } } as const;
    expect(betterTime({ ...late, reasons: [moved] }, now)).toBeNull();
    expect(betterTime(late, new Date(late.bestAt!.getTime() - 60_000))).toBeNull();
  });
});

test("V9, C8: what they stand to lose is what names a day to come and may be spoken of, soonest first", () => {
  const fact = (id: string, on: string | null, origin: "told_us" | "observed" = "told_us") => ({
    id,
    label: "",
    value: "",
    origin,
    on,
    told: false,
  });
  const facts = [
    fact("later", "2026-12-01"),
    fact("soon", "2026-11-02"),
    fact("past", "2026-11-01"),
    fact("seen", "2026-11-20", "observed"),
  ];
  expect(comingLosses([...facts, fact(factId, null)], "2026-11-02").map(({ id }) => id)).toEqual(["soon", "later"]);
});
