import "server-only";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** How long a prospect may be silent on both sides with nothing planned before it counts as left alone (D3). */
export const silentDays = 21;

/** Left alone too long (D3): a condition over "Prospect" p. They were contacted once, may be contacted, and nobody paused us. */
export function leftAlone({ actor, now }: Context): Prisma.Sql {
  const today = Prisma.sql`${dateOf(localDay(actor.timeZone, now))}::date`;
  const silent = Prisma.sql`${new Date(now.getTime() - silentDays * 24 * 60 * 60 * 1000)}::timestamptz`;
  return Prisma.sql`p."archivedAt" IS NULL AND p."nextAt" IS NULL AND p."stoppedAt" IS NULL
    AND p."lastOutboundAt" < ${silent} AND (p."lastInboundAt" IS NULL OR p."lastInboundAt" < ${silent})
    AND (p."pausedUntil" IS NULL OR p."pausedUntil" <= ${today})`;
}
