import "server-only";
import type { Page } from "#lib/keyset.ts";
import { may } from "#lib/people/roles.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { byInstant, readPage } from "#lib/platform/read-page.ts";
import type { Field, Subject } from "#lib/transfer/fields.ts";
import { type ImportOptions, StoredMapping, StoredOptions } from "#lib/transfer/mapping.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** A rep sees their own imports, others the organisation's. `i` is the table's alias. */
export function visibleImports(actor: Actor): Prisma.Sql {
  const inOrganisation = Prisma.sql`i."orgId" = ${actor.orgId}::uuid`;
  return may(actor, "see-all-teams") ? inOrganisation : Prisma.sql`${inOrganisation} AND i."createdById" = ${actor.userId}::uuid`;
}

export type ImportState = "uploaded" | "checking" | "checked" | "running" | "done" | "failed" | "discarded";
export type Counts = { created: number; updated: number; unchanged: number; duplicates: number; rejected: number };
export type ImportSummary = Counts & {
  id: string;
  subject: Subject;
  fileName: string;
  state: ImportState;
  rows: number;
  processed: number;
  problem: string | null;
  createdAt: Date;
  by: string;
};

const summary = Prisma.sql`i.id, i.subject, i."fileName", i.state, i.rows, i.processed, i.created, i.updated, i.unchanged, i.duplicates, i.rejected, i.problem, i."createdAt", m.name AS by`;
const fromImports = Prisma.sql`FROM "Import" i JOIN "Member" m ON m."orgId" = i."orgId" AND m."userId" = i."createdById"`;

/** One page of the imports, youngest first. */
export async function listImports(actor: Actor, cursor = ""): Promise<Page<ImportSummary>> {
  const page = readPage(cursor, "highest", byInstant);
  const keys = [Prisma.sql`i."createdAt"`, Prisma.sql`i.id`];
  const rows = await db.$queryRaw<ImportSummary[]>`
    SELECT ${summary} ${fromImports} WHERE ${visibleImports(actor)} AND i.state <> 'discarded' ${page.after(...keys)} ${page.order(...keys)} ${page.limit}`;
  return page.of(rows, ({ createdAt }) => createdAt.toISOString());
}

export type ImportRecord = ImportSummary & {
  encoding: string;
  delimiter: string;
  header: string[];
  mapping: Field[];
  options: Partial<ImportOptions>;
  samples: string[][];
};

/** One import with its columns and their first values, or null if it is not there for this actor. */
export async function findImport(actor: Actor, id: string): Promise<ImportRecord | null> {
  const rows = await db.$queryRaw<(ImportRecord & { mapping: unknown; options: unknown })[]>`
    SELECT ${summary}, i.encoding, i.delimiter, i.header, i.mapping, i.options,
           coalesce((SELECT jsonb_agg(to_jsonb(l.cells) ORDER BY l.line) FROM (
             SELECT cells, line FROM "ImportLine" l WHERE l."orgId" = i."orgId" AND l."importId" = i.id ORDER BY line LIMIT 60) l), '[]') AS samples
    ${fromImports} WHERE ${visibleImports(actor)} AND i.id = ${id}::uuid AND i.state <> 'discarded'`;
  const row = rows[0];
  return row ? { ...row, mapping: StoredMapping.parse(row.mapping), options: StoredOptions.parse(row.options) } : null;
}

/** How far an import has come; what the page asks for while it waits. */
export async function findProgress(actor: Actor, id: string): Promise<ImportSummary | null> {
  const rows = await db.$queryRaw<
    ImportSummary[]
  >`SELECT ${summary} ${fromImports} WHERE ${visibleImports(actor)} AND i.id = ${id}::uuid AND i.state <> 'discarded'`;
  return rows[0] ?? null;
}

export type Remark = { text: string; stops: boolean; count: number; firstRow: number };

/** What was found about the rows, the same remarks together; what keeps rows out first. */
export function listRemarks(actor: Actor, importId: string): Promise<Remark[]> {
  return db.$queryRaw<Remark[]>`
    SELECT remark->>'text' AS text, coalesce((remark->>'stops')::bool, false) AS stops, count(*)::int AS count, min(l.line) AS "firstRow"
      FROM "Import" i JOIN "ImportLine" l ON l."orgId" = i."orgId" AND l."importId" = i.id CROSS JOIN LATERAL jsonb_array_elements(l.problems) AS remark
     WHERE ${visibleImports(actor)} AND i.id = ${importId}::uuid AND l.problems IS NOT NULL
     GROUP BY 1, 2 ORDER BY 2 DESC, 3 DESC, 4 LIMIT 100`;
}

export type FoundRow = { line: number; outcome: string; cells: string[]; problems: { text: string; stops?: boolean; row?: number }[] };

/** Rows with something to say about them, a page at a time from `after` on. */
export function listFoundRows(actor: Actor, importId: string, after: number, size = 50): Promise<FoundRow[]> {
  return db.$queryRaw<FoundRow[]>`
    SELECT l.line, l.outcome, l.cells[1:6] AS cells, l.problems FROM "Import" i JOIN "ImportLine" l ON l."orgId" = i."orgId" AND l."importId" = i.id
     WHERE ${visibleImports(actor)} AND i.id = ${importId}::uuid AND l.line > ${after} AND l.problems IS NOT NULL AND l.outcome IS NOT NULL
     ORDER BY l.line LIMIT ${size + 1}`;
}

/** Rejected rows with their reason, all columns, from `after` on. */
export function listRejected(
  actor: Actor,
  importId: string,
  after: number,
  size = 2_000,
): Promise<{ line: number; cells: string[]; reason: string }[]> {
  return db.$queryRaw`
    SELECT l.line, l.cells, (SELECT string_agg(remark->>'text', ' ') FROM jsonb_array_elements(l.problems) AS remark) AS reason
      FROM "Import" i JOIN "ImportLine" l ON l."orgId" = i."orgId" AND l."importId" = i.id
     WHERE ${visibleImports(actor)} AND i.id = ${importId}::uuid AND l.line > ${after} AND l.outcome = 'rejected'
     ORDER BY l.line LIMIT ${size}`;
}

/** Who may own what this actor imports: colleagues in their team for a rep, everyone for others. */
export function listOwners(actor: Actor): Promise<{ userId: string; name: string }[]> {
  const where = { orgId: actor.orgId, deactivatedAt: null, ...(may(actor, "see-all-teams") ? {} : { teamId: actor.teamId }) };
  return db.member.findMany({ where, select: { userId: true, name: true }, orderBy: { name: "asc" } });
}
