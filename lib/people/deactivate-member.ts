import "server-only";
import { z } from "zod";

import { ok, type Outcome } from "#lib/outcome.ts";
import { onlyAdmin, tellPeopleEvent, withMember } from "#lib/people/manage-people.ts";
import { endCalendarLinks, endSessions, revokeInvitations, updateMember } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";

export const DeactivateMember = z.object({ userId: z.uuid() });
export type DeactivateMember = z.infer<typeof DeactivateMember>;

/** Shuts someone out at once: their sessions and open links end with this transaction. Their records stay theirs. */
export function deactivateMember(context: Context, { userId }: DeactivateMember): Promise<Outcome<null>> {
  return withMember(context, userId, async (context, member) => {
    if (member.deactivatedAt) return ok(null);
    if (member.onlyAdmin) return onlyAdmin;

    await updateMember(context, userId, { deactivatedAt: context.now });
    await endSessions(context, userId);
    await endCalendarLinks(context, userId);
    await revokeInvitations({ ...context, orgId: context.actor.orgId }, { email: member.email });
    await tellPeopleEvent(context, "member.deactivated", userId);
    return ok(null);
  });
}
