import { z } from "zod";

import { ok } from "#lib/outcome.ts";
import { endpoint } from "#lib/platform/endpoint.ts";
import { listAssetsForPicker } from "#lib/value/queries.ts";

export const GET = endpoint(z.object({}), async ({ actor }) => ok({ assets: await listAssetsForPicker(actor) }));
