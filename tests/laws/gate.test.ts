import fc from "fast-check";
import { expect, test } from "vitest";

import type { Verdict, VerdictKind } from "#lib/scoring/verdict.ts";
import { clear, scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import { anyDossier, anyPlan, anySilentTouch } from "#tests/factories/arbitraries.ts";
import { daysFromNow, now, policy } from "#tests/factories/dossier.ts";

const runs = { numRuns: Number(process.env.LAW_RUNS ?? 1_000) };
const judge = (plan: Parameters<typeof scoreFollowUp>[0], dossier: Parameters<typeof scoreFollowUp>[1]) =>
  scoreFollowUp(plan, dossier, policy, now);
const grave: VerdictKind[] = ["allow", "confirm", "rewrite", "reschedule", "block"];
const gravity = ({ kind }: Verdict) => grave.indexOf(kind);
const latest = { id: "zz", channel: "any" as const, basis: null, saidBy: "person" as const, effectiveFrom: now, effectiveTo: null };

test("consent is a veto, whatever else is true", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, (plan, dossier) => {
      const verdict = judge(plan, { ...dossier, ledger: [...dossier.ledger, { ...latest, status: "objected" }] });
      expect(verdict.kind).toBe("block");
      expect(clear(verdict)).toBeNull();
    }),
    runs,
  );
});

test("a manager's override never lifts consent", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, (plan, dossier) => {
      const verdict = scoreFollowUp(plan, dossier, policy, now, { override: { reason: "Because I say so" } });
      expect(clear(verdict) === null || verdict.consent.passes === "yes").toBe(true);
    }),
    runs,
  );
});

test("a stop, a pause or a final no never allows more", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, (plan, dossier) => {
      const before = gravity(judge(plan, dossier));
      const stopped = { ...dossier, ledger: [...dossier.ledger, { ...latest, status: "withdrawn" as const, channel: plan.channel }] };
      const no = { id: "final", kind: "final", words: "No", at: now, channel: null };
      expect(gravity(judge(plan, stopped))).toBeGreaterThanOrEqual(before);
      expect(
        gravity(judge({ ...plan, answersObjectionId: null }, { ...dossier, objections: [...dossier.objections, no] })),
      ).toBeGreaterThanOrEqual(gravity(judge({ ...plan, answersObjectionId: null }, dossier)));
      const paused = dossier.terms && { ...dossier, terms: { ...dossier.terms, pausedUntil: "2027-06-01" } };
      expect(gravity(judge(plan, paused ?? dossier))).toBeGreaterThanOrEqual(before);
    }),
    runs,
  );
});

test("one more unanswered touch never makes a verdict kinder", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, anySilentTouch, (plan, dossier, touch) => {
      const reply = { ...touch, at: daysFromNow(0, 8) };
      expect(gravity(judge(plan, { ...dossier, touches: [...dossier.touches, reply] }))).toBeGreaterThanOrEqual(
        gravity(judge(plan, dossier)),
      );
    }),
    runs,
  );
});

test("the next allowed time is open to consent and cadence, and no earlier minute is", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, (plan, dossier) => {
      const next = judge(plan, dossier).nextAllowedAt;
      fc.pre(next !== null);
      const nextAllowedAt = next!;
      expect(nextAllowedAt.getTime()).toBeGreaterThanOrEqual(plan.at.getTime());
      const closed = (at: Date) =>
        judge({ ...plan, at }, dossier).reasons.some(({ severity, remedy }) => severity === "reschedule" || remedy?.do === "move");
      expect(closed(nextAllowedAt)).toBe(false);
      const minuteBefore = new Date(nextAllowedAt.getTime() - 60_000);
      const wasClosed = judge({ ...plan, at: minuteBefore }, dossier).reasons.some(
        ({ severity }) => severity === "reschedule" || severity === "block",
      );
      expect(minuteBefore <= plan.at || wasClosed).toBe(true);
    }),
    runs,
  );
});

test("the order of history does not matter, and the same input gives the same verdict", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, (plan, dossier) => {
      const reversed = {
        ...dossier,
        touches: dossier.touches.toReversed(),
        ledger: dossier.ledger.toReversed(),
        planned: dossier.planned.toReversed(),
        company: dossier.company.toReversed(),
      };
      const verdict = judge(plan, dossier);
      const again = judge(plan, reversed);
      expect(again.kind).toBe(verdict.kind);
      expect(again.nextAllowedAt).toEqual(verdict.nextAllowedAt);
      expect(again.value.points).toBe(verdict.value.points);
    }),
    runs,
  );
});

test("it never throws, and scores stay within their bounds", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, (plan, dossier) => {
      const { value, cadence } = judge(plan, dossier);
      for (const score of [value.points, value.bar, cadence.points]) expect(score >= 0 && score <= 100).toBe(true);
      expect(Number.isFinite(cadence.pressure)).toBe(true);
    }),
    runs,
  );
});

test("only an allowed plan is cleared", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, (plan, dossier) => {
      const verdict = judge(plan, dossier);
      expect(clear(verdict) !== null).toBe(verdict.kind === "allow");
    }),
    runs,
  );
});
