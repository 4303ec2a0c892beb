import "server-only";
import { type Keyset, instantKey, readCursor, writeCursor } from "#lib/keyset.ts";
import type { Context } from "#lib/platform/context.ts";
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
/** How many spans are looked through before the next, wider look; the last look is at all of them. */
const looks = [2, 24];

/** Notes that hold all the words, the last one by its beginning, latest first. A word that many notes hold fills its page from the latest days. */
export async function findNotes(
  { actor, now }: Context,
  wanted: Wanted,
  { size, cursor }: { size: number; cursor?: string },
): Promise<Found> {
  const read = readCursor(cursor);
  const from = read && instantKey(read.key) ? read : null;
  const question = asQuery(wanted);
  if (!question) return { hits: [], next: null };
  const latest = Math.floor((from ? Date.parse(from.key!) : now.getTime()) / span);
  const ask = (spans: number | null) => db.$queryRaw<NoteRow[]>`
    SELECT t.id, t."prospectId", p.name, concat_ws(' ', t."theySaid", t.body) AS said, t.at
      FROM "Touchpoint" t JOIN "Prospect" p ON ${visibleTo(actor, "p")} AND p.id = t."prospectId" AND p."archivedAt" IS NULL
     WHERE t."orgId" = ${actor.orgId}::uuid AND t."replacedById" IS NULL AND (t."theySaid" IS NOT NULL OR t.body IS NOT NULL)
       AND said_words(t."theySaid", t.body) @@ to_tsquery('simple', ${question}) ${within(latest, spans)} ${beyond(from)}
     ORDER BY t.at DESC, t.id DESC LIMIT ${size + 1}`;
  let rows: NoteRow[] = [];
  for (const spans of [...looks, null]) if (rows.length <= size) rows = await ask(spans);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    hits: shown.map((row) => asHit(row, wanted.spellings.flat())),
    next: last && rows.length > size ? writeCursor({ key: last.at.toISOString(), id: last.id, back: false }) : null,
  };
}

const within = (latest: number, spans: number | null) =>
  spans ? Prisma.sql`AND span_of(t.at) IN (${Prisma.join(Array.from({ length: spans }, (_, back) => latest - back))})` : Prisma.empty;

const beyond = (from: Keyset | null) =>
  from ? Prisma.sql`AND (t.at, t.id) < (${new Date(from.key!)}::timestamptz, ${from.id}::uuid)` : Prisma.empty;

/** The words of a question, each in one of its spellings; one that is still being typed by its beginning. Null where no word of three letters is left. */
function asQuery({ spellings, begins }: Wanted): string | null {
  const words = spellings
    .map((each) => each.map((word) => word.replace(/[^\p{L}\p{N}@.-]/gu, "")).filter((word) => /[\p{L}\p{N}]{3}/u.test(word)))
    .filter((each) => each.length > 0);
  const written = (word: string) => (begins?.endsWith(word) ? `'${word}':*` : `'${word}'`);
  return words.length > 0 ? words.map((each) => `(${each.map(written).join(" | ")})`).join(" & ") : null;
}

/** Where it was said: the person's timeline, from this touch on. */
function asHit({ id, prospectId, name, said, at }: NoteRow, words: string[]): Hit {
  const before = writeCursor({ key: new Date(at.getTime() + 1).toISOString(), id, back: false });
  const isMeant = (word: string) => words.some((each) => foldForSearch(word).includes(each));
  return { id, href: `/prospects/${prospectId}?show=touches&before=${before}`, name, detail: excerpt(said, isMeant), near: false };
}
