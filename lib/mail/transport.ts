import "server-only";
import { createTransport } from "nodemailer";

import { oneLine } from "#lib/field.ts";
import type { Claimed } from "#lib/mail/store.ts";
import type { Failure } from "#lib/mail/retry.ts";
import { env } from "#lib/platform/env.ts";

/** Whether there is a server to hand mail to. Without one it waits, for admins to read. */
export const isMailSent = () => env().SMTP_URL !== undefined;

export type Sending = { ok: true } | { ok: false; failure: Failure; said: string };
export type Transport = { send: (mail: Claimed) => Promise<Sending>; close: () => void };

/** A connection to the mail server for several messages, opened at the first; null where none is configured. Whoever opens it closes it. */
export function openTransport(): Transport | null {
  const { SMTP_URL, SMTP_FROM } = env();
  if (!SMTP_URL || !SMTP_FROM) return null;
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  const smtp = createTransport({
    url: SMTP_URL,
    pool: true,
    maxConnections: 1,
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    close: () => smtp.close(),
    send: (mail) =>
      smtp.sendMail(asSent(mail, SMTP_FROM)).then(
        () => ({ ok: true }),
        (error: Error & Failure) => ({ ok: false, failure: error, said: oneLine(error.message).slice(0, 300) }),
      ),
  };
}

/** Names and addresses go apart, as objects, so that no name can add a recipient; the library encodes what a header cannot hold. */
function asSent({ to, toName, replyTo, sender, subject, text, headers, messageId }: Claimed, from: string) {
  return {
    from: { name: oneLine(sender), address: from },
    to: { name: toName ?? "", address: to },
    replyTo: replyTo ? { name: "", address: replyTo } : undefined,
    ...{ subject, text, messageId },
    // as they are: a folded address would be another one
    headers: Object.entries(headers).map(([key, value]) => ({ key, value: { prepared: true, value } })),
  };
}
