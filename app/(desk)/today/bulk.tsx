"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

import { workRowsAction } from "./actions.ts";
import { BulkAssign } from "./bulk-assign.tsx";
import { BulkSnooze } from "./bulk-snooze.tsx";
import { sayWorked, type Result, WorkedSheet } from "./worked-sheet.tsx";
import { showToast } from "#components/show-toast.ts";
import { type Problem, sentence } from "#lib/outcome.ts";
import type { Entry } from "#lib/today/queue.ts";
import type { Act } from "#lib/today/work-rows.ts";

type Props = {
  chosen: Entry[];
  me: string;
  zone: string;
  clear: () => void;
  leave: (keys: string[]) => void;
  comeBack: (keys: string[]) => void;
};

/** So many rows go to the server at once; between two such lots the rest can be left. */
const lot = 20;
const offline: Problem = { code: "conflict", sentence: "The server could not be reached. What was done stands; the rest is as it was." };

/** What can be done with all that are chosen, each judged by itself; how far it is, and what came of it. */
export function Bulk({ chosen, me, zone, clear, leave, comeBack }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState<"snooze" | "assign" | null>(null);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const isLeft = useRef(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
      if (open) setOpen(null);
      else clear();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open, clear]);

  async function work(act: Act, entries: Entry[]): Promise<Result> {
    const came: Result = { act, passed: [], held: [], left: 0 };
    isLeft.current = false;
    for (let from = 0; from < entries.length; from += lot) {
      setProgress({ done: from, of: entries.length });
      const these = entries.slice(from, from + lot);
      const outcome = isLeft.current ? null : await send(act, these);
      if (!outcome?.ok) {
        if (outcome) showToast({ text: sentence(outcome.problem), tone: "more" });
        came.left = entries.length - from;
        break;
      }
      for (const [i, { why }] of outcome.value.worked.entries()) {
        if (why === null) came.passed.push(these[i]!);
        else came.held.push({ ...these[i]!, why });
      }
      if (act.do !== "move-back") leave(came.passed.map(({ key }) => key));
    }
    setProgress(null);
    return came;
  }

  async function run(act: Act) {
    setOpen(null);
    const came = await work(act, chosen);
    if (came.held.length > 0 || came.left > 0) setResult(came);
    else showToast({ text: `${sayWorked(came)}.`, ...(undoOf(act) && { act: { name: "Undo", run: () => void undo(came) } }) });
    if (came.left === 0) clear();
    router.refresh();
  }

  const undoOf = ({ do: what }: Act): Act | null =>
    what === "snooze" ? { do: "move-back" } : what === "assign" ? { do: "assign", ownerId: me } : null;

  async function undo({ act, passed }: Result) {
    setResult(null);
    const back = await work(undoOf(act)!, passed);
    comeBack(back.passed.map(({ key }) => key));
    if (back.held.length > 0) setResult({ ...back, act: { do: "move-back" } });
    else showToast({ text: "Taken back." });
    router.refresh();
  }

  return (
    <>
      {(chosen.length > 0 || progress) && (
        <div className="bulk" role="region" aria-label="What is chosen" aria-busy={progress !== null}>
          <p role="status">{progress ? `${progress.done} of ${progress.of} judged` : `${chosen.length} chosen`}</p>
          {progress ? (
            <button type="button" className="btn" onClick={() => (isLeft.current = true)}>
              Leave the rest
            </button>
          ) : (
            <>
              <BulkSnooze
                isOpen={open === "snooze"}
                zone={zone}
                onOpen={() => setOpen(open === "snooze" ? null : "snooze")}
                onDay={(day) => void run({ do: "snooze", day })}
              />
              <button type="button" className="btn" data-key="e" onClick={() => void run({ do: "done" })}>
                Done <kbd>E</kbd>
              </button>
              <button type="button" className="btn" data-key="u" onClick={() => void run({ do: "plan" })}>
                Plan as suggested <kbd>U</kbd>
              </button>
              <BulkAssign
                isOpen={open === "assign"}
                onOpen={() => setOpen(open === "assign" ? null : "assign")}
                onColleague={(ownerId) => void run({ do: "assign", ownerId })}
              />
              <button type="button" className="btn btn-quiet" onClick={clear}>
                Clear <kbd>Esc</kbd>
              </button>
            </>
          )}
        </div>
      )}
      {result && (
        <WorkedSheet
          result={result}
          onClose={() => setResult(null)}
          undo={undoOf(result.act) && result.passed.length > 0 ? () => void undo(result) : null}
        />
      )}
    </>
  );
}

function send(act: Act, entries: Entry[]) {
  const rows = entries.map(({ kind, id, prospectId, at }) => ({ kind, id, prospectId, at, clientKey: crypto.randomUUID() }));
  return workRowsAction(null, { rows, act }).catch(() => ({ ok: false, problem: offline }) as const);
}
