import "server-only";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db, type Sql, type Tx } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Whether this submit was already taken – here or for another prospect – and whether the follow-up to change is still open on this prospect. */
export async function findByClientKey(
  tx: Tx,
  { orgId }: Actor,
  prospectId: string,
  { clientKey, followUpId }: { clientKey: string; followUpId: string | null },
): Promise<{ same: string | null; elsewhere: boolean; open: boolean }> {
  const rows = await tx.$queryRaw<{ id: string; prospectId: string; clientKey: string | null; state: string }[]>`/* prepared: client-key */
    SELECT id, "prospectId", "clientKey", state FROM "FollowUp"
     WHERE "orgId" = ${orgId}::uuid AND ("clientKey" = ${clientKey}::uuid OR (id = ${followUpId}::uuid AND "prospectId" = ${prospectId}::uuid))`;
  const taken = rows.find((row) => row.clientKey === clientKey);
  const target = rows.find(({ id }) => id === followUpId);
  const elsewhere = taken !== undefined && taken.prospectId !== prospectId;
  return { same: elsewhere ? null : (taken?.id ?? null), elsewhere, open: target?.state === "scheduled" || target?.state === "held" };
}

const isStopped = Prisma.sql`
  stop_in_force(f."orgId", f."prospectId", f.channel, f.at) IS NOT NULL OR is_suppressed(f."orgId", f."prospectId", f.channel)`;

// what a judge may still let pass, on their own word
const isDoubtful = Prisma.sql`
  (f."offerAssetId" IS NOT NULL AND is_about_suppressed(f."orgId", f."prospectId", f."offerAssetId"))
  OR (f.channel = 'phone' AND EXISTS (SELECT FROM registry_checks(f."orgId", f."prospectId") r WHERE r.listed))`;

export type Forbidden = { state: string | null; forbidden: "stop" | "doubt" | null };

/** Where a follow-up stands, and whether what was said or listed since may forbid it. */
export async function isForbidden({ tx, orgId }: { tx: Pick<Sql, "$queryRaw">; orgId: string }, id: string): Promise<Forbidden> {
  const [row] = await tx.$queryRaw<Forbidden[]>`
    SELECT f.state, CASE WHEN ${isStopped} THEN 'stop' WHEN ${isDoubtful} THEN 'doubt' END AS forbidden
      FROM "FollowUp" f WHERE f."orgId" = ${orgId}::uuid AND f.id = ${id}::uuid`;
  return row ?? { state: null, forbidden: null };
}

/** The next people with something planned, by their ids, and whether some of it is what the ledger, the list or a registry may forbid. */
export function findStopped(
  tx: Sql,
  orgId: string,
  { after, most, sharedWith }: { after: string; most: number; sharedWith: string | null },
): Promise<{ prospectId: string; stopped: boolean }[]> {
  const known = sharedWith
    ? Prisma.sql`AND f."prospectId" IN (SELECT other."prospectId" FROM "ContactPoint" own JOIN "ContactPoint" other ON other."orgId" = own."orgId" AND other.kind = own.kind AND other.normalised = own.normalised
                                         WHERE own."orgId" = ${orgId}::uuid AND own."prospectId" = ${sharedWith}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw`
    SELECT near."prospectId", EXISTS (
             SELECT FROM "FollowUp" f WHERE f."orgId" = ${orgId}::uuid AND f."prospectId" = near."prospectId" AND f.state = 'scheduled'
                AND ((${isStopped}) OR (${isDoubtful}))) AS stopped
      FROM (SELECT DISTINCT f."prospectId" FROM "FollowUp" f
             WHERE f."orgId" = ${orgId}::uuid AND f.state = 'scheduled' AND f."prospectId" > ${after}::uuid ${known}
             ORDER BY f."prospectId" LIMIT ${most}) near
     ORDER BY near."prospectId"`;
}

const planColumns = {
  id: true,
  prospectId: true,
  channel: true,
  at: true,
  askSize: true,
  offerKind: true,
  offerAssetId: true,
  offerText: true,
  helps: true,
  draft: true,
  answersObjectionId: true,
  urgentFactId: true,
  shared: true,
  state: true,
} satisfies Prisma.FollowUpSelect;

export type PlannedRow = Prisma.FollowUpGetPayload<{ select: typeof planColumns }>;

/** A stored follow-up as the plan it was. A basis stated then stands in the ledger now. */
export function toPlan(row: PlannedRow): Plan {
  return {
    prospectId: row.prospectId,
    channel: row.channel as Plan["channel"],
    at: row.at,
    ask: row.askSize as Plan["ask"],
    offer: { kind: row.offerKind as Plan["offer"]["kind"], assetId: row.offerAssetId, text: row.offerText ?? "" },
    helps: row.helps,
    draft: row.draft ?? "",
    answersObjectionId: row.answersObjectionId,
    urgentFactId: row.urgentFactId,
    basis: null,
  };
}

/** A follow-up on the schedule, with the override it stands on if a manager gave one. */
export type ScheduledRow = PlannedRow & { overrideReason: string | null; overrideById: string | null };

/** What is scheduled with these prospects, each one's soonest first. */
export function findScheduled(tx: Pick<Sql, "$queryRaw">, orgId: string, prospectIds: string[]): Promise<ScheduledRow[]> {
  return tx.$queryRaw<ScheduledRow[]>`/* prepared: scheduled */
    SELECT f.id, f."prospectId", f.channel, f.at, f."askSize", f."offerKind", f."offerAssetId", f."offerText", f.helps, f.draft, f."answersObjectionId",
           f."urgentFactId", f.shared, f.state, d."overrideReason", CASE WHEN d."overrideLevel" = 'manager' THEN d."byId" END AS "overrideById"
      FROM "FollowUp" f JOIN "GateDecision" d ON d."orgId" = f."orgId" AND d.id = f."decisionId"
     WHERE f."orgId" = ${orgId}::uuid AND f."prospectId" = ANY(${prospectIds}::uuid[]) AND f.state = 'scheduled'
     ORDER BY f."prospectId", f.at, f.id`;
}

export type PlannedPerson = { id: string; companyId: string | null };

/**
 * Locks the next prospects with something scheduled, in the order of their ids and without a gap: the first is waited for, of the rest those before the
 * first that somebody else holds. So nothing is passed over, and nobody who holds one of them and wants another can be in a deadlock with us.
 */
export async function lockNextPlanned(tx: Sql, orgId: string, after: string | null, most: number): Promise<PlannedPerson[]> {
  const from = after === null ? Prisma.empty : Prisma.sql`AND "prospectId" > ${after}::uuid`;
  const next = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "prospectId" AS id FROM "FollowUp" WHERE "orgId" = ${orgId}::uuid AND state = 'scheduled' ${from} ORDER BY 1 LIMIT ${most}`;
  const lock = (ids: string[], unlessHeld: Prisma.Sql) => tx.$queryRaw<PlannedPerson[]>`
    SELECT id, "companyId" FROM "Prospect" WHERE "orgId" = ${orgId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE ${unlessHeld}`;
  const [first, ...rest] = next.map(({ id }) => id);
  if (!first) return [];
  const locked = [...(await lock([first], Prisma.empty)), ...(await lock(rest, Prisma.sql`SKIP LOCKED`))];
  const gap = locked.findIndex(({ id }, i) => id !== next[i]!.id);
  return gap < 0 ? locked : locked.slice(0, gap);
}

/** One follow-up the actor may work with, or null. */
export async function findFollowUp(tx: Pick<Tx, "followUp" | "$queryRaw">, actor: Actor, id: string): Promise<PlannedRow | null> {
  const [visible] = await tx.$queryRaw<unknown[]>`
    SELECT FROM "FollowUp" f JOIN "Prospect" p ON p."orgId" = f."orgId" AND p.id = f."prospectId" WHERE ${visibleTo(actor, "p")} AND f.id = ${id}::uuid`;
  return visible ? tx.followUp.findUnique({ where: { orgId_id: { orgId: actor.orgId, id } }, select: planColumns }) : null;
}

/** One follow-up the actor may work with, outside a transaction. */
export const findVisibleFollowUp = (actor: Actor, id: string) => findFollowUp(db, actor, id);
