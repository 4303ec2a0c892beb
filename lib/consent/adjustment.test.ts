import { expect, test } from "vitest";

import { adjusted, loosened } from "#lib/consent/adjustment.ts";
import { law, lawFor, lawKey, type LawRule, rulesFor } from "#lib/consent/law.ts";
import sources from "#lib/consent/law-sources.json" with { type: "json" };
import { ruleNamed } from "#lib/consent/say-law.ts";
import { Channel, SubscriberKind } from "#lib/follow-up/vocabulary.ts";

const rule = (key: string): LawRule => ruleNamed(key)!;
const week = (from: number, to: number) => ({ week: [[from, to] as [number, number]], saturday: null, sunday: null });

test("every rule has a key of its own and sources that are named", () => {
  expect(new Set(law.map(lawKey)).size).toBe(law.length);
  for (const { sources: cited, read } of law) {
    for (const id of cited) expect(Object.keys(sources)).toContain(id);
    expect(read === "house" || read === "recall" || cited.length > 0).toBe(true);
  }
});

test("calls, texts and e-mails have a rule everywhere, for everyone, on any day", () => {
  const countries = [null, "GB", "US", "CA", "DE", "FR", "AU", "IE", "IN"];
  for (const country of countries)
    for (const region of [null, "FL", "TX", "CT", "OK", "MD"])
      for (const subscriberKind of SubscriberKind.options)
        for (const channel of Channel.options)
          for (const day of [18_000, 20_500, 20_700]) {
            const isLetter = channel === "mail" || channel === "linkedin" || channel === "meeting";
            expect(
              lawFor({ country, region, subscriberKind }, channel, day) === null,
              `${country} ${region} ${subscriberKind} ${channel}`,
            ).toBe(isLetter);
          }
});

test("a text to a state with rules of its own needs their written yes, in that state's hours", () => {
  const floridian = { country: "US", region: "FL", subscriberKind: "consumer" } as const;
  expect(lawFor(floridian, "sms", 20_700)).toMatchObject({ needs: ["express"], without: "block", hours: { week: [[8, 20]] } });
});

test("stricter is not looser, in any of its parts", () => {
  const florida = rule("US-FL");
  expect(loosened(florida, { hours: week(9, 18), cap: { touches: 2, days: 2 }, refusalDays: 10, expressOnly: true })).toEqual([]);
  expect(loosened(florida, { hours: { week: null, saturday: null, sunday: null } })).toEqual([]);
  expect(loosened(rule("FR-02"), { hours: week(11, 13) })).toEqual([]);
});

test("longer hours, more touches, a shorter rest are looser, and said so", () => {
  expect(loosened(rule("FR-02"), { hours: week(10, 14) })).toEqual(["hours"]);
  expect(loosened(rule("DE-02"), { hours: { ...week(9, 18), saturday: [[10, 12]] } })).toEqual(["hours"]);
  expect(loosened(rule("FR-02"), { cap: { touches: 5, days: 30 } })).toEqual(["how many touches"]);
  expect(loosened(rule("FR-02"), { cap: { touches: 4, days: 20 } })).toEqual(["how many touches"]);
  expect(loosened(rule("FR-02"), { refusalDays: 59 })).toEqual(["the rest after a no"]);
});

test("where the law names no hours, cap or rest, any is stricter", () => {
  expect(loosened(rule("US-01"), { hours: week(0, 24), cap: { touches: 99, days: 1 }, refusalDays: 0 })).toEqual([]);
});

test("an organisation's own rule is asked for by its key alone, and another organisation's is not touched", () => {
  const firm = { country: "DE", region: null, subscriberKind: "corporate" } as const;
  const own = { "DE-02": { hours: week(10, 12), reason: "They asked us to" } };
  expect(rulesFor(firm, "phone", own)[0]!.rule.hours).toEqual(week(10, 12));
  expect(rulesFor(firm, "phone", {})[0]!.rule.hours).toEqual(week(9, 18));
  expect(adjusted(rule("DE-02"), undefined)).toBe(rule("DE-02"));
});

test("express consent only asks for nothing else, not even the registry", () => {
  const own = adjusted(rule("UK-03.firms"), { expressOnly: true, reason: "" });
  expect(own).toMatchObject({ needs: ["express"], without: "block", registry: undefined });
});
