"use client";
import { useState } from "react";

import { Alert } from "#components/alert.tsx";
import { ownNames, spokenLanguages } from "#lib/follow-up/language-names.ts";
import { type Outcome, sentence } from "#lib/outcome.ts";
import type { HandedOver } from "#lib/people/invite-member.ts";
import { inviteAction } from "./actions.ts";
import { LinkHandedOver } from "./one-time-link.tsx";
import { roleHints, roleNames } from "./role-names.ts";
import { useChange } from "./use-change.ts";

const empty = { name: "", email: "" };

export function InviteForm({ teams, isMailSent }: { teams: { id: string; name: string }[]; isMailSent: boolean }) {
  const [typed, setTyped] = useState(empty);
  const [outcome, submit, pending] = useChange(async (previous: Outcome<HandedOver> | null, form) => {
    const next = await inviteAction(previous, form);
    if (next.ok) setTyped(empty);
    return next;
  });
  const wrong = outcome && !outcome.ok && outcome.problem.code === "invalid" ? outcome.problem.fields : {};
  const field = (name: keyof typeof empty) => ({
    name,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    "aria-invalid": wrong[name] ? true : undefined,
    "aria-describedby": wrong[name] ? `invite-${name}` : undefined,
  });

  return (
    <section aria-labelledby="invite">
      <h2 id="invite">Invite someone</h2>
      <form action={submit} className="form-column">
        <label className="entry">
          <span>Name</span>
          <input {...field("name")} required maxLength={120} autoComplete="off" />
          <Wrong id="invite-name" sentences={wrong.name} />
        </label>
        <label className="entry">
          <span>E-mail</span>
          <input {...field("email")} type="email" required maxLength={254} autoComplete="off" />
          <Wrong id="invite-email" sentences={wrong.email} />
        </label>
        <label className="entry">
          <span>Role</span>
          <select name="role">
            {Object.entries(roleNames).map(([role, name]) => (
              <option key={role} value={role}>
                {name} – {roleHints[role as keyof typeof roleHints]}
              </option>
            ))}
          </select>
        </label>
        <label className="entry">
          <span>Team</span>
          <select name="teamId">
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {isMailSent ? (
          <label className="entry">
            <span>Language of the mail</span>
            <select name="language">
              {spokenLanguages.map((language) => (
                <option key={language} value={language} lang={language}>
                  {ownNames[language]}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {outcome && !outcome.ok && outcome.problem.code !== "invalid" ? <Alert>{sentence(outcome.problem)}</Alert> : null}
        <button className="btn btn-main" aria-disabled={pending}>
          {isMailSent ? "Mail the invitation" : "Make the link"}
        </button>
        {outcome?.ok ? <LinkHandedOver key={outcome.value.expiresAt.getTime()} link={outcome.value} /> : null}
      </form>
    </section>
  );
}

function Wrong({ id, sentences }: { id: string; sentences: string[] | undefined }) {
  return sentences ? (
    <span id={id} className="wrong" role="alert">
      {sentences.join(" ")}
    </span>
  ) : null;
}
