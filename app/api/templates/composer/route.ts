import { z } from "zod";

import { no, ok } from "#lib/outcome.ts";
import { endpoint } from "#lib/platform/endpoint.ts";
import { findForComposer } from "#lib/value/template-queries.ts";

/** The templates a letter to this person can begin with, and the links it may carry. */
export const GET = endpoint(z.object({ prospectId: z.uuid() }), async ({ actor }, { prospectId }) => {
  const found = await findForComposer(actor, prospectId);
  return found ? ok(found) : no({ code: "not-found" });
});
