import fc from "fast-check";
import { expect, test } from "vitest";

import { Channel } from "#lib/follow-up/vocabulary.ts";
import { widens } from "#lib/preferences/widens.ts";

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const limits = fc.record({
  channels: fc.option(some(Channel.options)),
  rate: fc.option(
    fc.record({ max: fc.integer({ min: 1, max: 6 }), per: fc.constantFrom("week" as const, "month" as const, "quarter" as const) }),
  ),
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  hours: fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 24 }))
      .filter(([from, to]) => from < to)
      .map(([from, to]) => ({ from, to })),
  ),
});
type Limits = typeof limits extends fc.Arbitrary<infer T> ? T : never;

/** Whether a touch by this channel, on this weekday, in this hour may be made. */
const allows = ({ channels, days, hours }: Limits, channel: Channel, day: number, hour: number) =>
  (channels === null || channels.includes(channel)) &&
  (days.length === 0 || days.includes(day)) &&
  (hours === null || (hour >= hours.from && hour < hours.to));

/** The most touches in so many weeks, each span counted as the page promises it: at most so many in any week, month (4) or quarter (13). */
const most = ({ rate }: Limits, weeks: number) =>
  rate === null ? Infinity : rate.max * Math.ceil(weeks / { week: 1, month: 4, quarter: 13 }[rate.per]);

const moments = Channel.options.flatMap((channel) =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((day) => Array.from({ length: 24 }, (_, hour) => [channel, day, hour] as const)),
);

test("a note that passes allows no touch that their own word forbids, and no more of them in any span", () => {
  fc.assert(
    fc.property(limits, limits, (own, noted) => {
      fc.pre(widens(own, noted) === null);
      expect(moments.filter((moment) => allows(noted, ...moment) && !allows(own, ...moment))).toEqual([]);
      expect([1, 4, 13, 52].filter((weeks) => most(noted, weeks) > most(own, weeks))).toEqual([]);
    }),
    { numRuns: 500, maxSkipsPerRun: 1_000 },
  );
});

test("saying the same again widens nothing, and neither does anything where they said nothing", () => {
  const silent = { channels: null, rate: null, days: [], hours: null };
  fc.assert(
    fc.property(limits, limits, (own, noted) => {
      expect([widens(own, own), widens(silent, noted)]).toEqual([null, null]);
    }),
  );
});
