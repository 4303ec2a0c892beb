"use client";
import { useRouter } from "next/navigation";
import { use, useRef, useTransition } from "react";

import { reopenNextStepAction, settleNextStepAction } from "./actions.ts";
import { RowLeaving } from "#components/row-done.ts";
import { showToast } from "#components/show-toast.ts";
import { takeBack } from "#components/take-back.ts";
import { sentence } from "#lib/outcome.ts";

/** A promise is kept, or honestly missed, and either can be taken back; keeping it is logged like any touch. */
export function PromiseActions({ stepId, prospectId, name }: { stepId: string; prospectId: string; name: string }) {
  const router = useRouter();
  const { leave, comeBack } = use(RowLeaving);
  const [pending, start] = useTransition();
  const log = useRef<HTMLButtonElement>(null);

  function settle(as: "kept" | "missed") {
    // it stands in the toast, when the row is gone
    const from = log.current;
    const logIt = { name: "Log it", run: () => window.dispatchEvent(new CustomEvent("open-log", { detail: from })) };
    const undo = takeBack(reopenNextStepAction, { prospectId, stepId }, () => {
      comeBack();
      router.refresh();
    });
    leave();
    start(async () => {
      const outcome = await settleNextStepAction(null, { prospectId, stepId, as });
      if (!outcome.ok) {
        comeBack();
        showToast({ text: sentence(outcome.problem), tone: "more" });
      } else if (as === "kept") showToast({ text: `Promise to ${name} kept.`, then: logIt, act: undo });
      else showToast({ text: `Noted: the promise to ${name} was missed.`, tone: "more", act: undo });
      router.refresh();
    });
  }

  return (
    <span className="row-do" aria-busy={pending}>
      <button type="button" className="btn btn-main" data-key="e" disabled={pending} onClick={() => settle("kept")}>
        Kept
      </button>
      <button ref={log} type="button" className="btn" data-open-log data-prospect-id={prospectId} data-prospect-name={name}>
        Log
      </button>
      <button type="button" className="btn btn-quiet" disabled={pending} onClick={() => settle("missed")}>
        Missed
      </button>
    </span>
  );
}
