import "server-only";
import { z } from "zod";

import { line } from "#lib/field.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import { keyPrefix } from "#lib/people/identify-key.ts";
import { asAdmin, tellPeopleEvent } from "#lib/people/manage-people.ts";
import { insertApiKey, isActiveMember } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";

export const CreateApiKey = z.object({ name: line("What is it for? Give it a name.", 80), worksAsId: z.uuid("Choose whom it works as.") });
export type CreateApiKey = z.infer<typeof CreateApiKey>;

/** The key itself, to be seen this once. */
export type NewApiKey = { id: string; name: string; key: string };

/** A key for another program. It sees what the member it works as sees, and nothing more. */
export function createApiKey(context: Context, { name, worksAsId }: CreateApiKey): Promise<Outcome<NewApiKey>> {
  return asAdmin(context, "manage-api-keys", async (context) => {
    if (!(await isActiveMember(context, worksAsId))) return no({ code: "not-found" });

    const { id, token } = await insertApiKey(context, { name, worksAsId });
    await tellPeopleEvent(context, "api-key.created", id, { worksAsId });
    return ok({ id, name, key: keyPrefix + token });
  });
}
