"use client";
import { useEffect, useState } from "react";

import { fetchPart } from "#components/fetch-part.ts";
import type { LogActions, Opening } from "#components/log-draft.ts";
import type { LogSheet, readOpening } from "#components/log-sheet.tsx";
import { reopeningOf } from "#components/member.ts";
import { showToast } from "#components/show-toast.ts";
import type { Waiting } from "#components/waiting.tsx";

/** Opens the log sheet for `l` and for every button with data-open-log; its code is fetched at the first opening. */
export function Log(actions: LogActions) {
  const [opening, setOpening] = useState<Opening | null>(null);
  const [hasWaiting, setWaiting] = useState(false);
  const [parts, setParts] = useState<Parts | null>(null);
  const { userId } = actions;

  useEffect(() => {
    let count = 0;
    const show = (read: (parts: Parts) => Omit<Opening, "count">) =>
      void fetchAhead().then((here) => {
        if (!here) return showToast(outOfReach);
        setParts(here);
        setOpening({ ...read(here), count: (count += 1) });
      });
    const open = (from: HTMLElement | null) => show(({ readOpening }) => readOpening(from));
    const onClick = (event: MouseEvent) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-open-log]");
      if (button) open(button);
      const way = (event.target as Element).closest<HTMLElement>("[data-hand-off]");
      if (!way) return;
      event.preventDefault();
      void dial(way);
    };
    const onEvent = (event: Event) => open((event as CustomEvent<HTMLElement | null>).detail);
    const onWaiting = ({ detail }: CustomEventInit<NonNullable<Opening["waiting"]>>) =>
      detail && show(() => ({ ...detail.opening, channel: null, planned: null, correct: null, waiting: detail }));
    const left = takeReopening(userId);
    if (left) show(() => left);
    document.addEventListener("click", onClick);
    window.addEventListener("open-log", onEvent);
    window.addEventListener("open-waiting", onWaiting as EventListener);
    return () => {
      document.removeEventListener("click", onClick);
      window.removeEventListener("open-log", onEvent);
      window.removeEventListener("open-waiting", onWaiting as EventListener);
    };
  }, [userId]);

  useEffect(() => {
    const look = () => setWaiting(isKept(`outbox:${userId}`));
    look();
    window.addEventListener("outbox", look);
    // ready before the connection goes
    const idle = setTimeout(() => void fetchAhead().then(setParts), isKept(`outbox:${userId}`) ? 0 : 3_000);
    return () => {
      window.removeEventListener("outbox", look);
      clearTimeout(idle);
    };
  }, [userId]);

  return (
    <>
      {parts && opening && <parts.LogSheet key={opening.count} opening={opening} actions={actions} onClose={() => setOpening(null)} />}
      {parts && hasWaiting && <parts.Waiting key={userId} userId={userId} timeZone={actions.timeZone} log={actions.log} />}
    </>
  );
}

type Parts = { LogSheet: typeof LogSheet; Waiting: typeof Waiting; readOpening: typeof readOpening };

/** All that the sheet needs: once it is here, a touch can be logged without a connection. Null where it cannot be fetched. */
const fetchAhead = (): Promise<Parts | null> =>
  fetchPart(() =>
    Promise.all([import("#components/log-sheet.tsx"), import("#components/waiting.tsx"), import("#lib/touches/read-line.ts")]),
  ).then(
    ([{ LogSheet, readOpening }, { Waiting }]) => ({ LogSheet, Waiting, readOpening }),
    () => null,
  );

/** How long a call or a letter waits for the sheet it will be logged in, in milliseconds. */
const patience = 1_000;

/** The sheet first, for a while: leaving for a dialler can end what is being fetched. Without the code for it the link does what any link does. */
async function dial(way: HTMLElement): Promise<void> {
  await Promise.race([fetchAhead(), new Promise((go) => setTimeout(go, patience))]);
  const part = await fetchPart(() => import("#components/hand-off.ts")).catch(() => null);
  if (part) return part.handOff(way);
  if (way instanceof HTMLAnchorElement) location.href = way.href;
  else showToast(handOffOutOfReach);
}

const handOffOutOfReach = { text: "The server could not be reached. Try again.", tone: "more" } as const;

const outOfReach = {
  text: "The server could not be reached, and the log sheet is not on this device yet. Try again.",
  tone: "more",
} as const;

function isKept(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** The sheet that this member left for the sign-in. */
function takeReopening(userId: string): Opening | null {
  try {
    const kept = sessionStorage.getItem(reopeningOf(userId));
    sessionStorage.removeItem(reopeningOf(userId));
    return kept ? (JSON.parse(kept) as Opening) : null;
  } catch {
    return null;
  }
}
