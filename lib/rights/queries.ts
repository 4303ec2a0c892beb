import "server-only";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Page } from "#lib/keyset.ts";
import { may } from "#lib/people/roles.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { byDay, byInstant, readPage } from "#lib/platform/read-page.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import type { Ground, RequestKind, Way } from "#lib/rights/request.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type RequestRow = {
  id: string;
  prospectId: string;
  /** Null once they are erased. */
  name: string | null;
  ownerName: string;
  kind: RequestKind;
  state: "open" | "done" | "refused";
  cameBy: Way;
  law: string;
  about: string | null;
  words: string | null;
  receivedAt: Date;
  dueOn: string;
  isOverdue: boolean;
  extendedBecause: string | null;
  recordedBy: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  ground: Ground | null;
  answer: string | null;
};

const requests = (actor: Actor, today: string) => Prisma.sql`
  SELECT r.id, r."prospectId", CASE WHEN p."erasedAt" IS NULL THEN p.name END AS name, o.name AS "ownerName", r.kind, r.state, r."cameBy", r.law, r.about, r.words,
         r."receivedAt", r."dueOn"::text AS "dueOn", r.state = 'open' AND r."dueOn" < ${today}::date AS "isOverdue", r."extendedBecause", w.name AS "recordedBy",
         r."answeredAt", a.name AS "answeredBy", r.ground, r.answer
    FROM "DataRequest" r
    JOIN "Prospect" p ON p."orgId" = r."orgId" AND p.id = r."prospectId"
    JOIN "Member" o ON o."orgId" = p."orgId" AND o."userId" = p."ownerId"
    LEFT JOIN "Member" w ON w."orgId" = r."orgId" AND w."userId" = r."recordedById"
    LEFT JOIN "Member" a ON a."orgId" = r."orgId" AND a."userId" = r."answeredById"
   WHERE r."orgId" = ${actor.orgId}::uuid`;

const todayOf = ({ actor, now }: Context) => dateOf(localDay(actor.timeZone, now));

/** One page of the organisation's queue, the first due first, or of its answers, the latest first; empty for whoever may not answer. */
export async function listRequests(context: Context, show: "open" | "answered", cursor = ""): Promise<Page<RequestRow>> {
  const { actor } = context;
  if (!may(actor, "answer-data-requests")) return { rows: [], next: null, previous: null };
  const isOpen = show === "open";
  const page = isOpen ? readPage(cursor, "lowest", byDay) : readPage(cursor, "highest", byInstant);
  const keys = [isOpen ? Prisma.sql`r."dueOn"` : Prisma.sql`r."answeredAt"`, Prisma.sql`r.id`];
  const rows = await db.$queryRaw<RequestRow[]>`
    ${requests(actor, todayOf(context))} AND ${isOpen ? Prisma.sql`r.state = 'open'` : Prisma.sql`r.state <> 'open'`} ${page.after(...keys)}
    ${page.order(...keys)} ${page.limit}`;
  return page.of(rows, ({ dueOn, answeredAt }) => answeredAt?.toISOString() ?? dueOn);
}

/** How many requests wait, and how many of them are overdue; counting ends at a hundred. */
export async function countOpenRequests(context: Context): Promise<{ open: number; overdue: number }> {
  const { actor } = context;
  if (!may(actor, "answer-data-requests")) return { open: 0, overdue: 0 };
  const [row] = await db.$queryRaw<{ open: number; overdue: number }[]>`
    SELECT count(*)::int AS open, (count(*) FILTER (WHERE first."dueOn" < ${todayOf(context)}::date))::int AS overdue
      FROM (SELECT r."dueOn" FROM "DataRequest" r WHERE r."orgId" = ${actor.orgId}::uuid AND r.state = 'open' ORDER BY r."dueOn", r.id LIMIT 100) first`;
  return row!;
}

/** What is still open with a prospect the actor sees, for their record. */
export function listOpenRequestsOf(context: Context, prospectId: string): Promise<RequestRow[]> {
  const { actor } = context;
  return db.$queryRaw<RequestRow[]>`
    ${requests(actor, todayOf(context))} AND ${visibleTo(actor, "p")} AND r."prospectId" = ${prospectId}::uuid AND r.state = 'open' ORDER BY r."dueOn", r.id`;
}

export type Going = {
  addresses: number;
  facts: number;
  touches: number;
  planned: number;
  decisions: number;
  ledger: number;
  deals: number;
  steps: number;
  /** Other records with the same e-mail address, which may be the same person or share a mailbox. */
  namesakes: { id: string; name: string; companyName: string | null; ownerName: string }[];
};

/** One request with what erasing would take, or null if it is not the organisation's or the actor may not answer. */
export async function findRequest(context: Context, id: string): Promise<(RequestRow & { going: Going }) | null> {
  const { actor } = context;
  if (!may(actor, "answer-data-requests")) return null;
  const [row] = await db.$queryRaw<(RequestRow & { going: Going })[]>`
    SELECT found.*, ${going} AS going FROM (${requests(actor, todayOf(context))} AND r.id = ${id}::uuid) found
      JOIN "Prospect" p ON p."orgId" = ${actor.orgId}::uuid AND p.id = found."prospectId"`;
  return row ?? null;
}

const count = (table: string, where = Prisma.empty) =>
  Prisma.sql`(SELECT count(*)::int FROM ${Prisma.raw(`"${table}"`)} t WHERE t."orgId" = p."orgId" AND t."prospectId" = p.id ${where})`;

const going = Prisma.sql`json_build_object(
  'addresses', ${count("ContactPoint")}, 'facts', ${count("Fact")}, 'touches', ${count("Touchpoint")}, 'decisions', ${count("GateDecision")},
  'planned', ${count("FollowUp", Prisma.sql`AND t.state IN ('scheduled', 'held')`)}, 'ledger', ${count("ConsentEvent")}, 'deals', ${count("Deal")},
  'steps', ${count("NextStep")},
  'namesakes', (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('id', other.id, 'name', other.name, 'companyName', c.name, 'ownerName', m.name)), '[]')
      FROM "ContactPoint" own JOIN "ContactPoint" same ON same."orgId" = own."orgId" AND same.kind = own.kind AND same.normalised = own.normalised AND same."prospectId" <> p.id
      JOIN "Prospect" other ON other."orgId" = same."orgId" AND other.id = same."prospectId"
      JOIN "Member" m ON m."orgId" = other."orgId" AND m."userId" = other."ownerId"
      LEFT JOIN "Company" c ON c."orgId" = other."orgId" AND c.id = other."companyId"
     WHERE own."orgId" = p."orgId" AND own."prospectId" = p.id AND own.kind = 'email'))`;
