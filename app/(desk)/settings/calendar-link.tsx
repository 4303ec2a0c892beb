"use client";
import { useRouter } from "next/navigation";
import { useActionState, useState } from "react";

import { makeCalendarLinkAction, revokeCalendarLinkAction } from "./actions.ts";
import { Alert } from "#components/alert.tsx";
import { showToast } from "#components/show-toast.ts";
import { type Outcome, sentence } from "#lib/outcome.ts";

type Made = Outcome<{ id: string; path: string } | { ended: number }> | null;

/** Makes, replaces and ends the link; its address is seen once, when it is made. */
export function CalendarLink({ since }: { since: string | null }) {
  const router = useRouter();
  const [outcome, change, pending] = useActionState(async (_: Made, form: FormData): Promise<Made> => {
    const isEnd = form.get("do") === "end";
    const outcome = isEnd ? await revokeCalendarLinkAction(null, {}) : await makeCalendarLinkAction(null, {});
    if (outcome.ok && isEnd) showToast({ text: "The link is ended. Your calendar shows nothing more from here." });
    router.refresh();
    return outcome;
  }, null);
  const made = outcome?.ok && "path" in outcome.value ? outcome.value : null;

  return (
    <form action={change} className="settings-link">
      <p>{since ? `A link stands since ${since}.` : "There is no link yet."}</p>
      {made ? <OneTimeAddress key={made.id} path={made.path} /> : null}
      {outcome && !outcome.ok ? <Alert>{sentence(outcome.problem)}</Alert> : null}
      <div className="entries-foot">
        <button className={since ? "btn" : "btn btn-main"} name="do" value="make" aria-disabled={pending || undefined}>
          {since ? "Replace it with a new one" : "Make a link"}
        </button>
        {since ? (
          <button className="btn btn-quiet" name="do" value="end" aria-disabled={pending || undefined}>
            End it
          </button>
        ) : null}
      </div>
      {since ? <p className="meta">The old address shows nothing as soon as there is a new one.</p> : null}
    </form>
  );
}

/** The only time the address can be seen: afterwards the database knows no more than its hash. */
function OneTimeAddress({ path }: { path: string }) {
  const [copied, setCopied] = useState(false);
  const address = window.location.origin + path;
  return (
    <div className="one-time" role="status">
      <p>Copy it now and add it to your calendar as one to subscribe to. It is shown only this once.</p>
      <label className="entry">
        <span>Calendar address</span>
        <input readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
      <button type="button" className="btn" onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
        {copied ? "Copied" : "Copy the address"}
      </button>
    </div>
  );
}
