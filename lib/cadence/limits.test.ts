import fc from "fast-check";
import { expect, test } from "vitest";

import { minimumGap } from "#lib/cadence/limits.ts";
import { clockOf } from "#lib/follow-up/clock.ts";
import type { Contact } from "#lib/follow-up/history.ts";
import { windowCap } from "#lib/follow-up/judgement.ts";
import { addBusinessDays, dayOf } from "#lib/follow-up/local-time.ts";

const clock = clockOf("Europe/Lisbon");
const monday = dayOf("2026-11-02");
const contactsOn = (days: number[]): Contact[] =>
  days
    .toSorted((a, b) => a - b)
    .map((day) => ({
      ...{ at: clock.instant(monday + day, 600), day: monday + day },
      ...{ channel: "email", disposition: "sent", value: null },
    }));
const wording = () => ({ rule: "D1", sentence: "" }) as const;
const someDays = fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 12 });

test("D1: a gap of business days is kept to every contact, before and after, over weekends too", () => {
  fc.assert(
    fc.property(someDays, fc.integer({ min: 1, max: 25 }), fc.integer({ min: -70, max: 70 }), (days, gap, on) => {
      const ours = monday + on;
      const at = clock.instant(ours, 600);
      const isNear = days.some((day) => ours < addBusinessDays(monday + day, gap) && monday + day < addBusinessDays(ours, gap));
      expect(minimumGap(contactsOn(days), gap, clock, wording).opens(at) === at).toBe(!isNear);
    }),
  );
});

test("D1: where no cap is made, none could have bound", () => {
  fc.assert(
    fc.property(
      someDays,
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom(7, 30, 90),
      fc.integer({ min: -70, max: 70 }),
      (days, cap, span, on) => {
        const contacts = contactsOn(days);
        const at = clock.instant(monday + on, 600);
        const width = span * 86_400_000;
        const isFull = contacts.some((first, i) => {
          const last = contacts[i + cap - 1];
          return last && Math.max(last.at, at) - Math.min(first.at, at) < width;
        });
        expect((windowCap(contacts, cap, span, wording)?.opens(at) ?? at) === at).toBe(!isFull);
      },
    ),
  );
});
