"use client";
import { useEffect, useRef } from "react";

import type { FormAction } from "#components/action-form.tsx";
import { Icon } from "#components/icon.tsx";
import { type Movable, MoveForm, type MoveStage } from "#components/move-form.tsx";

export type Moving = Movable & { title: string; to: string | undefined };
type Props = { deal: Moving; stages: MoveStage[]; action: FormAction; undo: FormAction; onClose: () => void };

/** Asks what moving a deal needs to know. */
export function MoveSheet({ deal, stages, action, undo, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current!.showModal();
    // what is asked first, not the way out
    dialog.current!.querySelector("select")?.focus();
  }, []);

  return (
    <dialog ref={dialog} className="person" aria-labelledby="move-title" onClose={onClose}>
      <div className="dialog-head">
        <h2 id="move-title">Move {deal.title}</h2>
        <form method="dialog">
          <button className="btn btn-quiet" aria-label="Close">
            <Icon name="close" />
          </button>
        </form>
      </div>
      <div className="dialog-body">
        <MoveForm deal={deal} stages={stages} action={action} undo={undo} to={deal.to} />
      </div>
    </dialog>
  );
}
