import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { refreshNextAt } from "#lib/prospects/refresh-pulse.ts";
import { findScheduled, type PlannedRow, toPlan } from "#lib/schedule/queries.ts";
import { confirm, hold, holdUnjudged, type Occasion, type Writer } from "#lib/schedule/store.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { clear, scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

/**
 * Judges what is planned with a prospect again because something changed – all of it, or `only` one; what no longer passes is held with its reason.
 * Each is judged with the earlier ones beside it and not the later, so that of two that do not fit together the sooner stays. The caller holds the
 * prospect's lock.
 */
export async function rejudge(
  writer: Writer,
  prospectId: string,
  occasion: Occasion,
  only: string | null = null,
): Promise<{ held: number }> {
  const { tx, orgId } = writer;
  const rows = await findScheduled(tx, orgId, prospectId);
  let held = 0;
  for (const [i, row] of rows.entries()) {
    if (only !== null && row.id !== only) continue;
    const later = rows.slice(i).map(({ id }) => id);
    if (!(await isStillWelcome(writer, row, occasion, later))) held += 1;
  }
  if (held > 0) await refreshNextAt(tx, orgId, prospectId);
  return { held };
}

async function isStillWelcome(writer: Writer, row: PlannedRow, occasion: Occasion, except: string[]): Promise<boolean> {
  const { tx, orgId, now } = writer;
  const dossier = await readDossier(tx, orgId, row.prospectId, { except, now });
  const policy = await readPolicy(tx, orgId);
  const plan = toPlan(row);
  const verdict = judgeClosed(row, plan, dossier, policy, now);
  const evidence = { dossier, policyVersion: policy.version, occasion };
  const clearance = verdict && clear(verdict);
  if (clearance) {
    await confirm(writer, row.id, clearance, evidence);
    return true;
  }
  if (verdict) await hold(writer, row.id, verdict, evidence);
  else await holdUnjudged(writer, row.id);
  const data = { occasion, rule: verdict?.reasons[0]?.rule ?? null, channel: plan.channel, at: plan.at.toISOString() };
  await recordEvent(writer, { kind: "follow-up.held", prospectId: row.prospectId, subjectId: row.id, data });
  return false;
}

/** A judge that throws refuses (fail closed): one plan that cannot be judged must not stop the others. */
function judgeClosed(row: PlannedRow, plan: Plan, dossier: Dossier, policy: Policy, now: Date): Verdict | null {
  const override = row.decision.overrideReason ? { reason: row.decision.overrideReason } : null;
  try {
    return scoreFollowUp(plan, dossier, policy, now, { override, isDue: plan.at <= now });
  } catch (error) {
    console.error(`follow-up ${row.id} could not be judged:`, error);
    return null;
  }
}
