import "server-only";
import type { PoolClient } from "pg";

import type { Context } from "#lib/platform/context.ts";
import { db, pool, preparedName, type Query, type Sql, type Tx } from "#lib/platform/db.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type TxContext<C = Context> = C & { tx: Tx };

/** Runs a use case's work as one transaction: all of it is kept, or none. No network inside. */
export function inTransaction<C extends object, T>(context: C, work: (context: TxContext<C>) => Promise<T>): Promise<T> {
  return db.$transaction((tx) => work({ ...context, tx }), { maxWait: 2_000, timeout: 15_000 });
}

/** One connection, one transaction: COPY and temporary tables need both, and the pool's Prisma client lends out neither. */
export async function inRawTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // a connection that cannot even roll back is thrown away, and with it the transaction
    await client.query("ROLLBACK").then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

/** The same for statements written by hand over many rows: what passes through the database client by the megabyte is translated twice on its way. */
export function inSqlTransaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
  return inRawTransaction((client) => work(sqlOver(client)));
}

/** The statements of a transaction that has a connection of its own. */
export function sqlOver(client: PoolClient): Sql {
  const run = (query: Query, values: unknown[]) => client.query(asStatement(query, values));
  return {
    $queryRaw: async <R>(query: Query, ...values: unknown[]) => (await run(query, values)).rows as R,
    $executeRaw: async (query, ...values) => (await run(query, values)).rowCount ?? 0,
  };
}

function asStatement(query: Query, values: unknown[]): { name?: string; text: string; values: unknown[] } {
  const { text, values: given } = "sql" in query ? query : Prisma.sql(query, ...values);
  return { name: preparedName(text) || undefined, text, values: given };
}
