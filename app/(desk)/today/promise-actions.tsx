"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

import { settleNextStepAction } from "./actions.ts";
import { showToast } from "#components/show-toast.ts";
import { sentence } from "#lib/outcome.ts";

/** A promise is kept, or honestly missed; keeping it is logged like any touch. */
export function PromiseActions({ stepId, prospectId, name }: { stepId: string; prospectId: string; name: string }) {
  const router = useRouter();
  const [pending, start] = useTransition();

  function settle(as: "kept" | "missed") {
    start(async () => {
      const outcome = await settleNextStepAction(null, { prospectId, stepId, as });
      if (outcome.ok)
        showToast({
          text: as === "kept" ? `Promise to ${name} kept.` : `Noted: the promise to ${name} was missed.`,
          tone: as === "kept" ? "welcome" : "more",
        });
      else showToast({ text: sentence(outcome.problem), tone: "more" });
      router.refresh();
    });
  }

  return (
    <span className="row-do" aria-busy={pending}>
      <button type="button" className="btn btn-main" data-key="e" disabled={pending} onClick={() => settle("kept")}>
        Kept
      </button>
      <button type="button" className="btn" data-open-log data-prospect-id={prospectId} data-prospect-name={name}>
        Log
      </button>
      <button type="button" className="btn btn-quiet" disabled={pending} onClick={() => settle("missed")}>
        Missed
      </button>
    </span>
  );
}
