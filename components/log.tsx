"use client";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";

import type { LogActions, Opening } from "#components/log-draft.ts";

const LogSheet = dynamic(() => import("#components/log-sheet.tsx").then((sheet) => sheet.LogSheet), { ssr: false });

/** Opens the log sheet for `l` and for every button with data-open-log; its code is fetched at the first opening. */
export function Log(actions: LogActions) {
  const [opening, setOpening] = useState<Opening | null>(null);

  useEffect(() => {
    let count = 0;
    const open = (from: HTMLElement | null) => setOpening({ ...readOpening(from), count: (count += 1) });
    const onClick = (event: MouseEvent) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-open-log]");
      if (button) open(button);
    };
    const onEvent = (event: Event) => open((event as CustomEvent<HTMLElement | null>).detail);
    document.addEventListener("click", onClick);
    window.addEventListener("open-log", onEvent);
    return () => {
      document.removeEventListener("click", onClick);
      window.removeEventListener("open-log", onEvent);
    };
  }, []);

  return opening ? <LogSheet key={opening.count} opening={opening} actions={actions} onClose={() => setOpening(null)} /> : null;
}

/** Who it was with: said by the button or row, else by the record's page. */
function readOpening(from: HTMLElement | null): Omit<Opening, "count"> {
  const said = from?.dataset.prospectId ? from : (from?.querySelector<HTMLElement>("[data-prospect-id]") ?? recordOfPage());
  const { prospectId, prospectName } = said?.dataset ?? {};
  const { followUpId = null, channel = null, planned, correct } = from?.dataset ?? {};
  return {
    prospect: prospectId ? { id: prospectId, name: prospectName ?? document.querySelector("main h1")?.textContent ?? "" } : null,
    followUpId,
    channel,
    planned: planned ? (JSON.parse(planned) as Opening["planned"]) : null,
    correct: correct ? (JSON.parse(correct) as Opening["correct"]) : null,
  };
}

function recordOfPage(): HTMLElement | null {
  const id = /\/prospects\/([0-9a-f-]{36})/.exec(location.pathname)?.[1];
  return id ? document.querySelector<HTMLElement>(`main [data-prospect-id="${id}"]`) : null;
}
