"use client";
import { useActionState } from "react";

import { Alert } from "#components/alert.tsx";
import { signInAction } from "./actions.ts";

/** Works without JavaScript: the form then posts to the same action. */
export function SignInForm({ to }: { to: string }) {
  const [answer, submit, pending] = useActionState(signInAction, null);

  return (
    <form action={submit} className="form-column">
      {answer ? <Alert id="sign-in-problem">{answer.sentence}</Alert> : null}
      <input type="hidden" name="to" value={to} />
      <label className="entry">
        <span>E-mail</span>
        <input
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={320}
          defaultValue={answer?.email}
          key={answer?.email}
          aria-describedby={answer ? "sign-in-problem" : undefined}
        />
      </label>
      <label className="entry">
        <span>Password</span>
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          aria-describedby={answer ? "sign-in-problem" : undefined}
        />
      </label>
      <button type="submit" className="btn btn-main" aria-disabled={pending}>
        Sign in
      </button>
    </form>
  );
}
