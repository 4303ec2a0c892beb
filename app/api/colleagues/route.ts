import { z } from "zod";

import { ok } from "#lib/outcome.ts";
import { listColleagues } from "#lib/people/queries.ts";
import { endpoint } from "#lib/platform/endpoint.ts";

export const GET = endpoint(z.object({}), async ({ actor }) =>
  ok({
    colleagues: (await listColleagues(actor)).filter(({ userId }) => userId !== actor.userId).map(({ userId, name }) => ({ userId, name })),
  }),
);
