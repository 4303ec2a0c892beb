import "server-only";
import type { Spoken } from "#lib/follow-up/spoken.ts";
import { sendMail } from "#lib/mail/send-mail.ts";
import { invitationLetter, passwordLetter } from "#lib/mail/staff-letters.ts";
import type { Tx } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";

type Place = { tx: Tx; orgId: string; now: Date };
type Whom = { token: string; name: string; email: string; language: Spoken };

export const invitationPath = (token: string) => `/invitations/${token}` as const;
const urlOf = (token: string) => new URL(invitationPath(token), env().BASE_URL).href;

export async function mailInvitation(
  place: Place,
  { token, name, email, language, by, organisation, days }: Whom & { by: string; organisation: string; days: number },
) {
  const letter = invitationLetter[language]({ url: urlOf(token), by, organisation, days });
  await sendMail(place, { kind: "invitation", to: { name, address: email }, language, letter });
}

/** `by` is the admin who reset the sign-in, or null; the hour at which the link ends is told by the clock of their zone. */
export async function mailPassword(
  place: Place,
  { token, name, email, language, by, expiresAt, timeZone }: Whom & { by: string | null; expiresAt: Date; timeZone: string },
) {
  const until = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeStyle: "short", timeZone }).format(
    expiresAt,
  );
  const letter = passwordLetter[language]({ url: urlOf(token), by, until });
  await sendMail(place, { kind: "password-reset", to: { name, address: email }, language, letter });
}
