import fc from "fast-check";
import { expect, test } from "vitest";

import { dateOf, dayOf, localDay } from "#lib/follow-up/local-time.ts";
import { digestDay, digestLetter, nextDigest } from "#lib/today/digest.ts";

const quarter = 15 * 60_000;
const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"), "America/Nuuk", "Australia/Lord_Howe", "Pacific/Apia");
const hours = fc.integer({ min: 0, max: 23 });

/** The days a job that runs each quarter hour would send a digest for, each taken once, as the unique key has it; and the days it asked for. */
function sentBetween(zone: string, hour: number, from: number, to: number): { sent: string[]; asked: number } {
  const sent: string[] = [];
  let asked = 0;
  for (let at = from; at < to; at += quarter) {
    const day = digestDay(zone, hour, new Date(at));
    if (day === null) continue;
    asked += 1;
    if (!sent.includes(dateOf(day))) sent.push(dateOf(day));
  }
  return { sent, asked };
}

test("every local day of every zone has exactly one digest, also where clocks leap", () => {
  const start = fc.integer({ min: dayOf("2026-01-01"), max: dayOf("2027-12-31") }).map((day) => day * 86_400_000);
  fc.assert(
    fc.property(zones, hours, start, fc.nat(quarter - 1), (zone, hour, from, offset) => {
      const to = from + 5 * 86_400_000;
      const { sent } = sentBetween(zone, hour, from + offset, to);
      const whole = [1, 2, 3].map((day) => dateOf(localDay(zone, new Date(from)) + day));
      for (const day of whole) expect(sent.filter((each) => each === day)).toHaveLength(1);
      expect(sent).toEqual([...new Set(sent)].toSorted());
    }),
    { numRuns: 300 },
  );
});

test("an hour that a clock leaps over is told at the leap, for the day it belonged to", () => {
  const [before, at] = [new Date("2027-03-28T00:45:00Z"), new Date("2027-03-28T01:00:00Z")];
  expect(digestDay("America/Nuuk", 23, before)).toBeNull();
  expect(dateOf(digestDay("America/Nuuk", 23, at)!)).toBe("2027-03-27");
  expect(dateOf(digestDay("Europe/Amsterdam", 2, at)!)).toBe("2027-03-28");
});

test("after a standstill of hours the day's digest is left out, and none comes early", () => {
  const at = (time: string) => new Date(`2026-11-18T${time}:00Z`);
  expect([at("07:59"), at("08:00"), at("10:59"), at("11:00")].map((now) => digestDay("UTC", 8, now) !== null)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(nextDigest("UTC", 8, at("07:59"))).toEqual(at("08:00"));
  expect(nextDigest("UTC", 8, at("08:00"))).toEqual(new Date("2026-11-19T08:00:00Z"));
});

test("a digest is counts in words; good news alone sends none", () => {
  const url = { today: "https://crm.example.com/today", settings: "https://crm.example.com/settings" };
  expect(digestLetter({}, url)).toBeNull();
  expect(digestLetter({ welcomed: 4 }, url)).toBeNull();
  const letter = digestLetter({ due: 3, answered: 1, held: 16, welcomed: 1 }, url)!;
  expect(letter.subject).toBe("1 answer waiting, 3 follow-ups due, 15 or more plans taken off");
  expect(letter.paragraphs).toEqual([
    "– 1 answer waiting\n– 3 follow-ups due\n– 15 or more plans taken off",
    "Good to know: 1 touch welcomed in the last seven days.",
    "Your day is here:\nhttps://crm.example.com/today",
  ]);
  expect(letter.why).toContain("https://crm.example.com/settings");
});
