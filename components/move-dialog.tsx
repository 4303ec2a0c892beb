"use client";
import { useEffect, useRef, useState } from "react";

import type { FormAction } from "#components/action-form.tsx";
import { Icon } from "#components/icon.tsx";
import { type Movable, MoveForm, type MoveStage } from "#components/move-form.tsx";

type Moving = Movable & { title: string; count: number; to: string | undefined };

/** What asks for the dialog besides a press: a card was dropped, or a key was pressed on it. */
export type MoveAsked = { card: HTMLElement; to: string };

/** One dialog for the whole board: opens for every link with data-move-deal, which without JavaScript leads to the deal's own page, and for "move-deal". */
export function MoveDialog({ stages, action, undo }: { stages: MoveStage[]; action: FormAction; undo: FormAction }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [deal, setDeal] = useState<Moving | null>(null);

  useEffect(() => {
    let count = 0;
    const open = ({ dataset }: HTMLElement, to?: string) => {
      const { moveDeal: id = "", version, stage: stageId = "", title = "", amount, currency = "", closeOn } = dataset;
      const read = { id, stageId, title, currency, version: Number(version), amount: Number(amount), closeOn: closeOn ?? null };
      setDeal({ ...read, to, count: (count += 1) });
      dialog.current?.showModal();
    };
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLElement>("[data-move-deal]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(link);
    };
    const onAsked = (event: Event) => {
      const { card, to } = (event as CustomEvent<MoveAsked>).detail;
      const link = card.querySelector<HTMLElement>("[data-move-deal]");
      if (link) open(link, to);
    };
    document.addEventListener("click", onClick);
    window.addEventListener("move-deal", onAsked);
    return () => {
      document.removeEventListener("click", onClick);
      window.removeEventListener("move-deal", onAsked);
    };
  }, []);

  // what is asked first, not the way out
  useEffect(() => {
    if (deal) dialog.current?.querySelector("select")?.focus();
  }, [deal]);

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
      <div className="dialog-body">
        {deal ? <MoveForm key={deal.count} deal={deal} stages={stages} action={action} undo={undo} to={deal.to} /> : null}
      </div>
    </dialog>
  );
}
