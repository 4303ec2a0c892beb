"use client";
import { useState } from "react";

import { Alert } from "#components/alert.tsx";
import { sentence } from "#lib/outcome.ts";
import type { NewApiKey } from "#lib/people/create-api-key.ts";
import { useChange } from "../use-change.ts";
import { createKeyAction } from "./actions.ts";

type Props = { people: { userId: string; name: string; teamName: string }[]; self: string };

export function KeyForm({ people, self }: Props) {
  const [outcome, submit, pending] = useChange(createKeyAction);
  const wrong = outcome && !outcome.ok ? sentence(outcome.problem) : null;

  return (
    <section aria-labelledby="new-key">
      <h2 id="new-key">New key</h2>
      <form action={submit} className="form-column">
        <label className="entry">
          <span>What it is for</span>
          <input name="name" required maxLength={80} autoComplete="off" placeholder="Outreach sequencer" />
        </label>
        <label className="entry">
          <span>Works as</span>
          <select name="worksAsId" defaultValue={self} aria-describedby="works-as">
            {people.map(({ userId, name, teamName }) => (
              <option key={userId} value={userId}>
                {name}, {teamName}
              </option>
            ))}
          </select>
        </label>
        <p id="works-as" className="meta">
          It sees what they see, and ends when they, or you, leave.
        </p>
        {wrong ? <Alert>{wrong}</Alert> : null}
        <button className="btn btn-main" aria-disabled={pending}>
          Make the key
        </button>
        {outcome?.ok ? <OneTimeKey key={outcome.value.id} made={outcome.value} /> : null}
      </form>
    </section>
  );
}

/** The only time the key can be seen: afterwards the database knows no more than its hash. */
function OneTimeKey({ made: { name, key } }: { made: NewApiKey }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(key).then(() => setCopied(true));

  return (
    <div className="one-time" role="status">
      <p>Copy it now: it is shown only this once. Whoever has it can ask in this name.</p>
      <label className="entry">
        <span>Key for {name}</span>
        <input readOnly value={key} onFocus={(event) => event.target.select()} />
      </label>
      <button type="button" className="btn" onClick={() => void copy()}>
        {copied ? "Copied" : "Copy the key"}
      </button>
    </div>
  );
}
