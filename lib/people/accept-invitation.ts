import "server-only";
import { hashPassword } from "better-auth/crypto";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { isTimeZone } from "#lib/follow-up/local-time.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import { findInvitation } from "#lib/people/queries.ts";
import { claimInvitation, endSessions, insertMember, type OpenInvitation, setPassword } from "#lib/people/store.ts";
import { readToken } from "#lib/platform/ids.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";

export const AcceptInvitation = z.object({
  token: z.string().max(100),
  password: z
    .string()
    .min(12, "Use at least 12 characters. A few words in a row are easy to remember.")
    .max(200, "Use at most 200 characters."),
  timeZone: z.string().max(64).refine(isTimeZone, "Choose a time zone from the list.").optional(),
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

const taken = "This e-mail address already has an account with another organisation. Ask your admin to invite another address.";
const none = no({ code: "not-found" });

/** Joins, or sets a new password: once, by whoever holds the link. All earlier sessions end. */
export async function acceptInvitation(
  { now }: { now: Date },
  { token, password, timeZone }: AcceptInvitation,
): Promise<Outcome<{ email: string }>> {
  const key = readToken(token);
  const found = key && (await findInvitation(token, now));
  if (!found) return none; // before the hash, which is slow on purpose

  const hash = await hashPassword(password);
  return inTransaction({ now }, async (context) => {
    const invitation = await claimInvitation(context, key);
    if (!invitation) return none;

    const place = { ...context, orgId: key.orgId };
    const userId = invitation.userId ?? (await insertMember(place, invitation, { password: hash, timeZone: timeZone ?? found.timeZone }));
    if (!userId) return no({ code: "conflict", sentence: taken });
    if (invitation.purpose === "reset") await renew(context, userId, hash);
    await recordEvent({ ...place, actorId: userId }, { kind: eventKinds[invitation.purpose], subjectId: userId });
    return ok({ email: invitation.email });
  });
}

const eventKinds: Record<OpenInvitation["purpose"], string> = { join: "member.joined", reset: "member.password-chosen" };

async function renew(context: TxContext<{ now: Date }>, userId: string, hash: string): Promise<void> {
  await endSessions(context, userId);
  await setPassword(context, userId, hash);
}
