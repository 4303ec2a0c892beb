import "server-only";
import { no, type Outcome } from "#lib/outcome.ts";
import { Prisma } from "#prisma/generated/client.ts";

const twice = "This was sent twice at the same moment. Nothing more was changed; look again before you repeat it.";

/** Runs a use case; where many work on the same thing at once, the one that could not be served hears so instead of an error, and nothing of it was kept. */
export async function orBusy<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null;
    // P2028: no connection, or no lock, in time; P2034: a deadlock was ended
    if (code === "P2028" || code === "P2034") return no({ code: "busy" });
    if (code === "P2002") return no({ code: "conflict", sentence: twice });
    throw error;
  }
}
