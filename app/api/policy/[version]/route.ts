import { z } from "zod";

import { no, ok } from "#lib/outcome.ts";
import { may } from "#lib/people/roles.ts";
import { endpoint } from "#lib/platform/endpoint.ts";
import { findRollout } from "#lib/policy/queries.ts";

const Rollout = z.object({ version: z.coerce.number().int().min(1).max(2_147_483_647) });

/** How far judging again by a version has come. */
export const GET = endpoint(Rollout, async ({ actor }, { version }) => {
  const found = may(actor, "see-overview") ? await findRollout(actor, version) : null;
  return found ? ok(found) : no({ code: "not-found" });
});
