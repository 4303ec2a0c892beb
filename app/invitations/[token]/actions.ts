"use server";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";

import type { Problem } from "#lib/outcome.ts";
import { AcceptInvitation, acceptInvitation } from "#lib/people/accept-invitation.ts";
import { signIn } from "#lib/people/sign-in.ts";
import { fieldProblems } from "#lib/field-problems.ts";

/** Not over action(): whoever holds the link is nobody yet. */
export async function acceptAction(_previous: Problem | null, form: FormData): Promise<Problem | null> {
  const input = AcceptInvitation.safeParse(Object.fromEntries(form));
  if (!input.success) return { code: "invalid", fields: fieldProblems(input.error) };

  const outcome = await acceptInvitation({ now: new Date() }, input.data);
  if (!outcome.ok && outcome.problem.code === "not-found") notFound();
  if (!outcome.ok) return outcome.problem;

  const signedIn = await signIn(await headers(), { email: outcome.value.email, password: input.data.password });
  if (!signedIn.ok) redirect("/sign-in");
  redirect("/today");
}
