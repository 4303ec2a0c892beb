import "server-only";
import { z } from "zod";

import { ok, type Outcome } from "#lib/outcome.ts";
import { tellPeopleEvent, withMember } from "#lib/people/manage-people.ts";
import { endSessions, updateMember } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";

export const ReactivateMember = z.object({ userId: z.uuid() });
export type ReactivateMember = z.infer<typeof ReactivateMember>;

/** Lets someone in again with the password they had. A session opened in the instant of the deactivation does not come back to life. */
export function reactivateMember(context: Context, { userId }: ReactivateMember): Promise<Outcome<null>> {
  return withMember(context, userId, async (context, member) => {
    if (!member.deactivatedAt) return ok(null);

    await endSessions(context, userId);
    await updateMember(context, userId, { deactivatedAt: null });
    await tellPeopleEvent(context, "member.reactivated", userId);
    return ok(null);
  });
}
