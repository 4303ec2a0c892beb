import { z } from "zod";

import { endpoint } from "#lib/platform/endpoint.ts";
import { findReach } from "#lib/touches/find-reach.ts";

const Wanted = z.object({ prospectId: z.uuid().toLowerCase(), followUpId: z.uuid().nullable().default(null) });

/** What a call or a letter begins with. */
export const GET = endpoint(Wanted, (context, { prospectId, followUpId }) => findReach(context, prospectId, followUpId));
