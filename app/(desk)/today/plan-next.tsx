"use client";
import { useEffect, useState } from "react";

import { latePart } from "#components/late-part.tsx";
import type { Logged } from "#components/row-done.ts";
import type { Whom } from "./plan-next-sheet.tsx";

const PlanNextSheet = latePart(() => import("./plan-next-sheet.tsx").then((sheet) => sheet.PlanNextSheet));

/** After a touch was logged, and for every button with data-plan-next, the next one is offered; its code is fetched at the first opening. */
export function PlanNext() {
  const [whom, setWhom] = useState<(Whom & { count: number }) | null>(null);

  useEffect(() => {
    let count = 0;
    const open = (done: Whom) => setWhom({ ...done, count: (count += 1) });
    const onClick = (event: MouseEvent) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-plan-next]");
      const { prospectId, prospectName = "", followUpId = null } = button?.dataset ?? {};
      if (prospectId) open({ prospectId, name: prospectName, followUpId });
    };
    // a record's page has its own form, which offers the same
    const onLogged = ({ detail }: CustomEventInit<Logged>) => {
      if (detail && !detail.isStop && !location.pathname.startsWith("/prospects/")) open({ ...detail, followUpId: null });
    };
    document.addEventListener("click", onClick);
    window.addEventListener("logged", onLogged);
    return () => {
      document.removeEventListener("click", onClick);
      window.removeEventListener("logged", onLogged);
    };
  }, []);

  return whom && <PlanNextSheet key={whom.count} whom={whom} onClose={() => setWhom(null)} />;
}
