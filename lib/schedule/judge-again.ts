import "server-only";
import { recordEvents } from "#lib/events/record-event.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { refreshNextAt } from "#lib/prospects/refresh-pulse.ts";
import { type ScheduledRow, toPlan } from "#lib/schedule/queries.ts";
import { type Evidence, hold, type Occasion, type Refused, type SqlWriter } from "#lib/schedule/store.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { clear, scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import type { Clearance, Verdict } from "#lib/scoring/verdict.ts";

export type Known = { dossier: Dossier; policy: Policy; now: Date; occasion: Occasion };
type Settled = { plan: Plan; clearance: Clearance | null };
export type JudgedAgain = Settled & { id: string; verdict: Verdict | null; evidence: Evidence };

/**
 * Judges what is scheduled with one prospect – all of it, or `only` one – on one dossier, soonest first. Each has the earlier ones beside it that still
 * stand, and not the later, so that of two that do not fit together the sooner stays.
 */
export function judgeAgain(rows: ScheduledRow[], { dossier, policy, now, occasion }: Known, only: string | null = null): JudgedAgain[] {
  const standing = new Set<string>();
  return rows.flatMap((row) => {
    if (only !== null && row.id !== only) return (standing.add(row.id), []);
    const beside = { ...dossier, planned: dossier.planned.filter(({ id }) => standing.has(id)) };
    const evidence = { dossier: beside, policyVersion: policy.version, occasion, overrideById: row.overrideById };
    const plan = toPlan(row);
    const verdict = judgeClosed(row, plan, beside, policy, now);
    const clearance = verdict && clear(verdict);
    if (clearance) standing.add(row.id);
    return [{ id: row.id, plan, verdict, clearance, evidence }];
  });
}

/** A judge that throws refuses (fail closed): one plan that cannot be judged must not stop the others. */
function judgeClosed({ id, overrideReason }: ScheduledRow, plan: Plan, dossier: Dossier, policy: Policy, now: Date) {
  try {
    return scoreFollowUp(plan, dossier, policy, now, {
      override: overrideReason ? { reason: overrideReason } : null,
      isDue: plan.at <= now,
    });
  } catch (error) {
    console.error(`follow-up ${id} could not be judged:`, error);
    return null;
  }
}

/** Holds those that did not pass again, with their events, and brings their prospects' next date up to date; how many. The caller holds the prospects' locks. */
export async function takeOff(writer: SqlWriter, judged: (Refused & Settled)[]): Promise<number> {
  const refused = judged.filter(({ clearance }) => !clearance);
  if (refused.length === 0) return 0;
  await hold(writer, refused);
  await recordEvents(
    writer,
    refused.map(({ id, plan, verdict, evidence }) => ({
      ...{ kind: "follow-up.held", prospectId: plan.prospectId, subjectId: id },
      data: { occasion: evidence.occasion, rule: verdict?.reasons[0]?.rule ?? null, channel: plan.channel, at: plan.at.toISOString() },
    })),
  );
  await refreshNextAt(writer.tx, writer.orgId, [...new Set(refused.map(({ plan }) => plan.prospectId))]);
  return refused.length;
}
