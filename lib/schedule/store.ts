import "server-only";
import { stateBasis } from "#lib/consent/state-basis.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Sql, Tx } from "#lib/platform/db.ts";
import { newId, newToken } from "#lib/platform/ids.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import type { Clearance, Verdict } from "#lib/scoring/verdict.ts";

/** Who writes: a person, or the system (`actorId` null) when time or the prospect moved. */
export type Writer = { tx: Tx; orgId: string; actorId: string | null; now: Date };
/** The same where many are written at once, by hand. */
export type SqlWriter = Omit<Writer, "tx"> & { tx: Sql };
export type Occasion = "planned" | "moved" | "touch" | "preference" | "due" | "policy";

/** The form's key, and whether the person sees the plan on their own page; undefined leaves that as it is. */
type Submitted = { clientKey: string; shared: boolean | undefined };

/** The schedule's only entrance: a new follow-up with the decision that cleared it, by hand and at once, as with every large row here. */
export async function place(
  writer: Writer,
  { verdict }: Clearance,
  evidence: Evidence,
  { clientKey, shared = false }: Submitted,
): Promise<string> {
  const { tx, orgId, actorId, now } = writer;
  await keepStatedBasis(writer, verdict.plan, evidence.dossier);
  const decision = decisionRow(writer, { verdict, evidence }, true);
  const followUp = {
    ...columns(verdict.plan),
    ...{ orgId, id: newId(now), ownerId: actorId, createdById: actorId, createdAt: now, clientKey, shared, revision: 0 },
    ...{ state: "scheduled", decisionId: decision.id, decisionPassed: true },
  };
  await tx.$executeRaw`/* prepared: place */
    WITH decision AS (INSERT INTO "GateDecision" SELECT * FROM jsonb_populate_record(NULL::"GateDecision", ${JSON.stringify(decision)}::jsonb))
    INSERT INTO "FollowUp" SELECT * FROM jsonb_populate_record(NULL::"FollowUp", ${JSON.stringify(followUp)}::jsonb)`;
  return followUp.id;
}

/** The same follow-up, mended or moved, on a new decision. A yes of theirs was to what it was before. */
export async function replace(
  writer: Writer,
  id: string,
  clearance: Clearance,
  evidence: Evidence,
  { clientKey, shared }: Submitted,
): Promise<void> {
  const { tx, orgId } = writer;
  const decisionId = await keepDecision(writer, clearance.verdict, evidence, true);
  await keepStatedBasis(writer, clearance.verdict.plan, evidence.dossier);
  await tx.followUp.update({
    where: { orgId_id: { orgId, id } },
    data: {
      ...columns(clearance.verdict.plan),
      clientKey,
      shared,
      acceptedAt: null,
      revision: { increment: 1 },
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

/** A follow-up that no longer passes; `verdict` is null where no judge could answer or none was asked. */
export type Refused = { id: string } & (Ruling | { verdict: null; evidence: Pick<Evidence, "occasion"> });

/** Taken off with the reason the rep reads, each on its decision; one that could not be judged keeps its last. They can be mended or dropped. */
export async function hold(writer: SqlWriter, refused: Refused[]): Promise<void> {
  const { tx, orgId, now } = writer;
  const judged = refused.filter((each): each is Refused & Ruling => each.verdict !== null);
  const kept = await keepDecisions(writer, judged, false);
  const decisions = new Map(judged.map(({ id }, i) => [id, kept[i]]));
  const held = refused.map(({ id, verdict }) => ({ id, decisionId: decisions.get(id), reason: verdict ? whyHeld(verdict) : notJudged }));
  await tx.$executeRaw`/* prepared: hold */
    UPDATE "FollowUp" f
       SET state = 'held', "heldReason" = held.reason, "heldAt" = ${now}, "judgedDueAt" = ${now},
           "decisionId" = coalesce(held."decisionId", f."decisionId"), "decisionPassed" = held."decisionId" IS NULL
      FROM jsonb_to_recordset(${JSON.stringify(held)}::jsonb) AS held(id uuid, "decisionId" uuid, reason text)
     WHERE f."orgId" = ${orgId}::uuid AND f.id = held.id`;
}

const whyHeld = ({ reasons, sentence }: Verdict) => reasons[0]?.sentence ?? sentence;
const notJudged = "This could not be judged, so it waits. Open it and plan it again.";

/** They said yes to it on their own page. */
export async function acceptShown({ tx, orgId, now }: Writer, id: string): Promise<void> {
  await tx.followUp.update({ where: { orgId_id: { orgId, id } }, data: { acceptedAt: now }, select: { id: true } });
}

/** Taken off because they said so on their own page, with their words as the reason. */
export async function takeOffAsAsked({ tx, orgId, now }: Writer, id: string, heldReason: string): Promise<void> {
  const data = { state: "held", heldReason, heldAt: now, acceptedAt: null };
  await tx.followUp.update({ where: { orgId_id: { orgId, id } }, data, select: { id: true } });
}

/** Done or cancelled: it leaves the schedule and stays in the record. */
export async function settle({ tx, orgId, now }: Writer, id: string, state: "done" | "cancelled"): Promise<void> {
  await tx.followUp.update({ where: { orgId_id: { orgId, id } }, data: { state, settledAt: now }, select: { id: true } });
}

/** Not done after all: it is held with the reason the rep reads, and comes back onto the schedule by the one door. Whether there was one. */
export async function putBack(
  { tx, now }: Pick<Writer, "tx" | "now">,
  where: { orgId: string; id: string; state: string; settledAt: Date },
  heldReason: string,
): Promise<boolean> {
  const { count } = await tx.followUp.updateMany({ where, data: { state: "held", settledAt: null, heldReason, heldAt: now } });
  return count > 0;
}

/** Open follow-ups go with the record to its new owner; who does them changes, not what was judged. */
export async function giveTo(tx: Tx, orgId: string, prospectId: string, ownerId: string): Promise<void> {
  await tx.followUp.updateMany({ where: { orgId, prospectId, state: { in: ["scheduled", "held"] } }, data: { ownerId } });
}

/** What a decision rested on, besides the plan. `overrideById` is the manager behind an override that was given before. */
export type Evidence = { dossier: Dossier; policyVersion: number; occasion: Occasion; overrideById?: string | null };
type Ruling = { verdict: Verdict; evidence: Evidence };

/** Every verdict is kept with all its reasons and inputs, so that it can be explained and replayed. */
export async function keepDecision(writer: Writer, verdict: Verdict, evidence: Evidence, passed: boolean): Promise<string> {
  const [id] = await keepDecisions(writer, [{ verdict, evidence }], passed);
  return id!;
}

async function keepDecisions(writer: SqlWriter, rulings: Ruling[], passed: boolean): Promise<string[]> {
  const rows = rulings.map((ruling) => decisionRow(writer, ruling, passed));
  // by hand and as one document: the inputs are large, and the client would turn them into JSON twice on the hottest write there is
  await writer.tx.$executeRaw`/* prepared: decisions */
    INSERT INTO "GateDecision" SELECT * FROM jsonb_populate_recordset(NULL::"GateDecision", ${JSON.stringify(rows)}::jsonb)`;
  return rows.map(({ id }) => id);
}

function decisionRow({ orgId, actorId, now }: SqlWriter, { verdict, evidence }: Ruling, passed: boolean) {
  const { plan, value, consent, cadence, reasons, override } = verdict;
  const { dossier, policyVersion, occasion, overrideById } = evidence;
  return {
    ...{ orgId, id: newId(now), prospectId: plan.prospectId, channel: plan.channel, at: plan.at, occasion },
    ...{ verdict: verdict.kind, passed, consentPassed: consent.passes === "yes", value: value.points, bar: value.bar },
    ...{ consent: { yes: 100, confirm: 50, later: 0, no: 0 }[consent.passes], cadence: cadence.points, reasons },
    ...{ refusedBy: passed ? null : (reasons[0]?.rule ?? null), inputs: { plan, dossier }, policyVersion },
    ...{ nextAllowedAt: verdict.nextAllowedAt, overrideLevel: override ? "manager" : "none", overrideReason: override?.reason ?? null },
    ...{ byId: (override && overrideById) || actorId, judgedAt: now },
  };
}

async function keepStatedBasis(writer: Writer, { basis, ...plan }: Plan, dossier: Dossier): Promise<void> {
  if (basis) await stateBasis(writer, { ...plan, basis }, dossier);
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

/** A new secret address of a member's feed; it is theirs to see once and kept nowhere. Two at the same instant cannot both stand. */
export async function insertCalendarLink({ tx, orgId, now }: Writer, userId: string): Promise<{ id: string; token: string }> {
  const { token, hash } = newToken(orgId);
  const id = newId(now);
  await tx.calendarLink.create({ data: { orgId, id, userId, tokenHash: hash, createdAt: now }, select: { id: true } });
  return { id, token };
}

/** Ends whatever link of theirs stands; how many there were. The member is locked, so that links are made one after another. */
export async function endCalendarLinks({ tx, orgId, now }: Writer, userId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM "Member" WHERE "orgId" = ${orgId}::uuid AND "userId" = ${userId}::uuid FOR NO KEY UPDATE`;
  const { count } = await tx.calendarLink.updateMany({ where: { orgId, userId, revokedAt: null }, data: { revokedAt: now } });
  return count;
}
