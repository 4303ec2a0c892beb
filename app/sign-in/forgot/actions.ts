"use server";
import { headers } from "next/headers";

import { fieldProblems } from "#lib/field-problems.ts";
import { no, type Outcome } from "#lib/outcome.ts";
import { ForgotPassword, forgotPassword } from "#lib/people/forgot-password.ts";
import { addressOf } from "#lib/platform/auth.ts";

/** Not over action(): whoever forgot their password is nobody yet. */
export async function forgotAction(_previous: Outcome<null> | null, form: FormData): Promise<Outcome<null>> {
  const input = ForgotPassword.safeParse(Object.fromEntries(form));
  if (!input.success) return no({ code: "invalid", fields: fieldProblems(input.error) });
  const sent = await headers();
  return forgotPassword({ now: new Date(), from: addressOf(sent), languages: sent.get("accept-language") }, input.data);
}
