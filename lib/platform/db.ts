import "server-only";
import { createHash } from "node:crypto";

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

/**
 * What is asked for here is read by index, a few rows or a few thousand: to start helper processes for it, or to compile it, takes longer than to answer it,
 * and on a busy server holds up all others. The pool waits for this, though its types do not say so.
 */
const forShortReads = (async (client: pg.ClientBase) => {
  await client.query("SET max_parallel_workers_per_gather = 0; SET jit = off");
}) as (client: pg.ClientBase) => void;

function open() {
  const pool = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 2_000,
    application_name: "tactful",
    onConnect: forShortReads,
  });
  // an idle connection that dies (a restarted server) is replaced at the next query; unheard, the event would end the process
  pool.on("error", (error) => console.error("idle database connection lost:", error.message));
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => preparedName(sql) }) }) };
}

/**
 * The name under which a statement marked as prepared is kept, or none. Such a statement is parsed and planned once a connection: for a large one on the
 * hot path that is most of its cost. All others stay unnamed and get a plan for their own parameters. What a rep and a manager see is asked for in
 * different words under one mark, so the words are part of the name. Behind PgBouncer in transaction mode this takes version 1.21 or newer.
 */
export function preparedName(sql: string): string {
  const mark = /^\s*\/\* prepared: ([\w-]+) \*\//.exec(sql)?.[1];
  return mark ? `${mark}-${createHash("sha1").update(sql).digest("base64url").slice(0, 16)}` : "";
}

// one pool a process, also across development reloads
const global = globalThis as unknown as { tactful?: ReturnType<typeof open> };
export const { pool, db } = (global.tactful ??= open());
