import "server-only";
import { Spoken } from "#lib/follow-up/spoken.ts";
import { findUnsubscribable } from "#lib/mail/queries.ts";
import { readToken } from "#lib/platform/ids.ts";
import type { Guest } from "#lib/preferences/guest.ts";

export type OneClick = { guest: Guest; organisation: string; language: Spoken };

/** For whom the press in a mail speaks (RFC 8058), or null for a token that was never sent. It never expires. */
export async function openOneClick(token: string, now: Date): Promise<OneClick | null> {
  const key = readToken(token);
  const mail = key && (await findUnsubscribable(key.orgId, key.hash));
  if (!mail) return null;
  const { id: linkId, prospectId, organisation, language } = mail;
  return { guest: { orgId: key.orgId, prospectId, linkId, now, method: "one_click" }, organisation, language: Spoken.parse(language) };
}
