import "server-only";
import { z } from "zod";

import { MailKind } from "#lib/mail/message.ts";
import { keepsWords, lease } from "#lib/mail/retry.ts";
import { db, type Tx } from "#lib/platform/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** A message somebody has taken up, as the mail server gets it. `attempt` counts this one. */
export const Claimed = z.object({
  orgId: z.string(),
  id: z.string(),
  kind: MailKind,
  prospectId: z.string().nullable(),
  to: z.string(),
  toName: z.string().nullable(),
  replyTo: z.string().nullable(),
  sender: z.string(),
  subject: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
  messageId: z.string(),
  attempt: z.number(),
});
export type Claimed = z.infer<typeof Claimed>;

export async function findSender({ tx, orgId }: { tx: Tx; orgId: string }): Promise<{ name: string; postalAddress: string | null }> {
  return tx.organisation.findUniqueOrThrow({ where: { id: orgId }, select: { name: true, postalAddress: true } });
}

export async function insertMail({ tx }: { tx: Tx }, mail: Prisma.MailUncheckedCreateInput): Promise<void> {
  await tx.mail.create({ data: mail, select: { id: true } });
}

/** Takes up the message that has been due longest, so that until its lease ends nobody else does. The caller's transaction commits before anything is sent. */
export async function claimNext({ tx, now }: { tx: Tx; now: Date }): Promise<Claimed | null> {
  const until = new Date(now.getTime() + lease);
  const [claimed] = await tx.$queryRaw<unknown[]>`
    WITH due AS MATERIALIZED (
      SELECT "orgId", id FROM "Mail" WHERE state = 'queued' AND "nextTryAt" <= ${now} ORDER BY "nextTryAt", id LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE "Mail" m SET attempts = m.attempts + 1, "nextTryAt" = ${until} FROM due, "Organisation" o
     WHERE m."orgId" = due."orgId" AND m.id = due.id AND o.id = m."orgId"
    RETURNING m."orgId", m.id, m.kind, m."prospectId", m."to", m."toName", m."replyTo", o.name AS sender, m.subject, m.text, m.headers, m."messageId",
              m.attempts AS attempt`;
  return claimed ? Claimed.parse(claimed) : null;
}

type End = Pick<Prisma.MailUncheckedUpdateManyInput, "state" | "sentAt" | "nextTryAt" | "lastError" | "text" | "headers">;
const wordless = { text: null, headers: {} };

/** Writes down how a try ended, unless somebody else has taken the message up meanwhile. */
async function end({ tx }: { tx: Tx }, { orgId, id, attempt }: Claimed, data: End): Promise<boolean> {
  const { count } = await tx.mail.updateMany({ where: { orgId, id, state: "queued", attempts: attempt }, data });
  return count > 0;
}

export const markSent = (place: { tx: Tx }, mail: Claimed, at: Date) =>
  end(place, mail, { state: "sent", sentAt: at, lastError: null, ...wordless });

export const markDropped = (place: { tx: Tx }, mail: Claimed, why: string) =>
  end(place, mail, { state: "dropped", lastError: why, ...wordless });

/** `again` is when to try again; null gives the message up for an admin to look at. */
export const markFailed = (place: { tx: Tx }, mail: Claimed, said: string, again: Date | null) =>
  end(place, mail, again ? { nextTryAt: again, lastError: said } : { state: "failed", lastError: said });

/** Lets a failed message that still has its words start anew; whether there was one. */
export async function requeue({ tx, orgId, now }: { tx: Tx; orgId: string; now: Date }, id: string): Promise<boolean> {
  const where = { orgId, id, state: "failed", text: { not: null } };
  const { count } = await tx.mail.updateMany({ where, data: { state: "queued", attempts: 0, nextTryAt: now } });
  return count > 0;
}

/** Takes the words, and with them the secret links, from whatever was not delivered in time. */
export async function forgetWords(now: Date): Promise<void> {
  const old = { createdAt: { lt: new Date(now.getTime() - keepsWords) }, text: { not: null } };
  await db.mail.updateMany({
    where: { ...old, state: "queued" },
    data: { state: "failed", lastError: "It could not be sent within seven days.", ...wordless },
  });
  await db.mail.updateMany({ where: { ...old, state: "failed" }, data: wordless });
}
