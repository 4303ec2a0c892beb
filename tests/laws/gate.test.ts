import fc from "fast-check";
import { expect, test } from "vitest";

import type { Plan } from "#lib/follow-up/plan.ts";
import { noLedger } from "#lib/scoring/no-ledger.ts";
import { suggestNext } from "#lib/scoring/suggest-next.ts";
import type { Verdict, VerdictKind } from "#lib/scoring/verdict.ts";
import { clear, scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import { anyDossier, anyPlan, anyReading, anySilentTouch } from "#tests/factories/arbitraries.ts";
import { assetId, daysFromNow, now, objectionId, policy } from "#tests/factories/dossier.ts";

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
      const isDemanded = verdict.reasons.some(({ rule, severity }) => rule.startsWith("C") && severity !== "note" && severity !== "good");
      expect(clear(verdict) === null || (verdict.consent.passes === "yes" && !isDemanded)).toBe(true);
    }),
    runs,
  );
});

test("C5, C6: once they said a final no, nothing of ours passes until it has rested, whoever overrides it, and nothing is suggested", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, (plan, dossier) => {
      const said = { id: objectionId, kind: "final", words: "No, and that is final", at: now, channel: null };
      const known = { ...dossier, objections: [...dossier.objections, said] };
      const rests = now.getTime() + (policy.noes.finalRestDays - 1) * 86_400_000;
      fc.pre(plan.at.getTime() < rests);
      const close = noLedger(plan.prospectId, known, policy, now).next;
      const wanted = [plan, { ...plan, ask: "none" as const }, { ...plan, answersObjectionId: objectionId }];
      if (close?.do === "close") wanted.push({ ...close.plan, at: plan.at });
      for (const each of wanted) {
        const verdict = scoreFollowUp(each, known, policy, now, { override: { reason: "Only a thank-you" } });
        expect([verdict.kind, clear(verdict)]).toEqual(["block", null]);
      }
      expect(close).toMatchObject({ do: "close", mayBePlanned: false });
      expect(["touch", "close"]).not.toContain(suggestNext(plan.prospectId, known, policy, now).kind);
    }),
    { numRuns: runs.numRuns / 4 },
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

test("a reading of their silence only ever asks for more care", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, anyReading, (plan, dossier, silence) => {
      expect(gravity(judge(plan, { ...dossier, silence }))).toBeGreaterThanOrEqual(gravity(judge(plan, { ...dossier, silence: null })));
    }),
    runs,
  );
});

test("the next allowed time is allowed by consent and cadence, and no earlier minute is", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, (plan, dossier) => {
      const next = judge(plan, dossier).nextAllowedAt;
      fc.pre(next !== null);
      const refusals = (at: Date) =>
        judge({ ...plan, at }, dossier).reasons.filter(
          ({ rule, severity }) => severity === "reschedule" || (severity === "block" && rule.startsWith("C")),
        );
      expect(next!.getTime()).toBeGreaterThanOrEqual(plan.at.getTime());
      expect(refusals(next!)).toEqual([]);
      const minuteBefore = new Date(next!.getTime() - 60_000);
      expect(minuteBefore < plan.at || refusals(minuteBefore).length > 0).toBe(true);
    }),
    runs,
  );
});

test("an early no allows exactly its one considered reply: by the same channel, bringing something, and once", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, (plan, dossier) => {
      const early = { id: objectionId, kind: "reflex", words: "Not interested", at: now, channel: plan.channel };
      const said = { ...dossier, objections: [...dossier.objections.filter(({ id }) => id !== objectionId), early] };
      const within = { ...plan, at: new Date(now.getTime() + 3_600_000) };
      const isOpen = (reply: typeof plan, known = said) => !judge(reply, known).reasons.some(({ rule }) => rule === "C5");
      const reply = {
        ...within,
        answersObjectionId: objectionId,
        offer: { kind: "news" as const, assetId: null, text: "The audit rule has changed" },
      };
      // a firm no or too many end it all, and a touch planned or made in reply was the one
      fc.pre(
        said.objections.every(({ kind }) => kind !== "final") && said.planned.every((each) => each.answersObjectionId !== objectionId),
      );
      fc.pre(said.objections.length < policy.noes.most);
      // of two noes at one instant the judge takes one
      fc.pre(said.objections.every(({ id, at }) => id === objectionId || at < now));
      const other = plan.channel === "email" ? ("phone" as const) : ("email" as const);
      const replied = {
        ...said,
        planned: [
          ...said.planned,
          { id: "r", at: daysFromNow(2), channel: plan.channel, by: "Omar", answersObjectionId: objectionId, urgentFactId: null },
        ],
      };
      expect([
        isOpen(reply),
        isOpen({ ...reply, channel: other }),
        isOpen({ ...reply, answersObjectionId: null }),
        isOpen(reply, replied),
      ]).toEqual([true, false, false, false]);
    }),
    runs,
  );
});

test("more value never makes a verdict harsher", () => {
  const better = [
    (plan: Plan): Plan => ({ ...plan, helps: "Shows Munster Wells which pumps fail the new audit" }),
    (plan: Plan): Plan => ({ ...plan, offer: { kind: "asset", assetId, text: "" } }),
    (plan: Plan): Plan => ({
      ...plan,
      draft: "Dear Jill, since we changed loggers two years ago matters to you: here it is. No reply needed.",
    }),
    (plan: Plan): Plan => ({ ...plan, ask: "none" }),
  ];
  fc.assert(
    fc.property(anyPlan, anyDossier, fc.constantFrom(...better), (plan, dossier, improve) => {
      const before = judge(plan, dossier);
      const after = judge(improve(plan), dossier);
      fc.pre(after.value.points >= before.value.points);
      expect(gravity(after)).toBeLessThanOrEqual(gravity(before));
    }),
    runs,
  );
});

test("a longer wait never makes too soon worse", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, fc.integer({ min: 1, max: 90 * 1440 }), (plan, dossier, minutes) => {
      // what lies ahead may stand in the way later; what lies behind fades
      const known = { ...dossier, planned: [], agreedDays: [], company: dossier.company.filter(({ at }) => at <= now), terms: null };
      const judged = (at: Date) => judge({ ...plan, at, urgentFactId: null }, known);
      const tooSoon = (at: Date) => judged(at).reasons.filter(({ rule, severity }) => rule === "D1" && severity === "reschedule").length;
      // an answer they wait for comes at any time until they no longer do
      fc.pre(judged(plan.at).value.askedFor === null);
      expect(tooSoon(new Date(plan.at.getTime() + minutes * 60_000))).toBeLessThanOrEqual(tooSoon(plan.at));
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
