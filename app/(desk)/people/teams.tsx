"use client";
import { sentence } from "#lib/outcome.ts";
import { createTeamAction } from "./actions.ts";
import { useChange } from "./use-change.ts";

export function Teams({ teams }: { teams: { id: string; name: string; people: number }[] }) {
  const [outcome, submit, pending] = useChange(createTeamAction);
  const wrong = outcome && !outcome.ok ? sentence(outcome.problem) : null;

  return (
    <section aria-labelledby="teams">
      <h2 id="teams">Teams</h2>
      <ul className="plain-rows">
        {teams.map(({ id, name, people }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="meta">{people === 1 ? "1 person" : `${people} people`}</span>
          </li>
        ))}
      </ul>
      <form action={submit} className="form-column">
        <label className="entry">
          <span>New team</span>
          <input
            name="name"
            required
            maxLength={80}
            autoComplete="off"
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? "team-problem" : undefined}
          />
          {wrong ? (
            <span id="team-problem" className="wrong" role="alert">
              {wrong}
            </span>
          ) : null}
        </label>
        <button className="btn" aria-disabled={pending}>
          Add the team
        </button>
      </form>
    </section>
  );
}
