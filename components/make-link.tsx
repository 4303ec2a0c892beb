"use client";
import { type ReactNode, useActionState, useState } from "react";

import { type Outcome, sentence } from "#lib/outcome.ts";

type Props = {
  prospectId: string;
  name: string;
  /** What its button says. */
  children: ReactNode;
  issue: (previous: Outcome<{ url: string }> | null, form: FormData) => Promise<Outcome<{ url: string }>>;
};

/** Makes a prospect's own link and shows it this once, ready to copy; only its hash is kept. */
export function MakeLink({ prospectId, name, children, issue }: Props) {
  const [outcome, submit, pending] = useActionState(issue, null);
  const [copied, setCopied] = useState(false);
  const url = outcome?.ok ? outcome.value.url : null;

  async function copy() {
    if (url) await navigator.clipboard.writeText(url);
    setCopied(true);
  }

  return (
    <form action={submit} className="make-link" onSubmit={() => setCopied(false)}>
      <input type="hidden" name="prospectId" value={prospectId} />
      {url ? (
        <>
          <label className="label" htmlFor="own-link">
            {name}’s own link
          </label>
          <div className="make-link-row">
            <input id="own-link" value={url} readOnly onFocus={(event) => event.target.select()} />
            <button type="button" className="btn" onClick={copy}>
              {copied ? "Copied" : "Copy"}
            </button>
          </div>
          <p className="meta" role="status">
            Copy it now and hand it to them: it is not shown again, and the record keeps that you made it. Earlier links keep working.
          </p>
        </>
      ) : (
        <button type="submit" className="btn" aria-disabled={pending}>
          {children}
        </button>
      )}
      {outcome && !outcome.ok ? (
        <p className="meta tone t-never" role="alert">
          {sentence(outcome.problem)}
        </p>
      ) : null}
    </form>
  );
}
