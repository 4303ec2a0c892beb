import "server-only";
import { z } from "zod";

const emptyIsUnset = (value: unknown) => value || undefined;

const Env = z
  .object({
    DATABASE_URL: z.string().min(1, "DATABASE_URL is not set"),
    AUTH_SECRET: z.string().min(32, "AUTH_SECRET needs at least 32 characters"),
    /** Where people reach the application, e.g. https://crm.example.com. */
    BASE_URL: z.url("BASE_URL is not an address"),
    /** The server that takes our mail, e.g. smtps://user:password@smtp.example.com. Unset: nothing is sent, and admins read the outbox instead. */
    SMTP_URL: z.preprocess(
      emptyIsUnset,
      z.url({ protocol: /^smtps?$/, error: "SMTP_URL is not an address such as smtp://host:587" }).optional(),
    ),
    /** The address our mail comes from. */
    SMTP_FROM: z.preprocess(emptyIsUnset, z.email("SMTP_FROM is not an e-mail address").optional()),
  })
  .refine(({ SMTP_URL, SMTP_FROM }) => !SMTP_URL || SMTP_FROM, "SMTP_URL needs SMTP_FROM, the address our mail comes from");

/** Read at first use, not at import, so that a build needs no database. Throws naming what is missing. */
export function env(): z.infer<typeof Env> {
  const parsed = Env.safeParse(process.env);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join("; "));
  return parsed.data;
}
