import "server-only";
import { type CompanyListQuery } from "#lib/companies/list.ts";
import { type Page, readCursor, toPage } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { byWords, pageSize, readPage } from "#lib/platform/read-page.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { searchPatterns, searchWords } from "#lib/prospects/search-text.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type CompanyRow = {
  id: string;
  name: string;
  domain: string | null;
  country: string | null;
  ownerName: string;
  people: number;
  openDeals: number;
  lastTouchAt: Date | null;
  createdAt: Date;
};

const firstLetters = Prisma.sql`left(c."searchText", 100)`;

/** One page of companies by name or the newest first, with the people and open deals this actor sees there. */
export async function listCompanies(actor: Actor, query: CompanyListQuery): Promise<Page<CompanyRow>> {
  const cursor = readCursor(query.cursor);
  const isByName = query.sort === "name";
  const isUp = isByName !== (cursor?.back ?? false);
  const [beyond, up] = isUp ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`];
  const order = isByName ? Prisma.sql`${firstLetters} ${up}, c.id ${up}` : Prisma.sql`c.id ${up}`;
  const after =
    cursor &&
    (isByName
      ? Prisma.sql`(${firstLetters}, c.id) ${beyond} (${cursor.key ?? ""}, ${cursor.id}::uuid)`
      : Prisma.sql`c.id ${beyond} ${cursor.id}::uuid`);
  const wanted = [
    visibleTo(actor, "c"),
    query.state === "archived" ? Prisma.sql`c."archivedAt" IS NOT NULL` : Prisma.sql`c."archivedAt" IS NULL`,
    ...searchWords(query.q).map((word) => {
      const patterns = searchPatterns(word).map((pattern) => Prisma.sql`c."searchText" LIKE ${pattern}`);
      return Prisma.sql`(${Prisma.join(patterns, " OR ")})`;
    }),
    ...(after ? [after] : []),
  ];
  const rows = await db.$queryRaw<(CompanyRow & { key: string })[]>`
    SELECT c.id, c.name, c.domain, c.country, c."createdAt", o.name AS "ownerName", ${firstLetters} AS key, under.people, under."lastTouchAt", deals.open AS "openDeals"
      FROM (SELECT c.* FROM "Company" c WHERE ${Prisma.join(wanted, " AND ")} ORDER BY ${order} LIMIT ${pageSize + 1}) c
      JOIN "Member" o ON o."orgId" = c."orgId" AND o."userId" = c."ownerId"
     CROSS JOIN LATERAL (SELECT count(*)::int AS people, max(greatest(p."lastOutboundAt", p."lastInboundAt")) AS "lastTouchAt"
             FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p."companyId" = c.id AND p."archivedAt" IS NULL) under
     CROSS JOIN LATERAL (SELECT count(*)::int AS open FROM "Deal" d JOIN "Stage" s ON s."orgId" = d."orgId" AND s.id = d."stageId" AND s.kind = 'open'
            WHERE ${visibleTo(actor, "d")} AND d."companyId" = c.id AND d."archivedAt" IS NULL) deals
     ORDER BY ${order}`;
  return toPage(rows, pageSize, cursor, ({ key }) => key);
}

export type CompanyRecord = {
  id: string;
  name: string;
  domain: string | null;
  country: string | null;
  version: number;
  createdAt: Date;
  archivedAt: Date | null;
  ownerName: string;
};

export async function findCompany(actor: Actor, companyId: string): Promise<CompanyRecord | null> {
  const rows = await db.$queryRaw<CompanyRecord[]>`
    SELECT c.id, c.name, c.domain, c.country, c.version, c."createdAt", c."archivedAt", o.name AS "ownerName"
      FROM "Company" c JOIN "Member" o ON o."orgId" = c."orgId" AND o."userId" = c."ownerId"
     WHERE ${visibleTo(actor, "c")} AND c.id = ${companyId}::uuid`;
  return rows[0] ?? null;
}

export type CompanyPerson = {
  id: string;
  name: string;
  jobTitle: string | null;
  ownerName: string;
  lastOutboundAt: Date | null;
  lastInboundAt: Date | null;
  nextAt: Date | null;
  pausedUntil: Date | null;
  stoppedAt: Date | null;
};

const firstLettersOf = Prisma.sql`left(p."searchText", 100)`;

/** One page of the people at a company this actor sees, by name. */
export async function listPeopleAt(actor: Actor, companyId: string, cursor = ""): Promise<Page<CompanyPerson>> {
  const page = readPage(cursor, "lowest", byWords);
  const keys = [firstLettersOf, Prisma.sql`p.id`];
  const rows = await db.$queryRaw<(CompanyPerson & { key: string })[]>`
    SELECT ${personColumns}, ${firstLettersOf} AS key
      FROM "Prospect" p JOIN "Member" o ON o."orgId" = p."orgId" AND o."userId" = p."ownerId"
     WHERE ${visibleTo(actor, "p")} AND p."companyId" = ${companyId}::uuid AND p."archivedAt" IS NULL ${page.after(...keys)}
     ${page.order(...keys)} ${page.limit}`;
  return page.of(rows, ({ key }) => key);
}

const personColumns = Prisma.sql`
  p.id, p.name, p."jobTitle", o.name AS "ownerName", p."lastOutboundAt", p."lastInboundAt", p."nextAt", p."pausedUntil", p."stoppedAt"`;

/** Who else this actor sees where somebody works: seven, whoever was in touch last first. */
export function listColleaguesOf(actor: Actor, companyId: string, prospectId: string): Promise<CompanyPerson[]> {
  return db.$queryRaw<CompanyPerson[]>`
    SELECT ${personColumns}
      FROM "Prospect" p JOIN "Member" o ON o."orgId" = p."orgId" AND o."userId" = p."ownerId"
     WHERE ${visibleTo(actor, "p")} AND p."companyId" = ${companyId}::uuid AND p.id <> ${prospectId}::uuid AND p."archivedAt" IS NULL AND p."erasedAt" IS NULL
     ORDER BY greatest(p."lastOutboundAt", p."lastInboundAt") DESC NULLS LAST, p.id LIMIT 7`;
}
