import "server-only";
import { db, type Tx } from "#lib/platform/db.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type Worked = { id: string; ownerId: string };

/** Prospects that somebody touched or heard from in the last half year, by id, after `after`. */
export function findWorked(
  tx: Pick<Tx, "$queryRaw">,
  orgId: string,
  { after, limit, now }: { after: string | null; limit: number; now: Date },
): Promise<Worked[]> {
  const since = new Date(now.getTime() - 180 * 86_400_000);
  const next = after === null ? Prisma.empty : Prisma.sql`AND p.id > ${after}::uuid`;
  return tx.$queryRaw<Worked[]>`
    SELECT p.id, p."ownerId" FROM "Prospect" p
     WHERE p."orgId" = ${orgId}::uuid ${next} AND p."archivedAt" IS NULL AND (p."lastOutboundAt" > ${since} OR p."lastInboundAt" > ${since})
     ORDER BY p.id LIMIT ${limit}`;
}

export async function findOrganisations(): Promise<string[]> {
  return (await db.organisation.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
}
