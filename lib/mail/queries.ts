import "server-only";
import type { MailKind } from "#lib/mail/message.ts";
import { isMailSent } from "#lib/mail/transport.ts";
import { type Page, readCursor, toPage } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db, type Tx } from "#lib/platform/db.ts";
import { mayManageMail, visibleWhere } from "#lib/platform/scope.ts";

export type MailState = "queued" | "sent" | "failed" | "dropped";
export type MailRow = {
  id: string;
  kind: MailKind;
  to: string;
  toName: string | null;
  subject: string;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  nextTryAt: Date;
  sentAt: Date | null;
  /** Shown only where no mail server is configured: the links in it are secrets of the person it is for. */
  text: string | null;
  /** Whether it can be tried again. */
  hasWords: boolean;
};

const size = 50;

/** The outbox, the newest first. Nothing for whoever may not manage it. */
export async function listMail(
  actor: Actor,
  { state, cursor }: { state: MailState | null; cursor: string | null },
): Promise<Page<MailRow>> {
  if (!mayManageMail(actor)) return { rows: [], next: null, previous: null };
  const from = readCursor(cursor);
  const rows = await db.mail.findMany({
    where: { orgId: actor.orgId, ...(state && { state }), ...(from && { id: from.back ? { gt: from.id } : { lt: from.id } }) },
    select: {
      ...{ id: true, kind: true, to: true, toName: true, subject: true, state: true, text: true },
      ...{ attempts: true, lastError: true, createdAt: true, nextTryAt: true, sentAt: true },
    },
    orderBy: { id: from?.back ? "asc" : "desc" },
    take: size + 1,
  });
  const isShown = !isMailSent();
  const shown = rows.map(({ text, ...row }) => ({ ...row, text: isShown ? text : null, hasWords: text !== null }) as MailRow);
  return toPage(shown, size, from, () => null);
}

/** When any of these prospects was asked how they want to be contacted, after `since`; an ask that did not reach them does not count. */
export async function findAskSince(
  { tx, orgId }: { tx: Tx; orgId: string },
  prospectIds: string[],
  { since, except }: { since: Date; except: string | null },
): Promise<Date | null> {
  const found = await tx.mail.findFirst({
    where: {
      ...{ orgId, prospectId: { in: prospectIds }, kind: "ask", state: { in: ["queued", "sent"] }, createdAt: { gt: since } },
      ...(except && { id: { not: except } }),
    },
    select: { createdAt: true },
    orderBy: { id: "desc" },
  });
  return found && found.createdAt;
}

type Unsubscribable = { id: string; prospectId: string; organisation: string; language: string };

/** The message whose one-click token has this hash, and who sent it. */
export async function findUnsubscribable(orgId: string, tokenHash: string): Promise<Unsubscribable | null> {
  const found = await db.mail.findUnique({
    where: { orgId_tokenHash: { orgId, tokenHash } },
    select: { id: true, prospectId: true, language: true, organisation: { select: { name: true } } },
  });
  return found?.prospectId ? { ...found, prospectId: found.prospectId, organisation: found.organisation.name } : null;
}

export type LastAsk = { at: Date; state: MailState };

/** When a prospect was last asked how they want to be contacted (C1), and what became of it. */
export async function findLastAsk(actor: Actor, prospectId: string): Promise<LastAsk | null> {
  const found = await db.mail.findFirst({
    where: { orgId: actor.orgId, prospectId, kind: "ask", prospect: visibleWhere(actor) },
    select: { createdAt: true, state: true },
    orderBy: { id: "desc" },
  });
  return found && { at: found.createdAt, state: found.state as MailState };
}
