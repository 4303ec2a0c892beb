import "server-only";
import { type Keyset, instantKey, readCursor, writeCursor } from "#lib/keyset.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import type { Wanted } from "#lib/search/names-sql.ts";
import type { Found, Hit } from "#lib/search/search.ts";
import { excerpt } from "#lib/search/spelling.ts";
import { Prisma } from "#prisma/generated/client.ts";

type NoteRow = { id: string; prospectId: string; name: string; said: string; at: Date };

/** Spans of two days, as the index has them. */
const span = 2 * 24 * 60 * 60 * 1000;
/** How many spans are looked through first, and in the next, wider look; the last look is at all that is older. */
const looks = [2, 24] as const;

/** Notes that hold all the words, the last one by its beginning, latest first. A word that many notes hold fills its page from the latest days. */
export async function findNotes({ actor, now }: Context, wanted: Wanted, page: { size: number; cursor?: string }): Promise<Found> {
  const read = readCursor(page.cursor);
  const from = read && instantKey(read.key) ? read : null;
  const question = asQuery(wanted);
  if (!question) return { hits: [], next: null };
  const rows = await findLatest(actor, question, { now, from, most: page.size + 1 });
  const shown = rows.slice(0, page.size);
  const last = shown.at(-1);
  return {
    hits: shown.map((row) => asHit(row, wanted.spellings.flat())),
    next: last && rows.length > page.size ? writeCursor({ key: last.at.toISOString(), id: last.id, back: false }) : null,
  };
}

/** All looks in one statement; a wider one is not begun when the page is full. */
function findLatest(actor: Actor, question: string, { now, from, most }: { now: Date; from: Keyset | null; most: number }) {
  const latest = Math.floor((from ? Date.parse(from.key!) : now.getTime()) / span);
  const back = Array.from({ length: looks[1] }, (_, spans) => latest - spans);
  // the latest first, and of them whose prospect may be seen, one after the other until the page is full
  const look = (where: Prisma.Sql) => Prisma.sql`(
    SELECT t.id, t."prospectId", p.name, t.said, t.at FROM (
      SELECT t.id, t."prospectId", concat_ws(' ', t."theySaid", t.body) AS said, t.at FROM "Touchpoint" t
       WHERE t."orgId" = ${actor.orgId}::uuid AND t."replacedById" IS NULL AND (t."theySaid" IS NOT NULL OR t.body IS NOT NULL)
         AND said_and_when(t."theySaid", t.body, t.at) @@ ${where} ${beyond(from)}
       ORDER BY t.at DESC, t.id DESC) t
     CROSS JOIN LATERAL (SELECT p.name FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = t."prospectId" AND p."archivedAt" IS NULL OFFSET 0) p
     ORDER BY t.at DESC, t.id DESC LIMIT ${most})`;
  const within = (spans: number[]) => look(Prisma.sql`ANY (asked_words(${question}, ${spans}::int[]))`);
  const outside = look(Prisma.sql`asked_words(${question}) AND span_of(t.at) NOT BETWEEN ${back.at(-1)}::int AND ${latest}::int`);
  return db.$queryRaw<NoteRow[]>`/* prepared: notes */
    WITH latest AS MATERIALIZED ${within(back.slice(0, looks[0]))},
         earlier AS MATERIALIZED (SELECT * FROM ${within(back.slice(looks[0]))} look WHERE (SELECT count(*) FROM latest) < ${most}),
         others AS (SELECT * FROM ${outside} look WHERE (SELECT count(*) FROM latest) + (SELECT count(*) FROM earlier) < ${most})
    SELECT * FROM (SELECT * FROM latest UNION ALL SELECT * FROM earlier UNION ALL SELECT * FROM others) note ORDER BY at DESC, id DESC LIMIT ${most}`;
}

const beyond = (from: Keyset | null) =>
  from ? Prisma.sql`AND (t.at, t.id) < (${new Date(from.key!)}::timestamptz, ${from.id}::uuid)` : Prisma.empty;

/**
 * The words of a question, each in one of its spellings; one that is still being typed by its beginning. Of what was asked with a slip, only what is spelt
 * otherwise in one word at least: the rest was looked for before. Null where no word of three letters is left.
 */
function asQuery({ spellings, begins }: Wanted): string | null {
  const words = spellings
    .map((each) => each.map((word) => word.replace(/[^\p{L}\p{N}@.-]/gu, "")).filter((word, i) => i === 0 || isWord(word)))
    .filter(([typed]) => isWord(typed!));
  const written = (word: string) => (begins?.endsWith(word) ? `'${word}':*` : `'${word}'`);
  const anyOf = (each: string[]) => `(${each.map(written).join(" | ")})`;
  const allOf = (words: string[][]) => words.map(anyOf).join(" & ");
  if (begins !== null) return allOf(words) || null;
  const otherwise = words.flatMap(([, ...others], i) => (others.length > 0 ? [`(${allOf(words.with(i, others))})`] : []));
  return otherwise.join(" | ") || null;
}

const isWord = (word: string) => /[\p{L}\p{N}]{3}/u.test(word);

/** Where it was said: the person's timeline, from this touch on. */
function asHit({ id, prospectId, name, said, at }: NoteRow, words: string[]): Hit {
  const before = writeCursor({ key: new Date(at.getTime() + 1).toISOString(), id, back: false });
  const isMeant = (word: string) => words.some((each) => foldForSearch(word).includes(each));
  return { id, href: `/prospects/${prospectId}?show=touches&before=${before}`, name, detail: excerpt(said, isMeant), near: false };
}
