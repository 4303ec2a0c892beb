"use client";
import type { Correctable } from "#components/log-draft.ts";
import { undoMinutes } from "#lib/prospects/undo-window.ts";
import { mayTakeBack } from "#lib/touches/taken-back.ts";

type Props = { touch: Correctable; userId: string; onTakeBack: () => void };

/** A touch logged a moment ago need not be corrected: it can be taken back. Later it is said why not. */
export function LogTakeBack({ touch, userId, onTakeBack }: Props) {
  const loggedAt = new Date(touch.createdAt);
  const whyNot =
    touch.byId === userId
      ? mayTakeBack({ ...touch, createdAt: loggedAt, replacedById: null }, new Date())
      : "Only whoever logged a touch can take it back.";
  if (whyNot) return <p className="meta">{whyNot}</p>;
  return (
    <div>
      <button type="button" className="btn" onClick={onTakeBack}>
        Take it back
      </button>
      <p className="meta">It then counts no more. This is possible for {undoMinutes} minutes after it was logged.</p>
    </div>
  );
}
