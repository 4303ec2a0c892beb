import "server-only";
import { inTransaction } from "#lib/platform/transaction.ts";
import { countReceptionsOf } from "#lib/value/store.ts";

/** Counts anew how each asset was received by those who had it (V4). */
export function countReceptions(orgId: string): Promise<void> {
  return inTransaction({}, ({ tx }) => countReceptionsOf(tx, orgId));
}
