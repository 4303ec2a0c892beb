"use client";
import type { Route } from "next";
import Link from "next/link";
import { useEffect, useRef } from "react";

import { Icon } from "#components/icon.tsx";
import type { Entry } from "#lib/today/queue.ts";
import type { Act } from "#lib/today/work-rows.ts";

/** What came of many rows: those that passed, those held with the reason, and how many were not tried. */
export type Result = { act: Act; passed: Entry[]; held: (Entry & { why: string })[]; left: number };

const words: Record<Act["do"], string> = {
  snooze: "scheduled",
  plan: "scheduled",
  "move-back": "taken back",
  done: "done",
  assign: "handed over",
};

/** "38 scheduled, 7 held". */
export const sayWorked = ({ act, passed, held, left }: Pick<Result, "act" | "passed" | "held" | "left">): string =>
  [`${passed.length} ${words[act.do]}`, held.length > 0 && `${held.length} held`, left > 0 && `${left} left as they were`]
    .filter(Boolean)
    .join(", ");

type Props = { result: Result; undo: (() => void) | null; onClose: () => void };

/** What did not pass, each with why and the way to mend it. */
export function WorkedSheet({ result, undo, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current!.showModal();
    dialog.current!.querySelector<HTMLElement>(".btn-main")!.focus();
  }, []);
  const { held } = result;
  return (
    <dialog ref={dialog} className="next-sheet" aria-labelledby="worked-title" onClose={onClose}>
      <div className="dialog-head">
        <h2 id="worked-title">{sayWorked(result)}</h2>
        <form method="dialog">
          <button className="btn btn-quiet" aria-label="Close">
            <Icon name="close" />
          </button>
        </form>
      </div>
      {held.length > 0 && (
        <ul className="worked">
          {held.map(({ key, kind, id, prospectId, name, why }) => (
            <li key={key}>
              <Link href={`/prospects/${prospectId}${kind === "follow-up" ? `?mend=${id}` : ""}` as Route} prefetch={false}>
                {name}
              </Link>
              <span>{why}</span>
            </li>
          ))}
        </ul>
      )}
      <form method="dialog" className="dialog-foot">
        <button className="btn btn-main">Go on</button>
        {undo && (
          <button type="button" className="btn" onClick={undo}>
            Undo {result.passed.length === 1 ? "the one" : `the ${result.passed.length}`}
          </button>
        )}
        <span className="meta">What was held is as it was before.</span>
      </form>
    </dialog>
  );
}
