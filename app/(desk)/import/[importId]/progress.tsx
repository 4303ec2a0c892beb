"use client";
import { usePolled } from "#components/use-polled.ts";

type Props = { importId: string; state: "checking" | "running"; rows: number; processed: number };

/** How far an import has come; the work goes on without anyone watching. */
export function Progress({ importId, state, rows, processed: first }: Props) {
  const { answer, lost } = usePolled<{ state: string; processed: number }>(
    `/api/imports/${importId}`,
    { state, processed: first },
    (heard) => heard.state !== state,
  );
  const { processed } = answer;

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
