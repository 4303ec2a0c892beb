import "server-only";
import type { Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { aboutVisible } from "#lib/platform/scope.ts";
import { keptCounts } from "#lib/prospects/moment-queries.ts";
import { Kept } from "#lib/prospects/moments.ts";

export type RepPromises = { userId: string; name: string; kept: Kept };

const days = 90;

/** How each rep's promises of the last ninety days were kept, with those still open: first who was late most (D8). Who promised nothing is left out. */
export async function findPromises({ actor, now }: Context): Promise<RepPromises[]> {
  const since = new Date(now.getTime() - days * 86_400_000);
  const rows = await db.$queryRaw<{ userId: string; name: string; kept: unknown }[]>`
    SELECT m."userId", m.name, json_build_object(${keptCounts}) AS kept
      FROM "NextStep" n JOIN "Member" m ON m."orgId" = n."orgId" AND m."userId" = n."createdById"
     WHERE ${aboutVisible(actor, "n")} AND n."owedBy" = 'us' AND (n."settledAt" IS NULL OR n."settledAt" >= ${since})
     GROUP BY m."userId", m.name ORDER BY lower(m.name), m."userId"`;
  const reps = rows.map((row) => ({ ...row, kept: Kept.parse(row.kept) }));
  return reps.filter(({ kept }) => kept.onTime + kept.late + kept.open > 0).toSorted((a, b) => b.kept.late - a.kept.late);
}
