import { useRouter } from "next/navigation";
import { useOptimistic, useRef, useState, useTransition } from "react";

import { snoozeFollowUpAction } from "./actions.ts";
import type { JudgeMove, Said } from "./judge-move.ts";
import { fetchPart } from "#components/fetch-part.ts";
import { showToast } from "#components/show-toast.ts";
import { sayDay } from "#lib/follow-up/local-time.ts";
import { sayClock } from "#lib/follow-up/say-when.ts";
import { sentence } from "#lib/outcome.ts";
import type { AgendaRow } from "#lib/schedule/agenda-queries.ts";

const unjudged: Said = { tone: "none", icon: "ask", words: "Judged when you let go" };

/** `way` is the channel's name. */
export type WeekRow = AgendaRow & { way: string };

/** `dragged`: by the pointer, not by keys. */
export type Moving = { row: WeekRow; at: Date; said: Said | null; dragged: boolean };

/** Moves follow-ups about a week: judged in the browser while one aims, by the server when one lets go; what is refused stays where it was. */
export function useMove(rows: WeekRow[], zone: string) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [placed, place] = useOptimistic(rows, (all, moved: { id: string; at: Date }) =>
    all.map((row) => (row.id === moved.id ? { ...row, at: moved.at } : row)),
  );
  const [moving, setMoving] = useState<Moving | null>(null);
  const judge = useRef<{ id: string; read: Promise<JudgeMove | null> } | null>(null);

  function aim(row: WeekRow, at: Date, dragged: boolean) {
    setMoving({ row, at, dragged, said: null });
    void judgeOf(row.id).then((judged) =>
      setMoving((now) => (now?.row.id === row.id && +now.at === +at ? { ...now, said: judged?.(at) ?? unjudged } : now)),
    );
  }

  /** One at a time; without an answer one still moves, and the server says. */
  function judgeOf(id: string): Promise<JudgeMove | null> {
    if (judge.current?.id !== id) {
      const read = fetchPart(() => import("./judge-move.ts"))
        .then(({ readJudge }) => readJudge(id))
        .catch(() => null);
      judge.current = { id, read };
    }
    return judge.current.read;
  }

  function drop(row: WeekRow, at: Date) {
    if (+at !== +row.at) move(row, at, row.at);
    leave();
  }

  function leave() {
    setMoving(null);
    judge.current = null;
  }

  /** `back` is where Undo puts it; null where this is one. */
  function move(row: WeekRow, at: Date, back: Date | null) {
    const { id } = row;
    start(async () => {
      place({ id, at });
      const outcome = await snoozeFollowUpAction(null, { followUpId: id, until: at, clientKey: crypto.randomUUID() });
      if (outcome.ok) {
        const undo = back && { act: { name: "Undo", run: () => move(row, back, null) } };
        showToast({ text: back ? `Moved to ${say(at, row)}.` : `Back on ${say(at, row)}.`, ...undo });
      } else {
        const next = outcome.problem.code === "refused" ? outcome.problem.nextAllowedAt : null;
        const offer = next && { act: { name: `Move to ${say(next, row)}`, run: () => move(row, next, back) } };
        showToast({ text: `It stays where it was. ${sentence(outcome.problem)}`, tone: "more", ...offer });
      }
      router.refresh();
    });
  }

  const say = (at: Date, { timeZone }: WeekRow) => sayBoth(at, zone, timeZone ?? zone);
  return { placed, moving, pending, aim, drop, leave };
}

/** "Tue 24 Nov, 10:00 (09:00 theirs)". */
export const sayBoth = (at: Date, zone: string, theirs: string) =>
  `${sayDay(zone, at)}, ${sayClock(zone, at)}${theirs === zone ? "" : ` (${sayClock(theirs, at)} theirs)`}`;
