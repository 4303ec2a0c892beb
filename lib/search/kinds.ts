import "server-only";
import type { Keyset } from "#lib/keyset.ts";
import type { Named } from "#lib/search/names-sql.ts";
import type { Group } from "#lib/search/search.ts";
import { Prisma } from "#prisma/generated/client.ts";

const folded = Prisma.sql`p."searchText"`;
const firstLetters = Prisma.sql`left(p."searchText", 100)`;

/** People and companies stand in the order of their lists. */
const byName = {
  text: folded,
  key: firstLetters,
  order: Prisma.sql`${firstLetters}, p.id`,
  after: ({ key, id }: Keyset) => Prisma.sql`(${firstLetters}, p.id) > (${key ?? ""}, ${id}::uuid)`,
  ahead: 1_000,
  isByName: true,
};

export const kinds: Record<Exclude<Group, "notes">, Named> = {
  people: {
    ...byName,
    table: Prisma.sql`"Prospect"`,
    shown: Prisma.sql`p.name, concat_ws(', ', nullif(p."jobTitle", ''), coalesce(c.name, p."primaryEmail")) AS detail`,
    beside: Prisma.sql`LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"`,
  },
  companies: {
    ...byName,
    ahead: 300,
    table: Prisma.sql`"Company"`,
    shown: Prisma.sql`p.name, coalesce(p.domain, '') AS detail`,
    beside: Prisma.empty,
  },
  // the newest first; a title is folded while it is looked at, so fewer are looked at
  deals: {
    text: Prisma.sql`fold_for_search(p.title)`,
    key: Prisma.sql`''::text`,
    order: Prisma.sql`p.id DESC`,
    after: ({ id }: Keyset) => Prisma.sql`p.id < ${id}::uuid`,
    ahead: 100,
    isByName: false,
    table: Prisma.sql`"Deal"`,
    shown: Prisma.sql`p.title AS name, concat_ws(', ', s.name, coalesce(c.name, w.name)) AS detail`,
    beside: Prisma.sql`
      JOIN "Stage" s ON s."orgId" = p."orgId" AND s.id = p."stageId"
      LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
      LEFT JOIN "Prospect" w ON w."orgId" = p."orgId" AND w.id = p."prospectId" AND w."erasedAt" IS NULL`,
  },
};

export const paths: Record<keyof typeof kinds, string> = { people: "/prospects", companies: "/companies", deals: "/deals" };
