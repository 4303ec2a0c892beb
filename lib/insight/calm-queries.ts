import "server-only";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { aboutVisible } from "#lib/platform/scope.ts";

/** Somebody who asked for a pause or a stop lately and has it still. `until` is the first day on which contact is welcome again; null: for good. */
export type Calm = {
  prospectId: string;
  name: string;
  companyName: string | null;
  ownerId: string;
  ownerName: string;
  since: Date;
  until: string | null;
  saidBy: "person" | "rep";
  /** How many asked it of this rep, and of all. */
  ofRep: number;
  total: number;
};

const fortnight = 14 * 86_400_000;
const most = 12;

/** Who asked for calm in the last fortnight, rep by rep, those first of whom most was asked (C3). Read from an index of such words alone, whatever the ledger's size. */
export function findCalm({ actor, now }: Context): Promise<Calm[]> {
  const today = dateOf(localDay(actor.timeZone, now));
  return db.$queryRaw<Calm[]>`
    WITH word AS (
      SELECT DISTINCT ON (e."prospectId") e."prospectId", e."recordedAt" AS since, e."saidBy" FROM "ConsentEvent" e
       WHERE ${aboutVisible(actor, "e")} AND e.status IN ('paused', 'objected') AND e.channel = 'any' AND e."saidBy" IN ('person', 'rep')
         AND e."recordedAt" >= ${new Date(now.getTime() - fortnight)} AND e."recordedAt" <= ${now}
       ORDER BY e."prospectId", e."recordedAt" DESC)
    SELECT p.id AS "prospectId", p.name, c.name AS "companyName", p."ownerId", o.name AS "ownerName", word.since, word."saidBy",
           CASE WHEN p."stoppedAt" IS NULL THEN p."pausedUntil"::text END AS until,
           count(*) OVER (PARTITION BY p."ownerId")::int AS "ofRep", count(*) OVER ()::int AS total
      FROM word JOIN "Prospect" p ON p."orgId" = ${actor.orgId}::uuid AND p.id = word."prospectId"
      JOIN "Member" o ON o."orgId" = p."orgId" AND o."userId" = p."ownerId"
      LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
     WHERE p."archivedAt" IS NULL AND (p."stoppedAt" IS NOT NULL OR p."pausedUntil" > ${today}::date)
     ORDER BY "ofRep" DESC, lower(o.name), p."ownerId", word.since DESC, p.id LIMIT ${most}`;
}
