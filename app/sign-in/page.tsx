import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { Doorway } from "#components/doorway.tsx";
import { ownPath } from "#lib/people/own-path.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const to = ownPath((await searchParams).to);
  if (await currentActor()) redirect(to as Route);

  return (
    <Doorway title="Sign in">
      <SignInForm to={to} />
      <p>
        <Link href="/sign-in/forgot">Forgot your password?</Link>
      </p>
      <p className="meta">You come in by invitation.</p>
    </Doorway>
  );
}
