import { ok } from "#lib/outcome.ts";
import { endpoint } from "#lib/platform/endpoint.ts";
import { findByWords } from "#lib/search/queries.ts";
import { Group, SearchQuery } from "#lib/search/search.ts";

/** The best few of each kind, or of the one asked for: one's own people first. */
export const GET = endpoint(SearchQuery, async (context, { q, in: group }) =>
  ok(await findByWords(context, q, group ? [group] : Group.options, { size: group ? 8 : 5, ownFirst: true })),
);
