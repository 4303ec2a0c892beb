import "server-only";
import { z } from "zod";

import { isMailSent } from "#lib/mail/transport.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { HandedOver } from "#lib/people/invite-member.ts";
import { invitationPath, mailPassword } from "#lib/people/mail-staff.ts";
import { tellPeopleEvent, withMember } from "#lib/people/manage-people.ts";
import { endSessions, insertInvitation, takePassword } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";

export const ResetMember = z.object({ userId: z.uuid() });
export type ResetMember = z.infer<typeof ResetMember>;

/** Ends someone's sessions and password at once; the link is then their only way in. Not for oneself, who would lose the link with the session. */
export function resetMember(context: Context, { userId }: ResetMember): Promise<Outcome<HandedOver>> {
  return withMember<HandedOver>(context, userId, async (context, member) => {
    const { tx, now, actor } = context;
    if (userId === actor.userId) return no({ code: "conflict", sentence: "You cannot reset yourself. Ask another admin." });
    if (member.deactivatedAt) return no({ code: "conflict", sentence: `${member.name} is deactivated. Reactivate them first.` });

    await endSessions(context, userId);
    await takePassword(context, userId);
    const { email, name, role, teamId, timeZone } = member;
    const place = { tx, orgId: actor.orgId, now };
    const invitation = { purpose: "reset" as const, userId, email, name, role, teamId, createdById: actor.userId };
    const { token, expiresAt } = await insertInvitation(place, invitation);
    await tellPeopleEvent(context, "member.reset", userId);
    if (!isMailSent()) return ok({ path: invitationPath(token), name, expiresAt });
    await mailPassword(place, { token, expiresAt, by: actor.name, name, email, language: "en", timeZone });
    return ok({ mailedTo: email, name, expiresAt });
  });
}
