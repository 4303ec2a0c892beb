import "server-only";
import { z } from "zod";

import { no, type Outcome } from "#lib/outcome.ts";
import { Prisma } from "#prisma/generated/client.ts";

const twice = "This was sent twice at the same moment. Nothing more was changed; look again before you repeat it.";

/** Runs a use case; where many work on the same thing at once, the one that could not be served hears so instead of an error, and nothing of it was kept. */
export async function orBusy<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Prisma.PrismaClientKnownRequestError ? (sqlState(error) ?? error.code) : null;
    // P2028: no connection, or no lock, in time; P2034, and 40P01 of a statement written by hand: a deadlock was ended
    if (code === "P2028" || code === "P2034" || code === "40P01") return no({ code: "busy" });
    if (code === "P2002" || code === "23505") return no({ code: "conflict", sentence: twice });
    throw error;
  }
}

const Failed = z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) });

/** What the database said of a statement written by hand, for which the client has one code whatever went wrong (P2010). */
const sqlState = ({ code, meta }: Prisma.PrismaClientKnownRequestError): string | null =>
  code === "P2010" ? (Failed.safeParse(meta).data?.driverAdapterError.cause.originalCode ?? null) : null;
