import { z } from "zod";

import { no, ok } from "#lib/outcome.ts";
import { endpoint } from "#lib/platform/endpoint.ts";
import { findProgress } from "#lib/transfer/queries.ts";

const Progress = z.object({ importId: z.uuid() });

/** How far an import has come. */
export const GET = endpoint(Progress, async ({ actor }, { importId }) => {
  const found = await findProgress(actor, importId);
  return found ? ok(found) : no({ code: "not-found" });
});
