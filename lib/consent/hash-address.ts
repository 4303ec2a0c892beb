import "server-only";
import { createHash } from "node:crypto";

import { Prisma } from "#prisma/generated/client.ts";

/** The addresses whose hash outlives a record. */
export type HashedKind = "email" | "phone";

/** What is kept of an address that must not be contacted: meaningless without the organisation's salt, and in any other organisation (C4). */
export function hashAddress(salt: string, kind: HashedKind, normalised: string): string {
  return createHash("sha256").update(`${salt}:${kind}:${normalised}`).digest("hex");
}

/** The same in the database, for checking many rows at once. The arguments are SQL expressions of type text. */
export function hashAddressSql(salt: Prisma.Sql, kind: Prisma.Sql, normalised: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`encode(sha256(convert_to(${salt} || ':' || ${kind} || ':' || ${normalised}, 'UTF8')), 'hex')`;
}
