import "server-only";
import { z } from "zod";

import { line } from "#lib/field.ts";
import { Spoken } from "#lib/follow-up/spoken.ts";
import { isMailSent } from "#lib/mail/transport.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import { invitationPath, mailInvitation } from "#lib/people/mail-staff.ts";
import { asAdmin, tellPeopleEvent } from "#lib/people/manage-people.ts";
import { Role } from "#lib/people/roles.ts";
import { daysToAccept, findMemberByEmail, insertInvitation, organisationName, teamExists } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";

export const InviteMember = z.object({
  name: line("Who is it? Write their name.", 120),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email("Write an e-mail address, such as maya@example.com.")),
  role: Role,
  teamId: z.uuid("Choose a team."),
  /** In which language they are written to. */
  language: Spoken.default("en"),
});
export type InviteMember = z.infer<typeof InviteMember>;

/** A link to hand over, shown once: whoever opens it within seven days chooses a password. */
export type OneTimeLink = { path: `/invitations/${string}`; name: string; expiresAt: Date };
/** Where mail is sent, the link goes to its owner alone. */
export type HandedOver = OneTimeLink | { mailedTo: string; name: string; expiresAt: Date };

export function inviteMember(context: Context, { name, email, role, teamId, language }: InviteMember): Promise<Outcome<HandedOver>> {
  return asAdmin<HandedOver>(context, "manage-people", async (context) => {
    const { tx, now, actor } = context;
    if (!(await teamExists(context, teamId))) return no({ code: "not-found" });
    const already = await findMemberByEmail(context, email);
    if (already)
      return invalid("email", `${already.name} is already here${already.deactivatedAt ? ", deactivated: reactivate them instead" : ""}.`);

    const invitation = { purpose: "join" as const, email, name, role, teamId, createdById: actor.userId };
    const place = { tx, orgId: actor.orgId, now };
    const { id, token, expiresAt } = await insertInvitation(place, invitation);
    await tellPeopleEvent(context, "member.invited", id, { role });
    if (!isMailSent()) return ok({ path: invitationPath(token), name, expiresAt });
    const letter = { by: actor.name, organisation: await organisationName(context), days: daysToAccept };
    await mailInvitation(place, { token, name, email, language, ...letter });
    return ok({ mailedTo: email, name, expiresAt });
  });
}
