import { type CadenceJudgement, judgeCadence } from "#lib/cadence/judge-cadence.ts";
import { type ConsentJudgement, judgeConsent } from "#lib/consent/judge-consent.ts";
import { firstOpen, type Limit } from "#lib/follow-up/judgement.ts";
import { instantAt, localDay, localMinutes } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { bySeverity, type Reason } from "#lib/follow-up/reason.ts";
import { lint } from "#lib/language/phrases.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { headline, lead } from "#lib/scoring/headline.ts";
import { mattersOf } from "#lib/scoring/matters.ts";
import type { Clearance, Override, Verdict, VerdictKind } from "#lib/scoring/verdict.ts";
import { judgeValue } from "#lib/value/judge-value.ts";

const minute = 60_000;

/** `override`: a manager lifts value or cadence. `isDue`: its hour has come, so that it lies in the past is no fault. */
export type Circumstances = { override?: Override | null; isDue?: boolean };

/** The mission in one function: value, consent, cadence and language judge a plan, and any one of them can say no. Pure; the same in browser and server. */
export function scoreFollowUp(
  plan: Plan,
  dossier: Dossier,
  policy: Policy,
  now: Date,
  { override = null, isDue = false }: Circumstances = {},
): Verdict {
  const matters = mattersOf(plan, dossier, policy, now);
  const hits = lint(plan.draft);
  const value = judgeValue(plan, matters.value, [...hits, ...lint(plan.helps)], policy);
  const consent = judgeConsent(plan, matters.consent, policy, now);
  const cadence = judgeCadence(plan, matters.cadence, value.points, policy, now);

  const bar = barOf(cadence, value.askedFor, policy);
  const enough = value.points >= bar.bar;
  const short: Reason[] =
    enough || value.reasons.some(({ rule, severity }) => rule === "V2" && severity === "rewrite")
      ? []
      : [fallsShort(value.points, bar.bar)];
  const past: Reason[] =
    plan.at < now && !isDue
      ? [{ rule: "D8", severity: "reschedule", sentence: "That time has passed.", remedy: { do: "move", at: soon(now) } }]
      : [];
  const limits = [...consent.limits, ...cadence.limits];
  const nextAllowedAt = findNext(plan, limits, consent, now);
  const found = [...past, ...consent.reasons, ...lifted([...cadence.reasons, ...value.reasons, ...short], override)];
  const reasons = bySeverity(found.map((reason) => atGoodTime(reason, plan, limits, nextAllowedAt, matters.zone)));
  const kind = kindOf(reasons);

  const { limits: _limits, reasons: _reasons, ...rhythm } = cadence;
  const verdict = {
    kind,
    plan,
    value: { ...value, ...bar, reach: 0, enough },
    consent,
    cadence: rhythm,
    reasons,
    hits,
    nextAllowedAt,
    bestAt: nextAllowedAt,
    rank: 0,
    override,
  };
  return { ...verdict, headline: headline(verdict, matters.zone), sentence: lead(verdict) };
}

/** The only maker of a clearance: a plan that every judge lets pass, or whose value or cadence a manager lifted. */
export function clear(verdict: Verdict): Clearance | null {
  return verdict.kind === "allow" && verdict.consent.passes === "yes" ? ({ verdict } as Clearance) : null;
}

/** V1: any touch must reach the base; what was asked of them lately raises it. A touch they asked for has nothing to reach (V2). */
function barOf(
  { state, pressure, capacity }: CadenceJudgement,
  askedFor: string | null,
  { value }: Policy,
): { bar: number; base: number; asked: number } {
  if (askedFor) return { bar: 0, base: 0, asked: 0 };
  const base = value.base[state];
  const asked = Math.min(value.max - base, Math.round((value.asked * pressure) / capacity));
  return { bar: base + asked, base, asked };
}

function fallsShort(points: number, bar: number): Reason {
  return {
    rule: "V1",
    severity: "rewrite",
    sentence: `It brings ${tenths(points)} where ${tenths(bar)} is needed: the more was asked lately, the more it must bring.`,
    remedy: { do: "bring-something" },
  };
}

export const tenths = (points: number) => (points / 10).toFixed(1);

const kindBySeverity: Record<Reason["severity"], VerdictKind> = {
  block: "block",
  reschedule: "reschedule",
  rewrite: "rewrite",
  confirm: "confirm",
  note: "allow",
  good: "allow",
};

const kindOf = (reasons: Reason[]): VerdictKind => (reasons[0] ? kindBySeverity[reasons[0].severity] : "allow");

/** A manager's override turns what value and cadence demand into notes that stay visible. Consent's reasons never come here. */
function lifted(reasons: Reason[], override: Override | null): Reason[] {
  if (!override) return reasons;
  return reasons.map((reason) =>
    reason.severity === "rewrite" || reason.severity === "reschedule" ? { ...reason, severity: "note" } : reason,
  );
}

/** A time cannot mend what only the person can. */
function findNext(plan: Plan, limits: Limit[], consent: ConsentJudgement, now: Date): Date | null {
  if (consent.reasons.some(({ severity, rule }) => severity === "block" && rule !== "C6")) return null;
  return firstOpen(limits, plan.at > now ? plan.at : soon(now));
}

const soon = (now: Date) => new Date(Math.ceil(now.getTime() / minute) * minute);

/** A remedy that moves the plan goes where every judge is content, at the hour the rep had chosen if that hour is open that day. */
function atGoodTime(reason: Reason, plan: Plan, limits: Limit[], next: Date | null, zone: string): Reason {
  if (reason.remedy?.do !== "move") return reason;
  if (!next) return { ...reason, remedy: undefined };
  const sameHour = instantAt(zone, localDay(zone, next), localMinutes(zone, plan.at));
  const open = sameHour >= next && limits.every((limit) => limit.opens(sameHour)?.getTime() === sameHour.getTime());
  return { ...reason, remedy: { do: "move", at: open ? sameHour : next } };
}
