import fc from "fast-check";
import { expect, test } from "vitest";

import { dateOf, dayOf, localDay, weekday } from "#lib/follow-up/local-time.ts";
import { measurePersistence } from "#lib/scoring/measure-persistence.ts";
import { clear, openGate, scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import { suggestNext } from "#lib/scoring/suggest-next.ts";
import { anyDossier, anyPlan } from "#tests/factories/arbitraries.ts";
import { aPlan, now, policy } from "#tests/factories/dossier.ts";

const runs = { numRuns: Number(process.env.LAW_RUNS ?? 500) };
const { prospectId } = aPlan();

test("what the planner suggests, the judge lets pass", () => {
  const kinds: Record<string, number> = {};
  fc.assert(
    fc.property(anyDossier, (dossier) => {
      const suggestion = suggestNext(prospectId, dossier, policy, now);
      kinds[suggestion.kind] = (kinds[suggestion.kind] ?? 0) + 1;
      if (suggestion.kind === "wait" || suggestion.kind === "settle") return suggestion.why.length > 0;
      return clear(scoreFollowUp(suggestion.plan, dossier, policy, now)) !== null && suggestion.plan.at >= now;
    }),
    runs,
  );
  expect(kinds.touch).toBeGreaterThan(0);
  expect(kinds.wait).toBeGreaterThan(0);
});

test("what is suggested lies on a working day of theirs, by whichever channel, unless they asked for that day or would lose by waiting (C2, V9)", () => {
  fc.assert(
    fc.property(anyDossier, (dossier) => {
      const suggestion = suggestNext(prospectId, dossier, policy, now);
      fc.pre(suggestion.kind === "touch" || suggestion.kind === "close");
      const { plan } = suggestion as Extract<typeof suggestion, { verdict: object }>;
      const zone = dossier.terms?.timeZone ?? dossier.person.timeZone ?? dossier.homeZone;
      const on = (at: Date) => dateOf(localDay(zone, at));
      const isOff = (date: string) => {
        const isChosen = dossier.terms && dossier.terms.days.length > 0 ? dossier.terms.days.includes(weekday(dayOf(date))) : null;
        return !(isChosen ?? weekday(dayOf(date)) <= 5) || dossier.holidays.some((holiday) => holiday.on === date);
      };
      const isNamed = [...dossier.agreedDays, dossier.terms?.callBackOn].includes(on(plan.at));
      const loss = dossier.facts.find(({ id }) => id === plan.urgentFactId)?.on ?? null;
      const wouldLose = loss !== null && on(plan.at) <= loss;
      expect(isNamed || wouldLose || !isOff(on(plan.at))).toBe(true);
    }),
    runs,
  );
});

test("a suggestion to wait names no day that is past", () => {
  fc.assert(
    fc.property(anyDossier, (dossier) => {
      const suggestion = suggestNext(prospectId, dossier, policy, now);
      const isPast = suggestion.kind === "wait" && suggestion.until !== null && suggestion.until < now;
      expect(isPast).toBe(false);
    }),
    runs,
  );
});

test("the best time is open, lies within thirty days, and no open hour of the month fits the rhythm better", () => {
  fc.assert(
    fc.property(
      anyPlan,
      anyDossier,
      fc.array(fc.integer({ min: 0, max: 30 * 24 }), { minLength: 12, maxLength: 12 }),
      (plan, dossier, hours) => {
        const judge = openGate(dossier, policy, now);
        const verdict = judge(plan);
        const { bestAt } = verdict;
        fc.pre(bestAt !== null);
        const best = judge({ ...plan, at: bestAt! });
        const statesBasis = ({ reasons }: typeof best) => reasons.some(({ rule, severity }) => rule === "C9" && severity === "confirm");
        const isOpen = ({ reasons }: typeof best) => !reasons.some(({ severity }) => severity === "reschedule" || severity === "block");
        expect(isOpen(best)).toBe(true);
        expect(bestAt!.getTime() - now.getTime()).toBeLessThan(31 * 86_400_000);
        for (const hour of hours) {
          const other = judge({ ...plan, at: new Date(now.getTime() + hour * 3_600_000) });
          // a day they named is right whatever the rhythm says, and so is a day on which they lose something
          const isNamed = other.value.askedFor !== null || plan.urgentFactId !== null;
          // nor is a time looked for at which more has to be stated than at the one that was chosen: a consent may have run out by then
          const asksMore = statesBasis(other) && !statesBasis(verdict);
          expect(!isOpen(other) || isNamed || asksMore || other.cadence.points <= best.cadence.points).toBe(true);
        }
      },
    ),
    runs,
  );
});

test("persistence keeps its bounds, and is what is too much less what is too little", () => {
  fc.assert(
    fc.property(anyDossier, (dossier) => {
      const { index, push, neglect } = measurePersistence(dossier, policy, now);
      for (const share of [push, neglect]) expect(share >= 0 && share <= 1).toBe(true);
      expect(index).toBeCloseTo(push - neglect, 1);
    }),
    runs,
  );
});

test("whoever it is said of why nothing comes next is left alone by nobody before that day (D3, D8)", () => {
  fc.assert(
    fc.property(anyDossier, fc.integer({ min: 1, max: 200 }), (dossier, days) => {
      const explainedUntil = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
      const { parts, abandoned } = measurePersistence({ ...dossier, homeZone: "UTC", explainedUntil }, policy, now);
      expect(parts.neglect.filter(({ rule }) => rule === "D3")).toEqual([]);
      expect(abandoned).toBe(false);
    }),
    runs,
  );
});

test("whoever asked for quiet is not neglected", () => {
  fc.assert(
    fc.property(anyDossier, (dossier) => {
      fc.pre(dossier.terms !== null);
      const quiet = { ...dossier, terms: { ...dossier.terms!, pausedUntil: "2027-06-01" } };
      expect(measurePersistence(quiet, policy, now).neglect).toBe(0);
    }),
    runs,
  );
});
