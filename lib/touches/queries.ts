import "server-only";
import { readCursor, toPage, type Page } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { matching } from "#lib/prospects/list-sql.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import { consents, decisions, edits, plans, settled, stages, touches } from "#lib/touches/timeline-sql.ts";
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
  all: [touches, consents, stages, decisions, settled, edits],
  touches: [touches],
  replies: [touches],
  consent: [consents],
  stage: [stages],
  plans: [plans, settled],
  refusals: [decisions],
  changes: [edits],
} satisfies Record<Show, ((wanted: never) => Prisma.Sql)[]>;

export type FoundProspect = { id: string; name: string; company: string | null; jobTitle: string | null };

/** At most eight prospects for a few letters: own records and names that begin with them first. */
export function searchProspectsForLog(actor: Actor, query: string): Promise<FoundProspect[]> {
  const folded = foldForSearch(query);
  if (folded.length < 2) return Promise.resolve([]);
  const wanted = Prisma.join([visibleTo(actor, "p"), Prisma.sql`p."archivedAt" IS NULL`, ...matching(query)], " AND ");
  return db.$queryRaw<FoundProspect[]>`
    SELECT p.id, p.name, c.name AS company, p."jobTitle"
      FROM (SELECT * FROM "Prospect" p WHERE ${wanted} LIMIT 200) p
      LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
     ORDER BY starts_with(p."searchText", ${folded}) DESC, p."ownerId" = ${actor.userId}::uuid DESC, lower(p.name), p.id LIMIT 8`;
}
