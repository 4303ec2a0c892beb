import "server-only";
import { type Page, readCursor, toPage } from "#lib/keyset.ts";
import { may, type Role } from "#lib/people/roles.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { pageSize } from "#lib/platform/read-page.ts";

type KeyHolder = Actor & { keyId: string; lastUsedAt: Date | null; makerRole: Role };

/** Whom a key works as; null for a revoked or unknown one, and when they or its maker are deactivated. The hash is the only key. */
export async function findKeyHolder({ orgId, hash }: { orgId: string; hash: string }): Promise<KeyHolder | null> {
  const [found] = await db.$queryRaw<KeyHolder[]>`
    SELECT m."orgId", m."userId", m."teamId", m.role, m.name, m."timeZone", k.id AS "keyId", k."lastUsedAt", maker.role AS "makerRole"
      FROM "ApiKey" k
      JOIN "Member" m ON m."orgId" = k."orgId" AND m."userId" = k."worksAsId" AND m."deactivatedAt" IS NULL
      JOIN "Member" maker ON maker."orgId" = k."orgId" AND maker."userId" = k."createdById" AND maker."deactivatedAt" IS NULL
     WHERE k."orgId" = ${orgId}::uuid AND k."tokenHash" = ${hash} AND k."revokedAt" IS NULL`;
  return found ?? null;
}

export type ApiKeyRow = {
  id: string;
  name: string;
  worksAs: string;
  role: Role;
  madeBy: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  /** With whom it ended: it works while one person is active and the other may make keys. */
  endedWith: string | null;
};

const person = { select: { name: true, role: true, deactivatedAt: true } } as const;

/** One page of the keys that were not revoked, newest first. */
export async function listApiKeys({ orgId }: Actor, cursorText = ""): Promise<Page<ApiKeyRow>> {
  const cursor = readCursor(cursorText);
  const keys = await db.apiKey.findMany({
    where: { orgId, revokedAt: null, ...(cursor && { id: cursor.back ? { gt: cursor.id } : { lt: cursor.id } }) },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, worksAs: person, createdBy: person },
    orderBy: { id: cursor?.back ? "asc" : "desc" },
    take: pageSize + 1,
  });
  const rows = keys.map(({ worksAs, createdBy, ...key }) => {
    const makerMay = !createdBy.deactivatedAt && may({ role: createdBy.role as Role }, "manage-api-keys");
    const endedWith = worksAs.deactivatedAt ? worksAs.name : makerMay ? null : createdBy.name;
    return { ...key, worksAs: worksAs.name, role: worksAs.role as Role, madeBy: createdBy.name, endedWith };
  });
  return toPage(rows, pageSize, cursor, () => null);
}
