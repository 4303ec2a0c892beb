import fc from "fast-check";
import { expect, test } from "vitest";

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
