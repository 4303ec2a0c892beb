import { createContext } from "react";

import type { Draft } from "#components/log-draft.ts";

/** What a row of a list can do with itself before the server answers: leave, and come back where the answer is no or it is undone. */
export const RowLeaving = createContext<{ leave: () => void; comeBack: () => void }>({ leave: () => {}, comeBack: () => {} });

/** Something was done with a person: what they waited for is over, and a list need not wait for the server to say so. */
export type Done = { prospectId: string; name: string; followUpId: string | null };

/** A touch was logged. `isOver` unless only they moved; `isStop` after a stop, which leaves nothing to plan; `undo` takes it back. */
export type Logged = Done & { isOver: boolean; isStop: boolean; undo: () => void };

export function tellLogged({ draft, ...done }: Done & { draft: Draft; undo: () => void }): void {
  const detail: Logged = { ...done, isOver: draft.direction === "out", isStop: draft.disposition === "asked_to_stop" };
  window.dispatchEvent(new CustomEvent("logged", { detail }));
}

/** A follow-up was planned. */
export function tellPlanned(done: Done): void {
  window.dispatchEvent(new CustomEvent("planned", { detail: done }));
}
