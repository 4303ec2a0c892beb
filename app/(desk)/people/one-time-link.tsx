"use client";
import { useState } from "react";

import type { OneTimeLink as Link } from "#lib/people/invite-member.ts";

/** The only time the link can be seen: afterwards the database knows no more than its hash. */
export function OneTimeLink({ link: { path, name, expiresAt } }: { link: Link }) {
  const [copied, setCopied] = useState(false);
  const address = window.location.origin + path;
  const until = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" }).format(expiresAt);

  async function copy() {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  }

  return (
    <div className="one-time" role="status">
      <p>
        Hand this link to {name}. It is shown only now, works once, and ends on {until}.
      </p>
      <label className="entry">
        <span>Link for {name}</span>
        <input readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
      <button type="button" className="btn" onClick={copy}>
        {copied ? "Copied" : "Copy the link"}
      </button>
    </div>
  );
}
