"use client";
import { useRouter } from "next/navigation";
import { use, useTransition } from "react";

import { askAction } from "../prospects/[prospectId]/preference-actions.ts";
import { RowLeaving } from "#components/row-done.ts";
import { showToast } from "#components/show-toast.ts";
import { sentence } from "#lib/outcome.ts";

/** Asks them by mail how they want to hear from us (C1); the link in it is theirs alone. */
export function AskActions({ prospectId, name }: { prospectId: string; name: string }) {
  const router = useRouter();
  const { leave, comeBack } = use(RowLeaving);
  const [pending, start] = useTransition();

  function ask() {
    leave();
    start(async () => {
      const form = new FormData();
      form.set("prospectId", prospectId);
      const outcome = await askAction(null, form);
      if (!outcome.ok) comeBack();
      showToast(outcome.ok ? { text: `Asked. The link goes to ${name} alone.` } : { text: sentence(outcome.problem), tone: "more" });
      router.refresh();
    });
  }

  return (
    <span className="row-do" aria-busy={pending}>
      <button type="button" className="btn btn-main" data-key="u" disabled={pending} onClick={ask}>
        Ask {name}
      </button>
      <button type="button" className="btn" data-open-log data-key="e" data-prospect-id={prospectId} data-prospect-name={name}>
        Log
      </button>
    </span>
  );
}
