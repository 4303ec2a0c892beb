import "server-only";
import { Disposition, isWelcomed } from "#lib/follow-up/touch.ts";
import type { Role } from "#lib/people/roles.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { countedTo, type DigestCounts } from "#lib/today/digest.ts";
import { type DigestKind, digestKinds } from "#lib/today/digest-kinds.ts";
import { findToday } from "#lib/today/queries.ts";

export type DigestSetting = { hour: number | null; kinds: DigestKind[] };

/** Which digest the actor wants: none until they say so, and then of everything. */
export async function findDigestSetting({ orgId, userId }: Actor): Promise<DigestSetting> {
  const found = await db.digestSetting.findUnique({ where: { orgId_userId: { orgId, userId } }, select: { hour: true, kinds: true } });
  return found ? { hour: found.hour, kinds: known(found.kinds) } : { hour: null, kinds: digestKinds };
}

const known = (kinds: string[]) => digestKinds.filter((kind) => kinds.includes(kind));

/** An active member who wants a digest, and where it goes. */
export type Reader = Actor & { email: string; hour: number; kinds: DigestKind[] };

/** The next members who want a digest, in the order of their ids. */
export async function listDigestReaders(after: { orgId: string; userId: string } | null, most: number): Promise<Reader[]> {
  const from = after ?? { orgId: "00000000-0000-0000-0000-000000000000", userId: "00000000-0000-0000-0000-000000000000" };
  const rows = await db.$queryRaw<(Actor & { role: Role; email: string; hour: number; kinds: string[] })[]>`/* prepared: digest-readers */
    SELECT m."orgId", m."userId", m."teamId", m.role, m.name, m."timeZone", u.email, s.hour, s.kinds
      FROM "DigestSetting" s
      JOIN "Member" m ON m."orgId" = s."orgId" AND m."userId" = s."userId" AND m."deactivatedAt" IS NULL
      JOIN "User" u ON u.id = m."userId"
     WHERE s.hour IS NOT NULL AND (s."orgId", s."userId") > (${from.orgId}::uuid, ${from.userId}::uuid)
     ORDER BY s."orgId", s."userId" LIMIT ${most}`;
  return rows.map((row) => ({ ...row, kinds: known(row.kinds) }));
}

const welcomedFor = 7 * 86_400_000;

/** How much of each there is for the actor, counted to one more than is told. */
export async function countForDigest({ actor, now }: Context): Promise<DigestCounts> {
  const [rows, welcomed] = await Promise.all([findToday({ actor, now }), countWelcomed({ actor, now })]);
  const counts: DigestCounts = { welcomed };
  for (const { group } of rows) {
    const kind = digestKinds.find((each) => each === group);
    if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** What people of the actor's own showed to be welcome in the last seven days (P4). */
async function countWelcomed({ actor, now }: Context): Promise<number> {
  const since = new Date(now.getTime() - welcomedFor);
  const [row] = await db.$queryRaw<{ count: number }[]>`/* prepared: welcomed-lately */
    SELECT count(*)::int AS count FROM (
      SELECT FROM "Prospect" p JOIN "Touchpoint" t ON t."orgId" = p."orgId" AND t."prospectId" = p.id AND t.at >= ${since} AND t.at <= ${now}
       WHERE p."orgId" = ${actor.orgId}::uuid AND p."ownerId" = ${actor.userId}::uuid AND p."archivedAt" IS NULL AND p."lastInboundAt" >= ${since}
         AND t."replacedById" IS NULL AND t.disposition = ANY(${Disposition.options.filter(isWelcomed)}::text[]) LIMIT ${countedTo + 1}) lately`;
  return row!.count;
}
