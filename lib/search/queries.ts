import "server-only";
import { readCursor, writeCursor } from "#lib/keyset.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { foldForSearch, searchPatterns, searchWords } from "#lib/prospects/search-text.ts";
import { kinds, paths } from "#lib/search/kinds.ts";
import { named, type NamedRow, type Wanted } from "#lib/search/names-sql.ts";
import { findNotes } from "#lib/search/note-queries.ts";
import { type Found, type FoundGroups, Group, type Hit } from "#lib/search/search.ts";
import { meantBy, slipsIn } from "#lib/search/spelling.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** With so few found as spelt, other spellings are looked for, too. */
const few = 3;

type Page = { size: number; cursor?: string; ownFirst?: boolean };
const nothing: Found = { hits: [], next: null };

/** What holds these words, group by group: as spelt, and where that is hardly anything, as it may have been meant. */
export async function findByWords(context: Context, q: string, groups: readonly Group[], page: Page): Promise<FoundGroups> {
  const words = searchWords(q);
  if (words.join("").length < 2) return Object.fromEntries(groups.map((group) => [group, nothing]));
  const { isRare, meant } = await findMeant(context.actor, words);
  const asked = findIn(groups, context, { spellings: words.map((word) => [word]), begins: foldForSearch(q), isRare }, page);
  if (!meant || page.cursor) return asked;
  const findNear = async (hardly: readonly Group[]): Promise<FoundGroups> =>
    hardly.length > 0 ? findIn(hardly, context, meant, { size: page.size }) : {};
  // what nobody is called was hardly meant: both are looked for at once
  const soon = isRare ? findNear(groups) : null;
  const [found, near] = await Promise.all([asked, soon ?? asked.then((found) => findNear(groups.filter((group) => isFew(found[group]))))]);
  return Object.fromEntries(
    groups.map((group) => [group, isFew(found[group]) ? withNear(found[group]!, near[group] ?? nothing, page.size) : found[group]!]),
  );
}

const isFew = (found: Found | undefined) => (found?.hits.length ?? 0) < few;

function withNear(found: Found, near: Found, size: number): Found {
  const there = new Set(found.hits.map(({ id }) => id));
  const others = near.hits.filter(({ id }) => !there.has(id)).map((hit) => ({ ...hit, near: true }));
  return { hits: [...found.hits, ...others].slice(0, size), next: found.next };
}

/** Two statements at once: one for all that has a name, one for notes. */
async function findIn(groups: readonly Group[], context: Context, wanted: Wanted, page: Page): Promise<FoundGroups> {
  const withName = groups.filter((group) => group !== "notes");
  const [named, notes] = await Promise.all([
    withName.length > 0 ? findNamed(context.actor, withName, wanted, page) : {},
    groups.includes("notes") ? findNotes(context, wanted, page) : null,
  ]);
  return { ...named, ...(notes && { notes }) };
}

async function findNamed(
  actor: Actor,
  groups: (keyof typeof kinds)[],
  wanted: Wanted,
  { size, cursor, ownFirst = false }: Page,
): Promise<FoundGroups> {
  const from = readCursor(cursor);
  const parts = groups.map(
    (group) =>
      Prisma.sql`SELECT ${group} AS kind, found.* FROM (${named(actor, kinds[group], wanted, { cursor: from, size: size + 1, ownFirst })}) found`,
  );
  const rows = await db.$queryRaw<NamedRow[]>`/* prepared: names */ ${Prisma.join(parts, " UNION ALL ")} ORDER BY kind, place`;
  return Object.fromEntries(groups.map((group) => [group, asFound(group, distinct(rows.filter(({ kind }) => kind === group)), size)]));
}

function asFound(group: keyof typeof kinds, rows: NamedRow[], size: number): Found {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const hits = shown.map(({ id, name, detail }): Hit => ({ id, href: `${paths[group]}/${id}`, name, detail: detail ?? "", near: false }));
  return { hits, next: last && rows.length > size ? writeCursor({ key: `${last.rank}${last.key}`, id: last.id, back: false }) : null };
}

/** What stands in two parts is shown once. */
const distinct = (rows: NamedRow[]) => rows.filter(({ id }, i) => rows.findIndex((row) => row.id === id) === i);

/** The words in all spellings that names on the lists have, or null when none comes near; and whether no name is made of one of them. */
async function findMeant({ orgId }: Actor, words: string[]): Promise<{ isRare: boolean; meant: Wanted | null }> {
  const typed = words.filter((word) => slipsIn(word) > 0);
  if (typed.length === 0) return { isRare: false, meant: null };
  const known = await db.$queryRaw<{ typed: string; words: string[]; isHeld: boolean }[]>`/* prepared: known-words */
    SELECT typed, ARRAY(SELECT k.word FROM "KnownWord" k WHERE k."orgId" = ${orgId}::uuid AND k.word % typed ORDER BY k.word <-> typed, k.word LIMIT 20) AS words,
           EXISTS (SELECT FROM "KnownWord" k WHERE k."orgId" = ${orgId}::uuid AND k.word LIKE pattern) AS "isHeld"
      FROM unnest(${typed}::text[], ${typed.flatMap(searchPatterns)}::text[]) asked(typed, pattern)`;
  const spellings = words.map((word) => [word, ...meantBy(word, known.find(({ typed }) => typed === word)?.words ?? [])]);
  const isRare = known.some(({ isHeld }) => !isHeld);
  return { isRare, meant: spellings.every((each) => each.length === 1) ? null : { spellings, begins: null, isRare: false } };
}
