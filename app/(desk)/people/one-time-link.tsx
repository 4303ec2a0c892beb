"use client";
import { useState } from "react";

import type { HandedOver, OneTimeLink as Link } from "#lib/people/invite-member.ts";

const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

/** Where the link went: to their mailbox, or here, to be handed over. */
export function LinkHandedOver({ link }: { link: HandedOver }) {
  if ("path" in link) return <OneTimeLink link={link} />;
  return (
    <p className="one-time" role="status">
      A link is on its way to {link.mailedTo}. It works once, and ends on {day.format(link.expiresAt)}.
    </p>
  );
}

/** The only time the link can be seen: afterwards the database knows no more than its hash. */
function OneTimeLink({ link: { path, name, expiresAt } }: { link: Link }) {
  const [copied, setCopied] = useState(false);
  const address = window.location.origin + path;

  async function copy() {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  }

  return (
    <div className="one-time" role="status">
      <p>
        Hand this link to {name}. It is shown only now, works once, and ends on {day.format(expiresAt)}.
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
