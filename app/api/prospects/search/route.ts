import { z } from "zod";

import { ok } from "#lib/outcome.ts";
import { endpoint } from "#lib/platform/endpoint.ts";
import { searchProspectsForLog } from "#lib/touches/queries.ts";

const Search = z.object({ q: z.string().max(200).default("") });

export const GET = endpoint(Search, async ({ actor }, { q }) => ok({ prospects: await searchProspectsForLog(actor, q) }));
