import "server-only";
import { readCursor, toPage, type Page } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { consents, decisions, edits, endings, merges, plans, settled, stages, touches } from "#lib/touches/timeline-sql.ts";
import { type Show, type TimelineEntry, type TimelineRow, toEntry } from "#lib/touches/timeline.ts";
import { Prisma } from "#prisma/generated/client.ts";

export const timelinePageSize = 30;

/** What happened with a prospect, latest first: one query over touches, the ledger, stages and the gate; empty for whoever may not see them. */
export async function findTimeline(
  actor: Actor,
  prospectId: string,
  { before = null, show = "all" }: { before?: string | null; show?: Show } = {},
): Promise<Page<TimelineEntry>> {
  const cursor = readCursor(before);
  const parts = branches[show].map((branch) => branch({ orgId: actor.orgId, prospectId, cursor, limit: timelinePageSize + 1, show }));
  const rows = await db.$queryRaw<TimelineRow[]>`
    SELECT entry.id, entry.at, entry.source, entry.data, m.name AS by, coalesce(p."givenName", p.name) AS who
      FROM (${Prisma.join(parts, " UNION ALL ")}) entry
      JOIN "Prospect" p ON ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid AND p."erasedAt" IS NULL
      LEFT JOIN "Member" m ON m."orgId" = p."orgId" AND m."userId" = entry."byId"
     ORDER BY entry.at DESC, entry.id DESC LIMIT ${timelinePageSize + 1}`;
  const page = toPage(rows, timelinePageSize, cursor, ({ at }) => at.toISOString());
  return { ...page, rows: page.rows.map(toEntry) };
}

const branches = {
  all: [touches, consents, stages, decisions, settled, merges, edits, endings],
  touches: [touches],
  replies: [touches],
  consent: [consents],
  stage: [stages],
  plans: [plans, settled],
  refusals: [decisions],
  changes: [edits, endings, merges],
} satisfies Record<Show, ((wanted: never) => Prisma.Sql)[]>;
