import "server-only";
import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z.string().min(1, "DATABASE_URL is not set"),
  AUTH_SECRET: z.string().min(32, "AUTH_SECRET needs at least 32 characters"),
  /** Where people reach the application, e.g. https://crm.example.com. */
  BASE_URL: z.url("BASE_URL is not an address"),
});

/** Read at first use, not at import, so that a build needs no database. Throws naming what is missing. */
export function env(): z.infer<typeof Env> {
  const parsed = Env.safeParse(process.env);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join("; "));
  return parsed.data;
}
