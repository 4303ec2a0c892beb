import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { line } from "#lib/field.ts";
import { isTimeZone } from "#lib/follow-up/local-time.ts";
import { ok, type Outcome } from "#lib/outcome.ts";
import { InviteMember, type OneTimeLink } from "#lib/people/invite-member.ts";
import { invitationPath } from "#lib/people/mail-staff.ts";
import { insertInvitation, insertOrganisation, insertTeam } from "#lib/people/store.ts";
import { newId } from "#lib/platform/ids.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import type { Policy } from "#lib/policy/policy.ts";

export const FoundOrganisation = z.object({
  name: line("Give the organisation a name.", 120),
  timeZone: z.string().refine(isTimeZone, "Write a time zone such as Europe/Amsterdam."),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Write the country as two letters, such as NL.")
    .nullish()
    .transform((country) => country ?? null),
  admin: InviteMember.pick({ name: true, email: true }),
});
export type FoundOrganisation = z.infer<typeof FoundOrganisation>;

/** A new organisation with one team, its stages and a policy to begin with, and a link for its first admin. Nobody signed in is needed: it is run from the command line. */
export function foundOrganisation(
  { now, policy }: { now: Date; policy: Policy },
  input: FoundOrganisation,
): Promise<Outcome<OneTimeLink & { orgId: string }>> {
  const { admin, ...about } = input;
  return inTransaction({ now }, async (context) => {
    const orgId = newId(now);
    const place = { ...context, orgId };
    await insertOrganisation(place, { ...about, hashSalt: randomBytes(16).toString("hex") }, policy);
    const teamId = (await insertTeam(place, "Sales"))!;
    const invitation = { purpose: "join" as const, ...admin, role: "admin" as const, teamId, createdById: null };
    const { token, expiresAt } = await insertInvitation(place, invitation);
    await recordEvent({ ...place, actorId: null }, { kind: "organisation.founded" });
    return ok({ orgId, path: invitationPath(token), name: admin.name, expiresAt });
  });
}
