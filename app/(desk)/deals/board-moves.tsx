"use client";
import { useEffect, useRef } from "react";

import { fetchPart } from "#components/fetch-part.ts";
import { showToast } from "#components/show-toast.ts";

/** Lets cards be dragged and moved by keys. What that takes is fetched once somebody is about to; where fingers may be, at once, for nothing goes before their press. */
export function BoardMoves() {
  const status = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    const board = status.current?.closest<HTMLElement>(".board-frame");
    if (!board) return;
    const ended = new AbortController();
    let begun = false;
    let told = false;
    // the next touch of the board tries again
    const giveUp = (isAsked: boolean) => {
      begun = false;
      if (!isAsked || told || ended.signal.aborted) return;
      told = true;
      showToast({ text: "The server could not be reached, so deals cannot be moved yet. Try again.", tone: "more" });
    };
    const begin = (isAsked: boolean) => {
      if (begun) return;
      begun = true;
      void fetchPart(() => import("./move-cards.ts")).then(
        ({ moveCards }) => {
          const say = (words: string) => status.current && (status.current.textContent = words);
          if (!ended.signal.aborted) moveCards(board, say, ended.signal);
        },
        () => giveUp(isAsked),
      );
    };
    for (const event of ["pointerover", "focusin"]) board.addEventListener(event, () => begin(true), { signal: ended.signal });
    if (matchMedia("(any-pointer: coarse)").matches) begin(false);
    return () => ended.abort();
  }, []);

  return <p ref={status} role="status" aria-live="polite" className="sr" />;
}
