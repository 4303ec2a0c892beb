import "server-only";
import type { Tx } from "#lib/platform/db.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** `zone`: theirs, or the organisation's where it is not known; `homeZone`: the organisation's. */
export type LockedPerson = {
  id: string;
  country: string | null;
  zone: string;
  homeZone: string;
  organisation: string;
  alsoKnownAs: string[];
  /** Which of all these records no stop of everything stands for. */
  reachable: string[];
};

/**
 * Holds a person: their record and every other with the same e-mail address, in one order, so that nobody plans a touch with them meanwhile and two who
 * hold somebody cannot wait for each other. For an erasure also against those who only refer to them. Null for one who is erased or merged into another.
 */
export async function lockPerson(
  { tx, orgId }: { tx: Tx; orgId: string },
  prospectId: string,
  hold: "to-write" | "to-erase" = "to-write",
): Promise<LockedPerson | null> {
  const rows = await tx.$queryRaw<(Omit<LockedPerson, "alsoKnownAs" | "reachable"> & { isStopped: boolean })[]>`
    SELECT p.id, p.country, coalesce(p."timeZone", o."timeZone") AS zone, o."timeZone" AS "homeZone", o.name AS organisation,
           p."stoppedAt" IS NOT NULL AS "isStopped"
      FROM "Prospect" p JOIN "Organisation" o ON o.id = p."orgId"
     WHERE p."orgId" = ${orgId}::uuid AND p."erasedAt" IS NULL AND p."mergedIntoId" IS NULL AND (p.id = ${prospectId}::uuid OR p.id IN (
           SELECT other."prospectId" FROM "ContactPoint" own
             JOIN "ContactPoint" other ON other."orgId" = own."orgId" AND other.kind = own.kind AND other.normalised = own.normalised
            WHERE own."orgId" = ${orgId}::uuid AND own."prospectId" = ${prospectId}::uuid AND own.kind = 'email'))
     ORDER BY p.id ${hold === "to-erase" ? Prisma.sql`FOR UPDATE OF p` : Prisma.sql`FOR NO KEY UPDATE OF p`}`;
  const self = rows.find(({ id }) => id === prospectId);
  if (!self) return null;
  const { isStopped: _, ...person } = self;
  const alsoKnownAs = rows.map(({ id }) => id).filter((id) => id !== prospectId);
  return { ...person, alsoKnownAs, reachable: rows.filter(({ isStopped }) => !isStopped).map(({ id }) => id) };
}
