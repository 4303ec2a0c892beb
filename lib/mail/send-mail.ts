import "server-only";
import { oneLine } from "#lib/field.ts";
import { compose, isAddress, isUnasked, type Message } from "#lib/mail/message.ts";
import { findSender, insertMail } from "#lib/mail/store.ts";
import type { Tx } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";
import { newId, newToken } from "#lib/platform/ids.ts";
import { enqueue } from "#lib/platform/queue.ts";

/**
 * Puts a message into the outbox, in the transaction of what causes it: both are kept, or neither. A job delivers it afterwards; where no mail
 * server is configured it waits for admins to read. Throws for what is not one address.
 */
export async function sendMail({ tx, orgId, now }: { tx: Tx; orgId: string; now: Date }, message: Message): Promise<{ id: string }> {
  const { kind, to, language, letter, replyTo = null, prospectId = null } = message;
  if (!isAddress(to.address)) throw new Error("a message goes to one address");
  const id = newId(now);
  const { BASE_URL } = env();
  const oneClick = isUnasked(kind) ? newToken(orgId) : null;
  await insertMail(
    { tx },
    {
      ...{ orgId, id, kind, language, replyTo, prospectId, to: to.address, toName: to.name && oneLine(to.name) },
      ...{ subject: oneLine(letter.subject), text: compose(message, await findSender({ tx, orgId })) },
      headers: oneClick ? unsubscribing(new URL(`/preferences/one-click/${oneClick.token}`, BASE_URL)) : {},
      tokenHash: oneClick?.hash ?? null,
      messageId: `<${id}@${new URL(BASE_URL).hostname}>`,
      ...{ createdAt: now, nextTryAt: now },
    },
  );
  await enqueue(tx, "mail", {});
  return { id };
}

/** RFC 8058: one press in the reader's mail program, without opening anything. */
const unsubscribing = ({ href }: URL) => ({ "List-Unsubscribe": `<${href}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
