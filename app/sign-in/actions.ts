"use server";
import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { sentence } from "#lib/outcome.ts";
import { ownPath } from "#lib/people/own-path.ts";
import { Credentials, notRight, signIn } from "#lib/people/sign-in.ts";
import { signOut } from "#lib/people/sign-out.ts";

/** What a refused try leaves on the page. The password is never sent back. */
export type SignInAnswer = { sentence: string; email: string } | null;

export async function signInAction(_previous: SignInAnswer, form: FormData): Promise<SignInAnswer> {
  const fields = Object.fromEntries(form);
  const email = typeof fields.email === "string" ? fields.email : "";
  const credentials = Credentials.safeParse(fields);
  if (!credentials.success) return { sentence: notRight, email };

  const outcome = await signIn(await headers(), credentials.data);
  if (!outcome.ok) return { sentence: sentence(outcome.problem), email };
  redirect(ownPath(form.get("to")) as Route);
}

export async function signOutAction(): Promise<void> {
  await signOut(await headers());
  redirect("/sign-in");
}
