import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { findScheduled, type PlannedRow, toPlan } from "#lib/schedule/queries.ts";
import { confirm, hold, type Occasion, type Writer } from "#lib/schedule/store.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { clear, scoreFollowUp } from "#lib/scoring/score-follow-up.ts";

/** Judges what is planned with a prospect again, soonest first, because something changed; what no longer passes is held with its reason. The caller holds the prospect's lock. */
export async function rejudge(writer: Writer, prospectId: string, occasion: Occasion): Promise<{ held: number }> {
  const { tx, orgId } = writer;
  let held = 0;
  for (const row of await findScheduled(tx, orgId, prospectId)) {
    if (!(await isStillWelcome(writer, row, occasion))) held += 1;
  }
  if (held > 0) await refreshPulse(tx, orgId, [prospectId]);
  return { held };
}

/** Judges one scheduled follow-up again and keeps or holds it. The caller holds the prospect's lock. */
export async function isStillWelcome(writer: Writer, row: PlannedRow, occasion: Occasion): Promise<boolean> {
  const { tx, orgId, now } = writer;
  const dossier = await readDossier(tx, orgId, row.prospectId, row.id);
  const policy = await readPolicy(tx, orgId);
  const plan = toPlan(row);
  const override = row.decision.overrideReason ? { reason: row.decision.overrideReason } : null;
  const verdict = scoreFollowUp(plan, dossier, policy, now, { override, isDue: plan.at <= now });
  const evidence = { dossier, policyVersion: policy.version, occasion };
  const clearance = clear(verdict);
  if (clearance) {
    await confirm(writer, row.id, clearance, evidence);
    return true;
  }
  await hold(writer, row.id, verdict, evidence);
  const data = { occasion, rule: verdict.reasons[0]?.rule ?? null, channel: plan.channel, at: plan.at.toISOString() };
  await recordEvent(writer, { kind: "follow-up.held", prospectId: row.prospectId, subjectId: row.id, data });
  return false;
}
