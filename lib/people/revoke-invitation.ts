import "server-only";
import { z } from "zod";

import { no, ok, type Outcome } from "#lib/outcome.ts";
import { asAdmin, tellPeopleEvent } from "#lib/people/manage-people.ts";
import { revokeInvitations } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";

export const RevokeInvitation = z.object({ invitationId: z.uuid() });
export type RevokeInvitation = z.infer<typeof RevokeInvitation>;

export function revokeInvitation(context: Context, { invitationId }: RevokeInvitation): Promise<Outcome<null>> {
  return asAdmin(context, "manage-people", async (context) => {
    const revoked = await revokeInvitations({ ...context, orgId: context.actor.orgId }, { id: invitationId });
    if (revoked === 0) return no({ code: "not-found" });

    await tellPeopleEvent(context, "invitation.revoked", invitationId);
    return ok(null);
  });
}
