"use client";
import { useActionState } from "react";

import { Alert } from "#components/alert.tsx";
import { sentence } from "#lib/outcome.ts";
import { forgotAction } from "./actions.ts";

/** Works without JavaScript. What it answers is the same whether there is an account or not. */
export function ForgotForm({ isMailSent }: { isMailSent: boolean }) {
  const [outcome, submit, pending] = useActionState(forgotAction, null);
  if (outcome?.ok)
    return (
      <p role="status">
        If this address has an account here, a link to choose a new password {isMailSent ? "is on its way to it" : "waits for you"}. It
        works for two hours; your old password keeps working until you have chosen a new one.{" "}
        {isMailSent ? "" : "No mail server is set up here, so ask an admin of your organisation: it stands in their outbox."}
      </p>
    );

  return (
    <form action={submit} className="form-column">
      {outcome ? <Alert id="forgot-problem">{sentence(outcome.problem)}</Alert> : null}
      <label className="entry">
        <span>E-mail</span>
        <input
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          aria-describedby={outcome ? "forgot-problem" : undefined}
        />
      </label>
      <button type="submit" className="btn btn-main" aria-disabled={pending}>
        Mail me a link
      </button>
    </form>
  );
}
