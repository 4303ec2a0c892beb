import "server-only";
import type { Context } from "#lib/platform/context.ts";
import { db, type Tx } from "#lib/platform/db.ts";

export type TxContext<C = Context> = C & { tx: Tx };

/** Runs a use case's work as one transaction: all of it is kept, or none. No network inside. */
export function inTransaction<C extends object, T>(context: C, work: (context: TxContext<C>) => Promise<T>): Promise<T> {
  return db.$transaction((tx) => work({ ...context, tx }), { maxWait: 2_000, timeout: 15_000 });
}
