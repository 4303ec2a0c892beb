import "server-only";
import type { Sql, Tx } from "#lib/platform/db.ts";
import { Prisma } from "#prisma/generated/client.ts";

/**
 * Derives the pulse of these prospects (last contacts, unanswered streak, next date, pause, stop, first e-mail) from what happened,
 * in the transaction that changed it. One statement, however many (of plain sub-selects: planning a join of them costs more than running it);
 * rows that stay the same are not written.
 * A stop on every channel stands until the person says otherwise themselves (C4), read as `stoppedAltogether` reads it; touches replaced by a
 * correction do not count.
 */
export async function refreshPulse(tx: Tx, orgId: string, prospectIds: string[]): Promise<void> {
  if (prospectIds.length === 0) return;
  const theirs = (alias: string) =>
    Prisma.sql`${Prisma.raw(alias)}."orgId" = ${orgId}::uuid AND ${Prisma.raw(alias)}."prospectId" = wanted.id`;
  await tx.$executeRaw`/* prepared: pulse */
    WITH pulse AS MATERIALIZED (
      SELECT wanted.id, reply.at AS inbound,
             (SELECT max(t.at) FROM "Touchpoint" t WHERE ${theirs("t")} AND t."replacedById" IS NULL AND t.direction = 'out'
                 AND t.disposition NOT IN ('bounced', 'out_of_office')) AS outbound,
             (SELECT count(*)::int FROM "Touchpoint" t WHERE ${theirs("t")} AND t."replacedById" IS NULL AND t.direction = 'out'
                 AND t.disposition NOT IN ('bounced', 'out_of_office') AND t.at > coalesce(reply.at, '-infinity')) AS unanswered,
             (SELECT min(f.at) FROM "FollowUp" f WHERE ${theirs("f")} AND f.state = 'scheduled') AS next,
             (SELECT v."pausedUntil" FROM "CommunicationPreference" v WHERE ${theirs("v")} ORDER BY v.version DESC LIMIT 1) AS paused,
             (SELECT min(stop."effectiveFrom") FROM "ConsentEvent" stop
               WHERE ${theirs("stop")} AND stop.channel = 'any' AND stop.status IN ('objected', 'withdrawn') AND NOT EXISTS (
                 SELECT FROM "ConsentEvent" word WHERE ${theirs("word")} AND word."saidBy" = 'person' AND word."effectiveFrom" > stop."effectiveFrom"
                    AND ((word.status = 'express' AND (word."effectiveTo" IS NULL OR word."effectiveTo" > now()))
                      OR (word.status = 'undone' AND stop.status = 'objected' AND stop."saidBy" = 'person'
                          AND word."effectiveFrom" <= stop."effectiveFrom" + interval '10 minutes')))) AS stopped,
             (SELECT a.value FROM "ContactPoint" a WHERE ${theirs("a")} AND a.kind = 'email' AND a."invalidAt" IS NULL
               ORDER BY a."isPrimary" DESC, a.id LIMIT 1) AS email
        FROM unnest(${prospectIds}::uuid[]) AS wanted(id)
       CROSS JOIN LATERAL (
         SELECT max(t.at) AS at FROM "Touchpoint" t WHERE ${theirs("t")} AND t."replacedById" IS NULL
            AND t.disposition NOT IN ('sent', 'no_answer', 'voicemail', 'bounced', 'out_of_office')) reply)
    UPDATE "Prospect" p
       SET "lastOutboundAt" = pulse.outbound, "lastInboundAt" = pulse.inbound, unanswered = pulse.unanswered, "nextAt" = pulse.next,
           "pausedUntil" = pulse.paused, "stoppedAt" = pulse.stopped, "primaryEmail" = pulse.email
      FROM pulse
     WHERE p."orgId" = ${orgId}::uuid AND p.id = pulse.id
       AND (p."lastOutboundAt", p."lastInboundAt", p.unanswered, p."nextAt", p."pausedUntil", p."stoppedAt", p."primaryEmail")
           IS DISTINCT FROM (pulse.outbound, pulse.inbound, pulse.unanswered, pulse.next, pulse.paused, pulse.stopped, pulse.email)`;
}

/** The part of the pulse that planning moves: the next date. */
export async function refreshNextAt(tx: Pick<Sql, "$executeRaw">, orgId: string, prospectIds: string[]): Promise<void> {
  await tx.$executeRaw`/* prepared: next-at */
    UPDATE "Prospect" p
       SET "nextAt" = (SELECT min(f.at) FROM "FollowUp" f WHERE f."orgId" = p."orgId" AND f."prospectId" = p.id AND f.state = 'scheduled')
     WHERE p."orgId" = ${orgId}::uuid AND p.id = ANY(${prospectIds}::uuid[])`;
}
