"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

type Props = { importId: string; state: "checking" | "running"; rows: number; processed: number };

/** Asks every half second how far it is; the work goes on without anyone watching. */
export function Progress({ importId, state, rows, processed: first }: Props) {
  const router = useRouter();
  const [processed, setProcessed] = useState(first);
  const [lost, setLost] = useState(false);

  useEffect(() => {
    let over = false;
    const ask = async () => {
      try {
        const response = await fetch(`/api/imports/${importId}`, { cache: "no-store" });
        const answer = (await response.json()) as { state: string; processed: number };
        if (over) return;
        setLost(!response.ok);
        if (response.ok) setProcessed(answer.processed);
        if (response.ok && answer.state !== state) return router.refresh();
      } catch {
        setLost(true);
      }
      if (!over) setTimeout(() => void ask(), 500);
    };
    const timer = setTimeout(() => void ask(), 200);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [importId, state, router]);

  const label = state === "checking" ? "Checking the rows" : "Importing the rows";
  return (
    <section className="import-progress" aria-live="polite">
      <h2 id="progress">{label}</h2>
      <progress max={rows} value={processed} aria-labelledby="progress" />
      <p>
        <span className="n">{processed.toLocaleString("en-GB")}</span> of <span className="n">{rows.toLocaleString("en-GB")}</span> rows.{" "}
        {state === "checking" ? "Nothing is written yet." : "All rows are kept, or none."} You may leave this page; it goes on.
      </p>
      {lost ? <p className="meta">The connection is gone for the moment. The work goes on; this page catches up when it is back.</p> : null}
    </section>
  );
}
