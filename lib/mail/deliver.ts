import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import type { MailKind } from "#lib/mail/message.ts";
import { mostTries, nextTry } from "#lib/mail/retry.ts";
import { type Claimed, claimNext, forgetWords, markDropped, markFailed, markSent } from "#lib/mail/store.ts";
import { openTransport, type Sending, type Transport } from "#lib/mail/transport.ts";
import type { Tx } from "#lib/platform/db.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

/** Looks once more, inside the claim, whether a message may still leave: a sentence why not, or null. It locks whom it is about. */
export type Recheck = (
  place: { tx: Tx; orgId: string; now: Date },
  mail: { id: string; prospectId: string | null; to: string },
) => Promise<string | null>;

/** The same of a message about a prospect; one that is about nobody has nothing to look at. */
export const aboutProspect =
  (look: (place: Parameters<Recheck>[0], mail: { id: string; prospectId: string; to: string }) => Promise<string | null>): Recheck =>
  async (place, { id, prospectId, to }) =>
    prospectId && look(place, { id, prospectId, to });
export type Rechecks = Partial<Record<MailKind, Recheck>>;

export type Delivered = { sent: number; failed: number; dropped: number };

const batch = 100;

/**
 * Delivers what is due in the outbox. Each message is claimed in a transaction of its own, sent outside of it, and its end written down, so several
 * workers share the work and one that lost its claim changes nothing. A worker that dies between the server's yes and our note of it leaves the
 * message to be sent once more, with the same Message-ID: that is the one way to send twice. At most `batch` a call.
 */
export async function deliverDue(rechecks: Rechecks, clock: () => Date): Promise<Delivered> {
  await forgetWords(clock());
  const done: Delivered = { sent: 0, failed: 0, dropped: 0 };
  const transport = openTransport();
  if (!transport) return done;
  try {
    for (let count = 0; count < batch; count += 1) {
      const claim = await inTransaction({ now: clock() }, (place) => claimWelcome(place, rechecks));
      if (!claim) break;
      done[claim.dropped ? "dropped" : await deliver(transport, claim.mail, clock)] += 1;
    }
  } finally {
    transport.close();
  }
  return done;
}

async function claimWelcome({ tx, now }: { tx: Tx; now: Date }, rechecks: Rechecks): Promise<{ mail: Claimed; dropped: boolean } | null> {
  const mail = await claimNext({ tx, now });
  if (!mail) return null;
  const { orgId, id, kind, prospectId, to } = mail;
  const why = await rechecks[kind]?.({ tx, orgId, now }, { id, prospectId, to });
  if (!why) return { mail, dropped: false };
  await markDropped({ tx }, mail, why);
  await recordEvent({ tx, orgId, actorId: null, now }, { kind: "mail.dropped", prospectId, subjectId: id, data: { kind, why } });
  return { mail, dropped: true };
}

async function deliver({ send }: Transport, mail: Claimed, clock: () => Date): Promise<"sent" | "failed"> {
  const ending: Sending =
    mail.attempt > mostTries ? { ok: false, failure: {}, said: "Whoever sent it did not come back." } : await send(mail);
  const now = clock();
  await inTransaction({ now }, async ({ tx }) => {
    if (ending.ok) return markSent({ tx }, mail, now);
    const again = nextTry(ending.failure, mail.attempt, now);
    const { orgId, id, kind, prospectId } = mail;
    if ((await markFailed({ tx }, mail, ending.said, again)) && !again)
      await recordEvent({ tx, orgId, actorId: null, now }, { kind: "mail.failed", prospectId, subjectId: id, data: { kind } });
    return false;
  });
  return ending.ok ? "sent" : "failed";
}
