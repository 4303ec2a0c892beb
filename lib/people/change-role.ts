import "server-only";
import { z } from "zod";

import { ok, type Outcome } from "#lib/outcome.ts";
import { onlyAdmin, tellPeopleEvent, withMember } from "#lib/people/manage-people.ts";
import { Role } from "#lib/people/roles.ts";
import { updateMember } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";

export const ChangeRole = z.object({ userId: z.uuid(), role: Role });
export type ChangeRole = z.infer<typeof ChangeRole>;

/** Takes effect at their next request: the role is read with every one. */
export function changeRole(context: Context, { userId, role }: ChangeRole): Promise<Outcome<null>> {
  return withMember(context, userId, async (context, member) => {
    if (member.role === role) return ok(null);
    if (member.onlyAdmin) return onlyAdmin;

    await updateMember(context, userId, { role });
    await tellPeopleEvent(context, "member.role-changed", userId, { from: member.role, to: role });
    return ok(null);
  });
}
