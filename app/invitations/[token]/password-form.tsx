"use client";
import { useActionState } from "react";

import { Alert } from "#components/alert.tsx";
import { sentence } from "#lib/outcome.ts";
import { acceptAction } from "./actions.ts";

type Props = { token: string; email: string; zones: string[]; timeZone: string };

/** Works without JavaScript. `zones` is empty when only a password is asked for. */
export function PasswordForm({ token, email, zones, timeZone }: Props) {
  const [problem, submit, pending] = useActionState(acceptAction, null);
  const wrong = problem?.code === "invalid" ? problem.fields.password?.[0] : undefined;

  return (
    <form action={submit} className="form-column">
      {problem && !wrong ? <Alert>{sentence(problem)}</Alert> : null}
      <input type="hidden" name="token" value={token} />
      {/* for the browser's own password store */}
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <label className="entry">
        <span>Password</span>
        <input
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={200}
          required
          aria-describedby="password-hint"
          aria-invalid={wrong ? true : undefined}
        />
        <span id="password-hint" className={wrong ? "wrong" : "meta"} role={wrong ? "alert" : undefined}>
          {wrong ?? "At least 12 characters. A few words in a row are easy to remember."}
        </span>
      </label>
      {zones.length > 0 ? (
        <label className="entry">
          <span>Your time zone</span>
          <select name="timeZone" defaultValue={timeZone}>
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </label>
      ) : null}
      <button type="submit" className="btn btn-main" aria-disabled={pending}>
        Save and sign in
      </button>
    </form>
  );
}
