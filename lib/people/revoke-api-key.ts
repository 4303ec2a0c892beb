import "server-only";
import { z } from "zod";

import { no, ok, type Outcome } from "#lib/outcome.ts";
import { asAdmin, tellPeopleEvent } from "#lib/people/manage-people.ts";
import { endApiKey } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";

export const RevokeApiKey = z.object({ keyId: z.uuid() });
export type RevokeApiKey = z.infer<typeof RevokeApiKey>;

/** Ends a key for good: the next call with it is refused. */
export function revokeApiKey(context: Context, { keyId }: RevokeApiKey): Promise<Outcome<null>> {
  return asAdmin(context, "manage-api-keys", async (context) => {
    if ((await endApiKey(context, keyId)) === 0) return no({ code: "not-found" });

    await tellPeopleEvent(context, "api-key.revoked", keyId);
    return ok(null);
  });
}
