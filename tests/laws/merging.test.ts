import fc from "fast-check";
import { expect, test } from "vitest";

import { chosenHours, chosenRate, notBefore } from "#lib/consent/limits.ts";
import type { ConsentEntry, Terms } from "#lib/consent/ledger.ts";
import { lostStops } from "#lib/consent/lost-stops.ts";
import { standing, stoppedAltogether } from "#lib/consent/standing.ts";
import { strictest } from "#lib/consent/strictest.ts";
import { clockOf } from "#lib/follow-up/clock.ts";
import type { Contact } from "#lib/follow-up/history.ts";
import { dayOf } from "#lib/follow-up/local-time.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { anyEntry, anyTerms } from "#tests/factories/arbitraries.ts";
import { now } from "#tests/factories/dossier.ts";

const zones = ["UTC", "Europe/Dublin", "America/New_York", "America/St_Johns", "Asia/Kolkata", "Pacific/Auckland", "Australia/Lord_Howe"];
const anyZone = fc.constantFrom(...zones);
const day = 86_400_000;
const anyInstant = fc.integer({ min: 0, max: 360 * 24 * 12 }).map((steps) => now.getTime() + steps * 5 * 60_000);
const someHours = fc.constantFrom(null, { from: 6, to: 20 }, { from: 9, to: 13 }, { from: 0, to: 18 }, { from: 11, to: 24 });
const someDay = fc.option(
  fc.integer({ min: -10, max: 90 }).map((days) => new Date(now.getTime() + days * day).toISOString().slice(0, 10)),
  { freq: 1 },
);
/** Wide enough that two of them often leave something open. */
const wide = fc.record({
  channels: fc.option(fc.subarray([...Channel.options], { minLength: 4 })),
  days: fc.oneof(fc.constant<number[]>([]), fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 4 })),
  ...{ hours: someHours, pausedUntil: someDay, callBackOn: someDay },
});
const anyWish = fc
  .record({ terms: anyTerms, over: fc.option(wide, { freq: 4 }), zone: anyZone })
  .map(({ terms, over, zone }) => ({ terms: { ...terms, ...over }, zone: terms.timeZone ?? zone }));

/** What the judges of consent ask of the terms at an instant. */
function allows(
  { terms, zone }: { terms: Omit<Terms, "version" | "saidOn" | "saidBy">; zone: string },
  channel: Channel,
  at: number,
): boolean {
  const clock = clockOf(terms.timeZone ?? zone);
  const said: Terms = { ...terms, version: 1, saidOn: now, saidBy: "person" };
  const reason = () => "";
  const limits = [
    chosenHours(said, clock),
    terms.pausedUntil === null ? null : notBefore(dayOf(terms.pausedUntil), clock, "C3", reason),
    terms.callBackOn === null ? null : notBefore(dayOf(terms.callBackOn), clock, "C7", reason),
  ];
  return !terms.stopped && (terms.channels?.includes(channel) ?? true) && limits.every((limit) => limit === null || limit.opens(at) === at);
}

const wishesOf = [anyWish, anyWish, anyZone] as const;
const anyLedger = fc.array(anyEntry, { maxLength: 6 });

test("two records that became one allow at no instant, by no channel, what the wishes on either forbid", () => {
  const someInstants = fc.array(anyInstant, { minLength: 20, maxLength: 20 });
  let allowed = 0;
  fc.assert(
    fc.property(...wishesOf, fc.constantFrom(...Channel.options), someInstants, (one, two, home, channel, instants) => {
      for (const terms of [strictest(one, two, home, now), strictest(two, one, home, now)]) {
        const open = instants.filter((at) => allows({ terms, zone: home }, channel, at));
        allowed += open.length;
        expect(open.filter((at) => !allows(one, channel, at) || !allows(two, channel, at))).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
  expect(allowed).toBeGreaterThan(100);
});

test("they keep the scarcer rate, and every topic that either refused", () => {
  const someDays = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 6 });
  fc.assert(
    fc.property(anyWish, anyWish, someDays, fc.integer({ min: 0, max: 60 }), (one, two, days, ahead) => {
      const at = now.getTime() + ahead * day;
      const joined = strictest(one, two, one.zone, now);
      const clock = clockOf("UTC");
      const touched = days.toSorted((a, b) => b - a).map((ago) => now.getTime() - ago * day);
      const contacts = touched.map((at): Contact => ({ at, day: clock.day(at), channel: "email", disposition: "sent", value: null }));
      const isFull = ({ rate }: Pick<Terms, "rate">) => rate !== null && chosenRate(rate, contacts, clock).opens(at) !== at;
      expect(isFull(joined) || !(isFull(one.terms) || isFull(two.terms))).toBe(true);
      expect(joined.refusedTopics).toEqual(expect.arrayContaining([...one.terms.refusedTopics, ...two.terms.refusedTopics]));
    }),
  );
});

test("they lift no stop: what either ledger stops stays stopped by both, with what is said anew", () => {
  fc.assert(
    fc.property(anyLedger, anyLedger, fc.integer({ min: 0, max: 300 }), (one, two, later) => {
      const anew = lostStops(one, two, now).map((channel): ConsentEntry => ({
        ...{ id: "anew", channel, basis: null, saidBy: "system", effectiveFrom: now, effectiveTo: null },
        status: channel === "any" ? "objected" : "withdrawn",
      }));
      const at = new Date(now.getTime() + later * day);
      const stopped = (entries: ConsentEntry[]) => [
        ...Channel.options.filter((channel) => standing(entries, channel, at).kind === "stopped"),
        ...(stoppedAltogether(entries, at) ? ["any"] : []),
      ];
      expect(stopped([...one, ...two, ...anew])).toEqual(expect.arrayContaining([...stopped(one), ...stopped(two)]));
    }),
    { numRuns: 1000 },
  );
});

test("one that says nothing changes nothing of the other's ledger", () => {
  fc.assert(
    fc.property(anyLedger, (one) => {
      expect(lostStops(one, [], now)).toEqual([]);
    }),
  );
});
