import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { Doorway } from "#components/doorway.tsx";
import { findInvitation } from "#lib/people/queries.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { PasswordForm } from "./password-form.tsx";

export const metadata: Metadata = { title: "Invitation", robots: { index: false, follow: false } };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token, requestTime());
  if (!invitation) notFound();

  const { purpose, name, email, organisation, timeZone } = invitation;
  return (
    <Doorway title={purpose === "join" ? `Welcome, ${name}` : `Choose a new password, ${name}`}>
      <p>
        {purpose === "join" ? `${organisation} invites you to Tactful.` : `This is for your place at ${organisation}.`} From now on you sign
        in as <b>{email}</b> with the password you choose here.
      </p>
      <PasswordForm token={token} email={email} zones={purpose === "join" ? zones : []} timeZone={timeZone} />
      <p className="meta">This link works once.</p>
    </Doorway>
  );
}

const zones = Intl.supportedValuesOf("timeZone");
