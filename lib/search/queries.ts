import "server-only";
import { readCursor, writeCursor } from "#lib/keyset.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { foldForSearch, searchWords } from "#lib/prospects/search-text.ts";
import { kinds, paths } from "#lib/search/kinds.ts";
import { ahead, everywhere, type NamedRow, type Wanted } from "#lib/search/names-sql.ts";
import { findNotes } from "#lib/search/note-queries.ts";
import { type Found, type FoundGroups, Group, type Hit } from "#lib/search/search.ts";
import { meantBy, slipsIn } from "#lib/search/spelling.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** With so few found as spelt, other spellings are looked for, too. */
const few = 3;

type Page = { size: number; cursor?: string; ownFirst?: boolean };
const nothing: Found = { hits: [], next: null };

/** What holds these words, group by group: as spelt, and where that is hardly anything, as it may have been meant. */
export async function findByWords({ actor, now }: Context, q: string, groups: readonly Group[], page: Page): Promise<FoundGroups> {
  const words = searchWords(q);
  if (words.join("").length < 2) return Object.fromEntries(groups.map((group) => [group, nothing]));
  const asked: Wanted = { spellings: words.map((word) => [word]), begins: foldForSearch(q) };
  const [found, meant] = await Promise.all([
    Promise.all(groups.map((group) => findIn(group, { actor, now }, asked, page))),
    page.cursor ? null : findMeant(actor, words),
  ]);
  const near = await Promise.all(
    groups.map((group, i) =>
      meant && found[i]!.hits.length < few ? findIn(group, { actor, now }, meant, { size: page.size }) : Promise.resolve(nothing),
    ),
  );
  return Object.fromEntries(groups.map((group, i) => [group, withNear(found[i]!, near[i]!, page.size)]));
}

function withNear(found: Found, near: Found, size: number): Found {
  const there = new Set(found.hits.map(({ id }) => id));
  const others = near.hits.filter(({ id }) => !there.has(id)).map((hit) => ({ ...hit, near: true }));
  return { hits: [...found.hits, ...others].slice(0, size), next: found.next };
}

function findIn(group: Group, context: Context, wanted: Wanted, page: Page): Promise<Found> {
  return group === "notes" ? findNotes(context, wanted, page) : findNamed(context.actor, group, wanted, page);
}

async function findNamed(
  actor: Actor,
  group: keyof typeof kinds,
  wanted: Wanted,
  { size, cursor, ownFirst = false }: Page,
): Promise<Found> {
  const from = readCursor(cursor);
  const kind = kinds[group];
  let rows = distinct(await db.$queryRaw<NamedRow[]>(ahead(actor, kind, wanted, from, size + 1, ownFirst)));
  if (rows.length <= size) {
    const rest = await db.$queryRaw<NamedRow[]>(everywhere(actor, kind, wanted, from, size + 1));
    rows = [...rows.filter(({ rank }) => rank < 1), ...rest];
  }
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const hits = shown.map(({ id, name, detail }): Hit => ({ id, href: `${paths[group]}/${id}`, name, detail: detail ?? "", near: false }));
  return { hits, next: last && rows.length > size ? writeCursor({ key: `${last.rank}${last.key}`, id: last.id, back: false }) : null };
}

/** One's own stand in two parts: once is enough. */
const distinct = (rows: NamedRow[]) => rows.filter(({ id }, i) => rows.findIndex((row) => row.id === id) === i);

/** The words in all spellings that names on the lists have, or null when none comes near. */
async function findMeant({ orgId }: Actor, words: string[]): Promise<Wanted | null> {
  const typed = words.filter((word) => slipsIn(word) > 0);
  if (typed.length === 0) return null;
  const looks = typed.map(
    (word) => Prisma.sql`(SELECT ${word} AS typed, k.word FROM "KnownWord" k
      WHERE k."orgId" = ${orgId}::uuid AND k.word % ${word} ORDER BY k.word <-> ${word}, k.word LIMIT 20)`,
  );
  const known = await db.$queryRaw<{ typed: string; word: string }[]>`${Prisma.join(looks, " UNION ALL ")}`;
  const spellings = words.map((word) => [
    word,
    ...meantBy(
      word,
      known.filter(({ typed }) => typed === word).map((each) => each.word),
    ),
  ]);
  return spellings.every((each) => each.length === 1) ? null : { spellings, begins: null };
}
