import "server-only";
import { basisEnds, statusOfBasis } from "#lib/consent/law.ts";
import { recordConsent } from "#lib/consent/record-consent.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import type { Clearance, Verdict } from "#lib/scoring/verdict.ts";

/** Who writes: a person, or the system (`actorId` null) when time or the prospect moved. */
export type Writer = { tx: Tx; orgId: string; actorId: string | null; now: Date };
export type Occasion = "planned" | "moved" | "touch" | "preference" | "due" | "policy";

/** The schedule's only entrance: a new follow-up, on the decision that cleared it. */
export async function place(writer: Writer, clearance: Clearance, evidence: Evidence, clientKey: string | null): Promise<string> {
  const { tx, orgId, actorId, now } = writer;
  const { verdict } = clearance;
  const decisionId = await keepDecision(writer, verdict, evidence, true);
  await keepStatedBasis(writer, verdict.plan);
  const id = newId(now);
  await tx.followUp.create({
    data: {
      ...columns(verdict.plan),
      orgId,
      id,
      ownerId: actorId!,
      createdById: actorId,
      createdAt: now,
      clientKey,
      state: "scheduled",
      decisionId,
      decisionPassed: true,
    },
    select: { id: true },
  });
  return id;
}

/** The same follow-up, mended or moved, on a new decision. */
export async function replace(writer: Writer, id: string, clearance: Clearance, evidence: Evidence, clientKey: string): Promise<void> {
  const { tx, orgId } = writer;
  const decisionId = await keepDecision(writer, clearance.verdict, evidence, true);
  await keepStatedBasis(writer, clearance.verdict.plan);
  await tx.followUp.update({
    where: { orgId_id: { orgId, id } },
    data: {
      ...columns(clearance.verdict.plan),
      clientKey,
      state: "scheduled",
      decisionId,
      decisionPassed: true,
      heldReason: null,
      heldAt: null,
      judgedDueAt: null,
    },
    select: { id: true },
  });
}

/** Judged again and still welcome: on the new decision it stays where it is. */
export async function confirm(writer: Writer, id: string, clearance: Clearance, evidence: Evidence): Promise<void> {
  const { tx, orgId, now } = writer;
  const decisionId = await keepDecision(writer, clearance.verdict, evidence, true);
  const judgedDueAt = evidence.occasion === "due" ? now : undefined;
  await tx.followUp.update({
    where: { orgId_id: { orgId, id } },
    data: { decisionId, decisionPassed: true, judgedDueAt },
    select: { id: true },
  });
}

/** Taken off with the reason the rep reads; it can be mended or dropped. */
export async function hold(writer: Writer, id: string, verdict: Verdict, evidence: Evidence): Promise<void> {
  const { tx, orgId, now } = writer;
  const decisionId = await keepDecision(writer, verdict, evidence, false);
  const heldReason = verdict.reasons[0]?.sentence ?? verdict.sentence;
  await tx.followUp.update({
    where: { orgId_id: { orgId, id } },
    data: { state: "held", heldReason, heldAt: now, decisionId, decisionPassed: false, judgedDueAt: now },
    select: { id: true },
  });
}

/** Taken off because no judge could answer; the last decision stays beside it. */
export async function holdUnjudged({ tx, orgId, now }: Writer, id: string): Promise<void> {
  const heldReason = "This could not be judged, so it waits. Open it and plan it again.";
  await tx.followUp.update({
    where: { orgId_id: { orgId, id } },
    data: { state: "held", heldReason, heldAt: now, judgedDueAt: now },
    select: { id: true },
  });
}

/** Done or cancelled: it leaves the schedule and stays in the record. */
export async function settle({ tx, orgId, now }: Writer, id: string, state: "done" | "cancelled"): Promise<void> {
  await tx.followUp.update({ where: { orgId_id: { orgId, id } }, data: { state, settledAt: now }, select: { id: true } });
}

/** Open follow-ups go with the record to its new owner; who does them changes, not what was judged. */
export async function giveTo(tx: Tx, orgId: string, prospectId: string, ownerId: string): Promise<void> {
  await tx.followUp.updateMany({ where: { orgId, prospectId, state: { in: ["scheduled", "held"] } }, data: { ownerId } });
}

/** What a decision rested on, besides the plan. */
export type Evidence = { dossier: Dossier; policyVersion: number; occasion: Occasion };

/** Every verdict is kept with all its reasons and inputs, so that it can be explained and replayed. */
export async function keepDecision(
  { tx, orgId, actorId, now }: Writer,
  verdict: Verdict,
  { dossier, policyVersion, occasion }: Evidence,
  passed: boolean,
): Promise<string> {
  const { plan, value, consent, cadence, reasons, override } = verdict;
  const id = newId(now);
  const consentScore = { yes: 100, confirm: 50, later: 0, no: 0 }[consent.passes];
  const refusedBy = passed ? null : (reasons[0]?.rule ?? null);
  // by hand: the inputs are large, and the client would turn them into JSON twice on the hottest write there is
  await tx.$executeRaw`/* prepared: decision */
    INSERT INTO "GateDecision" ("orgId", id, "prospectId", channel, at, occasion, verdict, passed, "consentPassed", value, bar, consent, cadence, reasons,
      "refusedBy", inputs, "policyVersion", "nextAllowedAt", "overrideLevel", "overrideReason", "byId", "judgedAt")
    VALUES (${orgId}::uuid, ${id}::uuid, ${plan.prospectId}::uuid, ${plan.channel}, ${plan.at}, ${occasion}, ${verdict.kind}, ${passed}, ${consent.passes === "yes"},
      ${value.points}::int, ${value.bar}::int, ${consentScore}::int, ${cadence.points}::int, ${JSON.stringify(reasons)}::jsonb,
      ${refusedBy}, ${JSON.stringify({ plan, dossier })}::jsonb, ${policyVersion}::int, ${verdict.nextAllowedAt}, ${override ? "manager" : "none"},
      ${override?.reason ?? null}, ${actorId}::uuid, ${now})`;
  return id;
}

/** C9: a basis the rep stated becomes a line of the ledger the moment a plan rests on it. */
async function keepStatedBasis(writer: Writer, { basis, channel, prospectId }: Plan): Promise<void> {
  if (!basis) return;
  const entry = {
    prospectId,
    channel,
    status: statusOfBasis[basis.kind],
    saidBy: "rep",
    method: "other",
    basis: basis.kind,
    evidence: basis.note || null,
    effectiveTo: basisEnds(basis.kind, writer.now),
  } as const;
  await recordConsent(writer, [entry]);
}

function columns({ prospectId, channel, at, ask, offer, helps, draft, answersObjectionId, urgentFactId }: Plan) {
  return {
    prospectId,
    channel,
    at,
    askSize: ask,
    offerKind: offer.kind,
    offerAssetId: offer.kind === "asset" ? offer.assetId : null,
    offerText: offer.text || null,
    helps,
    draft: draft || null,
    answersObjectionId,
    urgentFactId,
  };
}
