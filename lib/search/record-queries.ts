import "server-only";
import { z } from "zod";

import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { kinds, paths } from "#lib/search/kinds.ts";
import { live } from "#lib/search/names-sql.ts";
import { Group, type Hit } from "#lib/search/search.ts";
import { Prisma } from "#prisma/generated/client.ts";

const Reference = z.tuple([Group.exclude(["notes"]), z.uuid()]);

/** Records by their references, `people:<id>,deals:<id>`, at most twenty and in that order; what is not there for this actor is left out. */
export const References = z
  .string()
  .max(1_200)
  .transform((written) =>
    written
      .split(",")
      .map((each) => Reference.safeParse(each.split(":")))
      .flatMap(({ data }) => (data ? [data] : []))
      .slice(0, 20),
  );
export type References = z.output<typeof References>;

export type RecordHit = Hit & { group: Group };

export async function findRecords(actor: Actor, references: References): Promise<RecordHit[]> {
  if (references.length === 0) return [];
  const groups = [...new Set(references.map(([group]) => group))];
  const reads = groups.map((group) => {
    const { table, shown, beside } = kinds[group];
    const ids = references.filter(([of]) => of === group).map(([, id]) => id);
    return Prisma.sql`SELECT ${group} AS group, p.id, ${shown} FROM ${table} p ${beside} WHERE ${live(actor)} AND p.id = ANY(${ids}::uuid[])`;
  });
  const rows = await db.$queryRaw<
    { group: (typeof groups)[number]; id: string; name: string; detail: string | null }[]
  >`${Prisma.join(reads, " UNION ALL ")}`;
  return references.flatMap(([group, id]) => {
    const row = rows.find((each) => each.id === id && each.group === group);
    return row ? [{ group, id, href: `${paths[group]}/${id}`, name: row.name, detail: row.detail ?? "", near: false }] : [];
  });
}
