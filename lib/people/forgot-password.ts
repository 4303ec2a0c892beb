import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { Spoken, spokenOf } from "#lib/follow-up/spoken.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import { mailPassword } from "#lib/people/mail-staff.ts";
import { findActiveMember, insertInvitation } from "#lib/people/store.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { countTry, type Limit } from "#lib/platform/rate-limit.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

const perAddress: Limit = { max: 3, windowSeconds: 60 * 60 };
const perNetwork: Limit = { max: 20, windowSeconds: 60 * 60 };
const twoHours = 2 * 60 * 60 * 1000;

export const ForgotPassword = z.object({ email: z.string().trim().toLowerCase().max(254).pipe(z.email("Write your e-mail address.")) });
export type ForgotPassword = z.infer<typeof ForgotPassword>;

type Visitor = { now: Date; from: string; languages: string | null };

/** Takes note that somebody forgot their password. Whether there is an account is found out by a job, so neither the answer nor its time can tell. */
export async function forgotPassword({ now, from, languages }: Visitor, { email }: ForgotPassword): Promise<Outcome<null>> {
  const retryAfterSeconds = await countTry(`forgot password from ${from}`, perNetwork, now);
  if (retryAfterSeconds > 0) return no({ code: "too-many", retryAfterSeconds });
  const isOften = (await countTry(`forgot password of ${email}`, perAddress, now)) > 0;
  if (!isOften) await inTransaction({ now }, ({ tx }) => enqueue(tx, "lost-password", { email, language: spokenOf(languages) }));
  return ok(null);
}

export const LostPasswordJob = z.object({ email: z.string(), language: Spoken });
export type LostPasswordJob = z.infer<typeof LostPasswordJob>;

/** Mails an active member a link to choose a new password, good for two hours. The old one and their sessions last until they do. */
export async function mailLostPassword({ now }: { now: Date }, { email, language }: LostPasswordJob): Promise<void> {
  await inTransaction({ now }, async ({ tx }) => {
    const member = await findActiveMember({ tx }, email);
    if (!member) return;
    const { orgId, timeZone, ...about } = member;
    const place = { tx, orgId, now };
    const invitation = { ...about, purpose: "reset" as const, email, createdById: null };
    const { id, token, expiresAt } = await insertInvitation(place, invitation, twoHours);
    await mailPassword(place, { token, expiresAt, by: null, name: about.name, email, language, timeZone });
    await recordEvent(
      { ...place, actorId: null },
      { kind: "member.password-forgotten", subjectId: about.userId, data: { invitation: id } },
    );
  });
}
