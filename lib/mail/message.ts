import { z } from "zod";

import { oneLine } from "#lib/field.ts";
import type { Spoken } from "#lib/follow-up/spoken.ts";

/** Why a message leaves us. */
export const MailKind = z.enum(["invitation", "password-reset", "ask", "preference-link", "data-request", "digest"]);
export type MailKind = z.infer<typeof MailKind>;

/** What a message says, without greeting and signature. `why` tells its reader why they get it. */
export type Letter = { subject: string; paragraphs: string[]; why: string };

export type Message = {
  kind: MailKind;
  to: { name: string | null; address: string };
  language: Spoken;
  letter: Letter;
  /** Who reads an answer; without it answers go to the address all mail is sent from. */
  replyTo?: string | null;
  prospectId?: string;
};

/** Kinds that were not asked for: each carries the one press that stops e-mail (RFC 8058), and is looked at once more before it leaves. */
export const isUnasked = (kind: MailKind) => kind === "ask";

/** Whether it is one address, in whatever script, and nothing beside it. */
export const isAddress = (text: string) => /^[^\s\p{Cc}<>,;@]+@[^\s\p{Cc}<>,;@]+$/u.test(text);

type Sender = { name: string; postalAddress: string | null };

/** The whole text: greeting, what it says, who we are with the postal address, and why they get it. Plain text only: nothing in it tells us whether it was opened. */
export function compose({ to, language, letter }: Pick<Message, "to" | "language" | "letter">, sender: Sender): string {
  const name = oneLine(sender.name);
  const { greet, close } = manners[language];
  const address = sender.postalAddress ? `${name}, ${oneLine(sender.postalAddress)}` : name;
  return [greet(oneLine(to.name ?? "")), ...letter.paragraphs, `${close}\n${name}`, `-- \n${letter.why}\n${address}`].join("\n\n") + "\n";
}

const manners: Record<Spoken, { greet: (name: string) => string; close: string }> = {
  en: { greet: (name) => `Hello${name && ` ${name}`},`, close: "Kind regards," },
  de: { greet: (name) => `Guten Tag${name && ` ${name}`},`, close: "Mit freundlichen Grüßen" },
  fr: { greet: (name) => `Bonjour${name && ` ${name}`},`, close: "Bien cordialement," },
  es: { greet: (name) => `Hola${name && `, ${name}`}:`, close: "Un cordial saludo," },
};
