import { no, ok } from "#lib/outcome.ts";
import { endpoint } from "#lib/platform/endpoint.ts";
import { ComposerQuery, findForComposer } from "#lib/value/template-queries.ts";

/** The templates a letter to this person can begin with, and the link it may carry. */
export const GET = endpoint(ComposerQuery, async ({ actor }, query) => {
  const found = await findForComposer(actor, query);
  return found ? ok(found) : no({ code: "not-found" });
});
