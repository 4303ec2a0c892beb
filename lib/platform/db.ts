import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { type Prisma, PrismaClient } from "#prisma/generated/client.ts";

export type Tx = Prisma.TransactionClient;

export type Query = TemplateStringsArray | Prisma.Sql;
/** What runs statements written by hand: the database client in a transaction, or the driver alone. */
export type Sql = {
  $queryRaw<R = unknown>(query: Query, ...values: unknown[]): Promise<R>;
  $executeRaw(query: Query, ...values: unknown[]): Promise<number>;
};

function open() {
  const pool = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 2_000,
    application_name: "tactful",
  });
  // an idle connection that dies (a restarted server) is replaced at the next query; unheard, the event would end the process
  pool.on("error", (error) => console.error("idle database connection lost:", error.message));
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => preparedName(sql) }) }) };
}

// A statement marked as prepared is parsed and planned once a connection: for a large one on the hot path that is most of its cost. All others stay
// unnamed and get a plan for their own parameters. Behind PgBouncer in transaction mode this takes version 1.21 or newer.
export const preparedName = (sql: string): string => /^\s*\/\* prepared: ([\w-]+) \*\//.exec(sql)?.[1] ?? "";

// one pool a process, also across development reloads
const global = globalThis as unknown as { tactful?: ReturnType<typeof open> };
export const { pool, db } = (global.tactful ??= open());
