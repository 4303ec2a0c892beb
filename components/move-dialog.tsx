"use client";
import { useEffect, useState } from "react";

import type { FormAction } from "#components/action-form.tsx";
import { latePart } from "#components/late-part.tsx";
import type { MoveStage } from "#components/move-form.tsx";
import type { Moving } from "#components/move-sheet.tsx";

const MoveSheet = latePart(() => import("#components/move-sheet.tsx").then((sheet) => sheet.MoveSheet));

/** What asks for the dialog besides a press: a card was dropped, or a key was pressed on it. */
export type MoveAsked = { card: HTMLElement; to: string };

/** One dialog for the whole board, its code fetched at the first opening: opens for every link with data-move-deal, which without JavaScript leads to the deal's own page, and for "move-deal". */
export function MoveDialog({ stages, action, undo }: { stages: MoveStage[]; action: FormAction; undo: FormAction }) {
  const [opened, setOpened] = useState<{ deal: Moving; count: number } | null>(null);

  useEffect(() => {
    let count = 0;
    const open = ({ dataset }: HTMLElement, to?: string) => {
      const { moveDeal: id = "", version, stage: stageId = "", title = "", amount, currency = "", closeOn } = dataset;
      const read = { id, stageId, title, currency, version: Number(version), amount: Number(amount), closeOn: closeOn ?? null };
      setOpened({ deal: { ...read, to }, count: (count += 1) });
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

  return opened && <MoveSheet key={opened.count} deal={opened.deal} {...{ stages, action, undo }} onClose={() => setOpened(null)} />;
}
