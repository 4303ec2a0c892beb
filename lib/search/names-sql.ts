import "server-only";
import type { Keyset } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { searchPatterns } from "#lib/prospects/search-text.ts";
import { Prisma } from "#prisma/generated/client.ts";

// Searches by name, over a table as p. A word that many names share has its page among the next few names in order; what is not there is rare, and the
// trigram index finds all of it at once. So neither kind of word makes the database look at, or sort, a share of the table. All of it is one statement.

export type Named = {
  table: Prisma.Sql;
  /** What the words are looked for in, folded; an index holds its trigrams. */
  text: Prisma.Sql;
  /** In what order, after which row. An index holds it. */
  key: Prisma.Sql;
  order: Prisma.Sql;
  after: (cursor: Keyset) => Prisma.Sql;
  /** How many rows in that order are looked through before the trigrams are asked, for words that names are made of. */
  ahead: number;
  /** Whether the order is by the first letters of the text, so that what begins as asked comes first. */
  isByName: boolean;
  shown: Prisma.Sql;
  beside: Prisma.Sql;
};

/** Words as they may be spelt: each of them must stand in the text in one of its spellings. `isRare` where no name is made of one of them. */
export type Wanted = { spellings: string[][]; begins: string | null; isRare: boolean };

/** Through so many rows a word is looked for that no name is made of: it may still stand in most people's addresses. */
const aheadOfRare = 100;

export type NamedRow = { kind: string; id: string; name: string; detail: string | null; key: string | null; rank: number };

/** As many different texts as there may be words, whatever their spellings: the server keeps no more statements than that. */
function matches(text: Prisma.Sql, spellings: string[][]): Prisma.Sql {
  return Prisma.join(
    spellings.map((word) => Prisma.sql`${text} LIKE ANY (${word.flatMap(searchPatterns)}::text[])`),
    " AND ",
  );
}

/** On the lists, and this actor's to see. */
export const live = (actor: Actor) => Prisma.sql`${visibleTo(actor, "p")} AND p."archivedAt" IS NULL`;

/** A page of one kind: what begins as asked (rank 0), then what else holds the words (rank 1). `own` goes before both (rank −1). A row may stand there twice. */
export function named(actor: Actor, kind: Named, wanted: Wanted, { cursor, size, ownFirst }: NamePage): Prisma.Sql {
  const first = Prisma.join(ahead(actor, kind, wanted, cursor, size, ownFirst), " UNION ALL ");
  return Prisma.sql`
    SELECT p.id, p.rank, p.key, row_number() OVER (ORDER BY p.rank, ${kind.order})::int AS place, ${kind.shown} FROM (
      WITH first AS MATERIALIZED (${first})
      SELECT * FROM first UNION ALL
      SELECT * FROM (${everywhere(actor, kind, wanted, cursor, size)}) rest WHERE (SELECT count(DISTINCT id) FROM first) < ${size}) p ${kind.beside}`;
}

type NamePage = { cursor: Keyset | null; size: number; ownFirst: boolean };

/** What begins as asked, and what holds the words among the next rows. */
function ahead(actor: Actor, kind: Named, { spellings, begins, isRare }: Wanted, cursor: Keyset | null, size: number, ownFirst: boolean) {
  const rank = Number(cursor?.key?.[0] ?? 0);
  const from = cursor ? { ...cursor, key: cursor.key?.slice(1) ?? "" } : null;
  const after = from ? kind.after(from) : Prisma.sql`true`;
  const parts: Prisma.Sql[] = [];
  if (begins && kind.isByName && rank === 0) {
    const stretch = Prisma.sql`${live(actor)} AND ${kind.key} >= ${begins} AND ${kind.key} < ${`${begins}\uffff`} AND starts_with(${kind.text}, ${begins})`;
    if (ownFirst && !cursor) parts.push(inner(kind, -1, Prisma.sql`${stretch} AND p."ownerId" = ${actor.userId}::uuid`, size));
    parts.push(inner(kind, 0, Prisma.sql`${stretch} AND ${after}`, size));
  }
  const most = isRare ? aheadOfRare : kind.ahead;
  const window = Prisma.sql`SELECT ${kind.key} AS key, p.* FROM ${kind.table} p WHERE ${live(actor)} AND ${rank === 1 ? after : Prisma.sql`true`} ORDER BY ${kind.order} LIMIT ${most}`;
  // in the order in which the window stands, so that it is left as soon as the page is full
  const order = kind.isByName ? Prisma.sql`p.key, p.id` : Prisma.sql`p.id DESC`;
  parts.push(
    Prisma.sql`SELECT * FROM (SELECT 1 AS rank, p.* FROM (${window}) p WHERE ${elsewhere(kind, begins)} AND ${matches(kind.text, spellings)} ORDER BY ${order} LIMIT ${size}) part`,
  );
  return parts;
}

/** All that holds the words and does not begin with them, by the trigrams. */
function everywhere(actor: Actor, kind: Named, { spellings, begins }: Wanted, cursor: Keyset | null, size: number) {
  const after = cursor?.key?.[0] === "1" ? kind.after({ ...cursor, key: cursor.key.slice(1) }) : Prisma.sql`true`;
  return Prisma.sql`
    WITH hit AS MATERIALIZED (SELECT p.id, ${kind.key} AS key FROM ${kind.table} p WHERE ${live(actor)} AND ${matches(kind.text, spellings)} AND ${elsewhere(kind, begins)} AND ${after})
    SELECT 1 AS rank, hit.key, p.* FROM (SELECT hit.id, hit.key FROM hit ORDER BY ${kind.isByName ? Prisma.sql`hit.key, hit.id` : Prisma.sql`hit.id DESC`} LIMIT ${size}) hit
      JOIN ${kind.table} p ON p."orgId" = ${actor.orgId}::uuid AND p.id = hit.id`;
}

const elsewhere = (kind: Named, begins: string | null) =>
  begins && kind.isByName ? Prisma.sql`NOT starts_with(${kind.text}, ${begins})` : Prisma.sql`true`;

const inner = (kind: Named, rank: number, where: Prisma.Sql, size: number) =>
  Prisma.sql`SELECT * FROM (SELECT ${rank}::int AS rank, ${kind.key} AS key, p.* FROM ${kind.table} p WHERE ${where} ORDER BY ${kind.order} LIMIT ${size}) part`;
