"use client";
import { Alert } from "#components/alert.tsx";
import { sentence } from "#lib/outcome.ts";
import { revokeAction } from "./actions.ts";
import { useChange } from "./use-change.ts";

type OpenLink = { id: string; purpose: string; name: string; email: string; teamName: string; until: string };

/** Links that were handed over and not used yet. */
export function OpenLinks({ links }: { links: OpenLink[] }) {
  const [outcome, revoke, pending] = useChange(revokeAction);
  if (links.length === 0) return null;

  return (
    <section aria-labelledby="open-links">
      <h2 id="open-links">Not used yet</h2>
      {outcome && !outcome.ok ? <Alert>{sentence(outcome.problem)}</Alert> : null}
      <ul className="plain-rows">
        {links.map(({ id, purpose, name, email, teamName, until }) => (
          <li key={id}>
            <span>
              {name} <span className="meta">{email}</span>
              <br />
              <span className="meta">
                {purpose === "join" ? `Invited to ${teamName}` : "To choose a new password"}, until {until}
              </span>
            </span>
            <form action={revoke}>
              <input type="hidden" name="invitationId" value={id} />
              <button className="btn btn-quiet" aria-disabled={pending} aria-label={`Take back the link for ${name}`}>
                Take back
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
