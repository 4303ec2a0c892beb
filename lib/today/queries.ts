import "server-only";
import { dateOf, instantAt, localDay } from "#lib/follow-up/local-time.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import type { VerdictKind } from "#lib/scoring/verdict.ts";

/** In the order in which they are kept: what we promised, who came to us, what is due, what was taken off, who was left alone. */
export const queueGroups = ["promised", "answered", "due", "held", "left-alone"] as const;
export type QueueGroup = (typeof queueGroups)[number];

export type QueueRow = {
  group: QueueGroup;
  /** The next step or follow-up it stands for; the prospect where there is neither. */
  id: string;
  prospectId: string;
  name: string;
  companyName: string | null;
  timeZone: string | null;
  channel: Channel | null;
  at: Date;
  /** What they said, what was promised, or why it helps them. */
  words: string | null;
  verdict: VerdictKind | null;
  value: number | null;
  bar: number | null;
  nextAllowedAt: Date | null;
  unanswered: number;
  lastOutboundAt: Date | null;
};

/** What one looks at in a morning; the lists behind each group show the rest. */
export const perGroup = 15;
/** Silence, in days, after which somebody counts as left alone (D3); past the second number they rest. */
const silence = { from: 21, to: 180 };
const dayLength = 86_400_000;

/** The actor's own queue, in one query: each group at most one row more than it shows, the most pressing first. */
export async function findToday({ actor, now }: Context): Promise<QueueRow[]> {
  const day = localDay(actor.timeZone, now);
  const today = dateOf(day);
  const tonight = instantAt(actor.timeZone, day + 1);
  const mine = { org: actor.orgId, me: actor.userId };
  const silentSince = new Date(now.getTime() - silence.from * dayLength);
  const silentUntil = new Date(now.getTime() - silence.to * dayLength);
  return db.$queryRaw<QueueRow[]>`/* prepared: today */
    WITH queue AS (
      (SELECT 'promised' AS "group", n.id, n."prospectId", NULL::text AS channel, n."dueOn"::timestamp AT TIME ZONE ${actor.timeZone} AS at, n.what AS words, NULL::uuid AS "decisionId"
         FROM "NextStep" n JOIN "Prospect" p ON p."orgId" = n."orgId" AND p.id = n."prospectId"
        WHERE n."orgId" = ${mine.org}::uuid AND n."createdById" = ${mine.me}::uuid AND n."settledAt" IS NULL AND n."owedBy" = 'us' AND n."dueOn" <= ${today}::date
          AND ${visibleTo(actor, "p")} AND p."archivedAt" IS NULL
        ORDER BY n."dueOn" LIMIT ${perGroup + 1})
      UNION ALL
      (SELECT 'answered', p.id, p.id, t.channel, p."lastInboundAt", t."theySaid", NULL
         FROM "Prospect" p
         LEFT JOIN LATERAL (SELECT channel, "theySaid" FROM "Touchpoint" t WHERE t."orgId" = p."orgId" AND t."prospectId" = p.id AND t."replacedById" IS NULL
                             AND t.at = p."lastInboundAt" LIMIT 1) t ON true
        WHERE p."orgId" = ${mine.org}::uuid AND p."ownerId" = ${mine.me}::uuid AND p."archivedAt" IS NULL AND p."stoppedAt" IS NULL AND p."nextAt" IS NULL
          AND p."lastInboundAt" IS NOT NULL AND (p."lastOutboundAt" IS NULL OR p."lastInboundAt" > p."lastOutboundAt")
          AND p."lastInboundAt" > ${silentUntil} AND (p."pausedUntil" IS NULL OR p."pausedUntil" <= ${today}::date)
        ORDER BY p."lastInboundAt" DESC LIMIT ${perGroup + 1})
      UNION ALL
      (SELECT 'due', f.id, f."prospectId", f.channel, f.at, f.helps, f."decisionId"
         FROM "FollowUp" f
        WHERE f."orgId" = ${mine.org}::uuid AND f."ownerId" = ${mine.me}::uuid AND f.state = 'scheduled' AND f.at < ${tonight}
        ORDER BY f.at LIMIT ${perGroup + 1})
      UNION ALL
      (SELECT 'held', f.id, f."prospectId", f.channel, f.at, f."heldReason", f."decisionId"
         FROM "FollowUp" f
        WHERE f."orgId" = ${mine.org}::uuid AND f."ownerId" = ${mine.me}::uuid AND f.state = 'held'
        ORDER BY f."heldAt" DESC LIMIT ${perGroup + 1})
      UNION ALL
      (SELECT 'left-alone', p.id, p.id, NULL, p."lastOutboundAt", NULL, NULL
         FROM "Prospect" p
        WHERE p."orgId" = ${mine.org}::uuid AND p."ownerId" = ${mine.me}::uuid AND p."archivedAt" IS NULL AND p."stoppedAt" IS NULL AND p."nextAt" IS NULL
          AND p."lastOutboundAt" IS NOT NULL AND p."lastOutboundAt" < ${silentSince} AND p."lastOutboundAt" > ${silentUntil}
          AND (p."lastInboundAt" IS NULL OR p."lastInboundAt" <= p."lastOutboundAt") AND (p."pausedUntil" IS NULL OR p."pausedUntil" <= ${today}::date)
          AND NOT EXISTS (SELECT FROM "FollowUp" f WHERE f."orgId" = p."orgId" AND f."prospectId" = p.id AND f.state = 'held')
        ORDER BY p."lastOutboundAt" LIMIT ${perGroup + 1})
    )
    SELECT q."group", q.id, q."prospectId", p.name, c.name AS "companyName", coalesce(terms."timeZone", p."timeZone") AS "timeZone", q.channel, q.at, q.words,
           d.verdict, d.value, d.bar, d."nextAllowedAt", p.unanswered, p."lastOutboundAt"
      FROM queue q
      JOIN "Prospect" p ON p."orgId" = ${mine.org}::uuid AND p.id = q."prospectId"
      LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
      LEFT JOIN LATERAL (SELECT "timeZone" FROM "CommunicationPreference" v WHERE v."orgId" = p."orgId" AND v."prospectId" = p.id ORDER BY version DESC LIMIT 1) terms ON true
      LEFT JOIN "GateDecision" d ON d."orgId" = p."orgId" AND d.id = q."decisionId"
     ORDER BY array_position(ARRAY['promised', 'answered', 'due', 'held', 'left-alone'], q."group"),
              CASE WHEN q."group" IN ('answered', 'held') THEN -extract(epoch FROM q.at) ELSE extract(epoch FROM q.at) END, q.id`;
}
