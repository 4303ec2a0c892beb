import "server-only";
import { spokenOf } from "#lib/follow-up/spoken.ts";
import { sendMail } from "#lib/mail/send-mail.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newLink } from "#lib/preferences/new-link.ts";
import { type Answer, answerLetter } from "#lib/rights/answer-letter.ts";
import { findAddressee, type Place } from "#lib/rights/store.ts";

/**
 * Puts the answer into the outbox, in the transaction of the answer, with a fresh link to their own page; nothing where no address is on the record.
 * After an erasure there is no address left and their page alone tells it.
 */
export async function mailAnswer({ tx, orgId, actorId, now }: Place & { tx: Tx }, prospectId: string, answer: Answer): Promise<void> {
  const addressee = await findAddressee({ tx, orgId }, prospectId);
  if (!addressee) return;
  const { name, email, language } = addressee;
  const speaks = spokenOf(language);
  const { url } = await newLink({ tx, orgId, now }, prospectId, actorId, email);
  const letter = answerLetter(speaks, answer, { url: `${url}/data` });
  await sendMail({ tx, orgId, now }, { kind: "data-request", to: { name, address: email }, language: speaks, letter, prospectId });
}
