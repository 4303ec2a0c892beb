import { z } from "zod";

import { ok } from "#lib/outcome.ts";
import { endpoint } from "#lib/platform/endpoint.ts";
import { findRecords, References } from "#lib/search/record-queries.ts";
import { listViews } from "#lib/views/queries.ts";

/** What the palette shows before a word is typed: the records opened last, by the names they have now, and the views at hand. */
export const GET = endpoint(z.object({ recent: References.default([]) }), async ({ actor }, { recent }) => {
  const [records, views] = await Promise.all([findRecords(actor, recent), listViews(actor)]);
  return ok({ recent: records, views });
});
