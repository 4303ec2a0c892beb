import "server-only";
import { type PulseReading, readPulse } from "#lib/cadence/read-pulse.ts";
import type { Assessment } from "#lib/cadence/rhythm.ts";
import { isSenior } from "#lib/cadence/seat.ts";
import { type DealListQuery } from "#lib/deals/list.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { type Page, readCursor, toPage, writeCursor } from "#lib/keyset.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { byInstant, pageSize, readPage } from "#lib/platform/read-page.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { inState } from "#lib/prospects/list-sql.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type StageOption = { id: string; name: string; kind: "open" | "won" | "lost"; usualDays: number };

export async function listStages(actor: Actor): Promise<StageOption[]> {
  const stages = await db.stage.findMany({
    where: { orgId: actor.orgId },
    select: { id: true, name: true, kind: true, usualDays: true },
    orderBy: { position: "asc" },
  });
  return stages as StageOption[];
}

export type DealCard = {
  id: string;
  title: string;
  amount: number;
  currency: string;
  agreed: boolean;
  stageId: string;
  stageSince: Date;
  version: number;
  closeOn: Date | null;
  closeOnFrom: string | null;
  prospectId: string | null;
  prospectName: string | null;
  companyId: string | null;
  companyName: string | null;
  ownerName: string;
  pausedUntil: Date | null;
  /** The next open step, or what was last agreed or hoped about the stage. */
  step: string | null;
  stepDueOn: Date | null;
  stepAgreed: boolean | null;
};

const columnSize = 50;
/** What a card or a row says about a deal, over the deals chosen as d. */
const cardOf = Prisma.sql`
  d.id, d.title, d.amount::float8 AS amount, d.currency, d.agreed, d."stageId", d."stageSince", d.version, d."closeOn", d."closeOnFrom",
  p.id AS "prospectId", p.name AS "prospectName", p."pausedUntil", c.id AS "companyId", c.name AS "companyName", o.name AS "ownerName",
  coalesce(step.what, word.agreement) AS step, step."dueOn" AS "stepDueOn", coalesce(step.agreed, word.agreed) AS "stepAgreed"`;
const besides = Prisma.sql`
  JOIN "Member" o ON o."orgId" = d."orgId" AND o."userId" = d."ownerId"
  LEFT JOIN "Prospect" p ON p."orgId" = d."orgId" AND p.id = d."prospectId" AND p."erasedAt" IS NULL
  LEFT JOIN "Company" c ON c."orgId" = d."orgId" AND c.id = d."companyId"
  LEFT JOIN LATERAL (SELECT n.what, n."dueOn", n.agreed FROM "NextStep" n
     WHERE n."orgId" = d."orgId" AND n."prospectId" = d."prospectId" AND n."settledAt" IS NULL AND (n."dealId" = d.id OR n."dealId" IS NULL)
     ORDER BY (n."dealId" = d.id) DESC NULLS LAST, n."dueOn" NULLS LAST, n.id LIMIT 1) step ON true
  LEFT JOIN LATERAL (SELECT h.agreement, h.agreed FROM "StageChange" h
     WHERE h."orgId" = d."orgId" AND h."dealId" = d.id AND h."stageId" = d."stageId" ORDER BY h.at DESC, h.id DESC LIMIT 1) word ON true`;

type PulseRow = {
  unanswered: number;
  lastOutboundAt: Date | null;
  lastInboundAt: Date | null;
  nextAt: Date | null;
  stoppedAt: Date | null;
  jobTitle: string | null;
  assessment: Pick<Assessment, "fit" | "stake" | "homework"> | null;
  leftAlone: boolean;
};

/** What is asked of the person behind a deal; null where there is nobody. */
export type Pressed = { pressure: PulseReading | null; lastOutboundAt: Date | null };

/** What is stored of the person behind the deals chosen as d: a few index entries each, and no dossier. */
const pulseOf = ({ actor, now }: Context) => Prisma.sql`
  p.unanswered, p."lastOutboundAt", p."lastInboundAt", p."nextAt", p."stoppedAt", p."jobTitle", coalesce(${inState("left-alone", actor, now)}, false) AS "leftAlone",
  (SELECT json_build_object('fit', a.fit, 'stake', a.stake, 'homework', a.homework) FROM "OpportunityAssessment" a
    WHERE a."orgId" = p."orgId" AND a."prospectId" = p.id ORDER BY a."assessedAt" DESC, a.id DESC LIMIT 1) AS assessment`;

/** The deals with what is asked of each person, judged by the numbers in force. */
async function press<T extends DealCard & PulseRow>({ actor, now }: Context, reading: Promise<T[]>): Promise<(T & Pressed)[]> {
  const [deals, policy] = await Promise.all([reading, readPolicy(db, actor.orgId)]);
  const today = dateOf(localDay(actor.timeZone, now));
  return deals.map((deal) => {
    const paused = deal.pausedUntil?.toISOString().slice(0, 10);
    const states = { isPaused: paused !== undefined && paused > today, isStopped: deal.stoppedAt !== null };
    return {
      ...deal,
      pressure: deal.prospectId ? readPulse({ ...deal, ...states, isSenior: isSenior(deal.jobTitle) }, policy, now) : null,
    };
  });
}

const ownedBy = (owner: string, actor: Actor) =>
  owner ? Prisma.sql`AND d."ownerId" = ${owner === "me" ? actor.userId : owner}::uuid` : Prisma.empty;

/** Above every id of ours. */
const newest = "ffffffff-ffff-ffff-ffff-ffffffffffff";

export type BoardCard = DealCard & Pressed;

/** The newest fifty deals of each open stage, in one query; of the stage `older` names, the next fifty after its cursor. */
export function listBoard(context: Context, owner: string, older: { stage: string; cursor: string } | null = null): Promise<BoardCard[]> {
  const { actor } = context;
  const from = older && readCursor(older.cursor);
  const before = from
    ? Prisma.sql`CASE WHEN s.id = ${older.stage}::uuid THEN ${from.id}::uuid ELSE ${newest}::uuid END`
    : Prisma.sql`${newest}::uuid`;
  const cards = db.$queryRaw<(DealCard & PulseRow)[]>`
    SELECT ${cardOf}, ${pulseOf(context)}
      FROM "Stage" s
     CROSS JOIN LATERAL (SELECT d.* FROM "Deal" d
        WHERE ${visibleTo(actor, "d")} AND d."stageId" = s.id AND d."archivedAt" IS NULL AND d.id < ${before} ${ownedBy(owner, actor)}
        ORDER BY d.id DESC LIMIT ${columnSize}) d ${besides}
     WHERE s."orgId" = ${actor.orgId}::uuid AND s.kind = 'open'
     ORDER BY s.position, d.id DESC`;
  return press(context, cards);
}

/** Where the column goes on after these cards; null where they are fewer than it shows at once. */
export const olderThan = (cards: DealCard[]): string | null =>
  cards.length < columnSize ? null : writeCursor({ key: null, id: cards.at(-1)!.id, back: false });

export type StageSum = { stageId: string; currency: string; count: number; agreed: number; hoped: number };

/** Counts and sums of every stage, each currency for itself. */
export function sumStages(actor: Actor, owner: string): Promise<StageSum[]> {
  return db.$queryRaw<StageSum[]>`
    SELECT d."stageId", d.currency, count(*)::int AS count,
           coalesce(sum(d.amount) FILTER (WHERE d.agreed), 0)::float8 AS agreed, coalesce(sum(d.amount) FILTER (WHERE NOT d.agreed), 0)::float8 AS hoped
      FROM "Deal" d WHERE ${visibleTo(actor, "d")} AND d."archivedAt" IS NULL ${ownedBy(owner, actor)} GROUP BY 1, 2`;
}

export type DealRow = DealCard & { stageName: string; stageKind: StageOption["kind"]; usualDays: number };

/** One page of deals, newest first. */
export function listDeals(context: Context, query: DealListQuery): Promise<Page<DealRow & Pressed>> {
  const inStage = query.stage ? Prisma.sql`AND d."stageId" = ${query.stage}::uuid` : Prisma.empty;
  return pageOfDeals(context, Prisma.sql`${inStage} ${ownedBy(query.owner, context.actor)}`, query.cursor);
}

/** One page of the deals under a company this actor sees, newest first. */
export const listDealsAt = (context: Context, companyId: string, cursor = ""): Promise<Page<DealRow & Pressed>> =>
  pageOfDeals(context, Prisma.sql`AND d."companyId" = ${companyId}::uuid`, cursor);

async function pageOfDeals(context: Context, wanted: Prisma.Sql, cursorText: string): Promise<Page<DealRow & Pressed>> {
  const { actor } = context;
  const cursor = readCursor(cursorText);
  const order = cursor?.back ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const after = cursor ? Prisma.sql`AND d.id ${cursor.back ? Prisma.sql`>` : Prisma.sql`<`} ${cursor.id}::uuid` : Prisma.empty;
  const rows = db.$queryRaw<(DealRow & PulseRow)[]>`
    SELECT ${cardOf}, ${pulseOf(context)}, s.name AS "stageName", s.kind AS "stageKind", s."usualDays"
      FROM (SELECT d.* FROM "Deal" d WHERE ${visibleTo(actor, "d")} AND d."archivedAt" IS NULL ${wanted} ${after}
             ORDER BY d.id ${order} LIMIT ${pageSize + 1}) d
      JOIN "Stage" s ON s."orgId" = d."orgId" AND s.id = d."stageId" ${besides}
     ORDER BY d.id ${order}`;
  return toPage(await press(context, rows), pageSize, cursor, () => null);
}

export type DealRecord = DealRow & { archivedAt: Date | null; createdAt: Date; prospectVisible: boolean; companyVisible: boolean };

export async function findDeal(actor: Actor, dealId: string): Promise<DealRecord | null> {
  const rows = await db.$queryRaw<DealRecord[]>`
    SELECT ${cardOf}, s.name AS "stageName", s.kind AS "stageKind", s."usualDays", d."archivedAt", d."createdAt",
           coalesce(${visibleTo(actor, "p")}, false) AS "prospectVisible", coalesce(${visibleTo(actor, "c")}, false) AS "companyVisible"
      FROM "Deal" d JOIN "Stage" s ON s."orgId" = d."orgId" AND s.id = d."stageId" ${besides}
     WHERE ${visibleTo(actor, "d")} AND d.id = ${dealId}::uuid`;
  return rows[0] ?? null;
}

export type StageStep = { id: string; stageName: string; agreed: boolean; agreement: string | null; at: Date; byName: string | null };

/** One page of how a deal came to where it stands, latest first. */
export async function listStageChanges(actor: Actor, dealId: string, cursor = ""): Promise<Page<StageStep>> {
  const page = readPage(cursor, "highest", byInstant);
  const keys = [Prisma.sql`h.at`, Prisma.sql`h.id`];
  const rows = await db.$queryRaw<StageStep[]>`
    SELECT h.id, s.name AS "stageName", h.agreed, h.agreement, h.at, m.name AS "byName"
      FROM "StageChange" h
      JOIN "Deal" d ON d."orgId" = h."orgId" AND d.id = h."dealId" AND ${visibleTo(actor, "d")}
      JOIN "Stage" s ON s."orgId" = h."orgId" AND s.id = h."stageId"
      LEFT JOIN "Member" m ON m."orgId" = h."orgId" AND m."userId" = h."byId"
     WHERE h."orgId" = ${actor.orgId}::uuid AND h."dealId" = ${dealId}::uuid ${page.after(...keys)} ${page.order(...keys)} ${page.limit}`;
  return page.of(rows, ({ at }) => at.toISOString());
}

/** The currency the organisation counts in. */
export async function findCurrency(actor: Actor): Promise<string> {
  return (await db.organisation.findUniqueOrThrow({ where: { id: actor.orgId }, select: { currency: true } })).currency;
}
