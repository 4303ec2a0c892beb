import { z } from "zod";

import { no, ok } from "#lib/outcome.ts";
import { endpoint } from "#lib/platform/endpoint.ts";
import { findMoveDesk } from "#lib/schedule/desk-queries.ts";

const Which = z.object({ followUpId: z.uuid().toLowerCase() });

/** What it takes to judge in the browser where a follow-up may be moved. */
export const GET = endpoint(Which, async (context, { followUpId }) => {
  const desk = await findMoveDesk(context, followUpId);
  return desk ? ok(desk) : no({ code: "not-found" });
});
