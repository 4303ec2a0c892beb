import "server-only";
import { createHash } from "node:crypto";

/** What is known of somebody by a hash that outlives a record: an address, the domain or company it belongs to, the key they came with. */
export type HashedKind = "email" | "phone" | "domain" | "company" | "person";

/** What is kept of an address that must not be contacted: meaningless without the organisation's salt, and in any other organisation (C4). The database's `suppression_hash` says the same. */
export function hashAddress(salt: string, kind: HashedKind, normalised: string): string {
  return createHash("sha256").update(`${salt}:${kind}:${normalised}`).digest("hex");
}
