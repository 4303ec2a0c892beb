import { z } from "zod";

import { optionalId } from "#lib/field.ts";
import { ok } from "#lib/outcome.ts";
import { endpoint } from "#lib/platform/endpoint.ts";
import { listAssetsForPicker } from "#lib/value/queries.ts";

/** What can be brought, and when the person it is for had it already (V3). */
export const GET = endpoint(z.object({ prospectId: optionalId }), async ({ actor }, { prospectId }) =>
  ok({ assets: await listAssetsForPicker(actor, prospectId) }),
);
