import type { Metadata } from "next";
import Link from "next/link";

import { Doorway } from "#components/doorway.tsx";
import { isMailSent } from "#lib/mail/transport.ts";
import { ForgotForm } from "./forgot-form.tsx";

export const metadata: Metadata = { title: "Forgot your password?" };

export default function ForgotPage() {
  return (
    <Doorway title="Forgot your password?">
      <ForgotForm isMailSent={isMailSent()} />
      <p>
        <Link href="/sign-in">Back to sign in</Link>
      </p>
    </Doorway>
  );
}
