"use client";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import { Alert } from "#components/alert.tsx";
import { sentence } from "#lib/outcome.ts";
import { discardImportAction, startImportAction } from "../actions.ts";

export function StartForm({ importId, taken }: { importId: string; taken: number }) {
  const router = useRouter();
  const [pending, run] = useTransition();
  const [wrong, setWrong] = useState<string | null>(null);

  const start = () =>
    run(async () => {
      const outcome = await startImportAction(null, { importId });
      if (outcome.ok) router.refresh();
      else setWrong(sentence(outcome.problem));
    });
  const discard = () =>
    run(async () => {
      const outcome = await discardImportAction(null, { importId });
      if (outcome.ok) router.push("/import" as Route);
      else setWrong(sentence(outcome.problem));
    });

  return (
    <>
      <p className="import-acts">
        <button type="button" className="btn btn-main" onClick={start} disabled={pending || taken === 0}>
          {taken === 0 ? "Nothing to import" : `Import ${taken.toLocaleString("en-GB")} ${taken === 1 ? "row" : "rows"}`}
        </button>
        <Link className="btn" href={`/import/${importId}?step=columns` as Route}>
          Change the columns
        </Link>
        <button type="button" className="btn btn-quiet" onClick={discard} disabled={pending}>
          Throw the file away
        </button>
      </p>
      {wrong ? <Alert>{wrong}</Alert> : null}
    </>
  );
}
