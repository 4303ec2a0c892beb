"use client";
import { useEffect, useRef, useState } from "react";

import type { FormAction } from "#components/action-form.tsx";
import { Icon } from "#components/icon.tsx";
import { MoveForm, type MoveStage } from "#components/move-form.tsx";

type Moving = { id: string; version: number; stageId: string; title: string; count: number };

/** One dialog for the whole board: opens for every link with data-move-deal, which without JavaScript leads to the deal's own page. */
export function MoveDialog({ stages, action }: { stages: MoveStage[]; action: FormAction }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [deal, setDeal] = useState<Moving | null>(null);

  useEffect(() => {
    let count = 0;
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLElement>("[data-move-deal]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { moveDeal = "", version, stage = "", title = "" } = link.dataset;
      setDeal({ id: moveDeal, version: Number(version), stageId: stage, title, count: (count += 1) });
      dialog.current?.showModal();
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);

  return (
    <dialog ref={dialog} className="person" aria-labelledby="move-title">
      <div className="dialog-head">
        <h2 id="move-title">Move {deal?.title}</h2>
        <form method="dialog">
          <button className="btn btn-quiet" aria-label="Close">
            <Icon name="close" />
          </button>
        </form>
      </div>
      <div className="dialog-body">{deal ? <MoveForm key={deal.count} deal={deal} stages={stages} action={action} /> : null}</div>
    </dialog>
  );
}
