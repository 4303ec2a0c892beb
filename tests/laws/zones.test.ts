import fc from "fast-check";
import { expect, test } from "vitest";

import type { Terms } from "#lib/consent/ledger.ts";
import { localDay, localMinutes, weekday } from "#lib/follow-up/local-time.ts";
import { openGate } from "#lib/scoring/score-follow-up.ts";
import { aDossier, aPlan, policy } from "#tests/factories/dossier.ts";
import { chose } from "#tests/golden/case.ts";

const zones = [...new Set(["UTC", "Asia/Kathmandu", ...Intl.supportedValuesOf("timeZone")])];
const from = Date.UTC(2024, 0, 1);
const until = Date.UTC(2032, 0, 1);
const hourRanges = [
  { from: 1, to: 2 },
  { from: 2, to: 3 },
  { from: 0, to: 1 },
  { from: 9, to: 12 },
  { from: 23, to: 24 },
];

const terms = (over: Partial<Terms>) => chose({ saidOn: new Date(from), ...over });

const known = (zone: string, over: Partial<Terms>) =>
  aDossier({
    person: { ...aDossier().person, country: null, timeZone: zone },
    ledger: [
      { id: "c", channel: "any", status: "express", basis: null, saidBy: "person", effectiveFrom: new Date(from), effectiveTo: null },
    ],
    terms: terms(over),
  });

/** The instants around which a zone's clock changes between two years, found by halving; a leap day and a new year beside them. */
function changes(zone: string): number[] {
  const found: number[] = [Date.UTC(2028, 1, 29, 12), Date.UTC(2027, 11, 31, 23, 30)];
  const offset = (at: number) => localDay(zone, new Date(at)) * 1440 + localMinutes(zone, new Date(at)) - Math.floor(at / 60_000);
  const step = 7 * 86_400_000;
  for (let at = from; at < until; at += step) {
    if (offset(at) === offset(at + step)) continue;
    let [low, high] = [at, at + step];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}

test("agreed hours hold in every zone, through every change of its clock from 2024 to 2031", () => {
  const breaches: string[] = [];
  let judged = 0;
  for (const zone of zones) {
    for (const change of changes(zone)) {
      for (const hours of hourRanges) {
        const start = new Date(change - 5 * 3_600_000);
        const judge = openGate(known(zone, { hours, days: [1, 2, 3, 4, 5, 6, 7] }), policy, start);
        for (const lead of [0, 150, 300, 345]) {
          const plan = aPlan({ at: new Date(start.getTime() + lead * 60_000) });
          const { kind, nextAllowedAt } = judge(plan);
          const at = kind === "allow" ? plan.at : nextAllowedAt;
          judged += 1;
          const minutes = at && localMinutes(zone, at);
          const isInside = minutes !== null && minutes >= hours.from * 60 && minutes < hours.to * 60;
          if (!at || !isInside || at < plan.at) breaches.push(`${zone} ${plan.at.toISOString()} → ${at?.toISOString()}`);
        }
      }
    }
  }
  expect(breaches.slice(0, 5)).toEqual([]);
  expect(judged).toBeGreaterThan(50_000);
});

test("where they agreed on none, the lawful hours for calls hold through the same changes", () => {
  const breaches: string[] = [];
  for (const zone of zones) {
    for (const change of changes(zone)) {
      const start = new Date(change - 15 * 3_600_000);
      const judge = openGate({ ...known(zone, {}), terms: null }, policy, start);
      for (const lead of [0, 300, 900, 960]) {
        const plan = aPlan({ channel: "phone", at: new Date(start.getTime() + lead * 60_000) });
        const { kind, nextAllowedAt } = judge(plan);
        const at = kind === "allow" ? plan.at : nextAllowedAt;
        const minutes = at && localMinutes(zone, at);
        // a country nobody knows: nine to six, Monday to Friday
        const isInside = minutes !== null && minutes >= 540 && minutes < 1_080 && weekday(localDay(zone, at!)) <= 5;
        if (!isInside || at! < plan.at) breaches.push(`${zone} ${plan.at.toISOString()} → ${at?.toISOString()}`);
      }
    }
  }
  expect(breaches.slice(0, 5)).toEqual([]);
});

test("agreed days and hours hold for any zone and any minute", () => {
  const minute = fc.integer({ min: from / 60_000, max: until / 60_000 }).map((at) => new Date(at * 60_000));
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), minute, fc.constantFrom(...hourRanges), days, (zone, at, hours, chosen) => {
      const { kind, nextAllowedAt } = openGate(known(zone, { hours, days: chosen }), policy, at)(aPlan({ at }));
      const open = kind === "allow" ? at : nextAllowedAt!;
      expect(chosen).toContain(weekday(localDay(zone, open)));
      expect(localMinutes(zone, open) >= hours.from * 60 && localMinutes(zone, open) < hours.to * 60).toBe(true);
    }),
    { numRuns: Number(process.env.LAW_RUNS ?? 1_000) },
  );
});
