"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { Alert } from "#components/alert.tsx";
import { Icon } from "#components/icon.tsx";

const tooLarge = 50_000_000;

/** Takes one file, dropped or chosen (the field lies over the whole area, so that the browser does both), and goes to its page once it is stored. */
export function DropFile() {
  const router = useRouter();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);

  async function send(file: File | undefined) {
    if (!file || sending) return;
    if (file.size > tooLarge) return setWrong(`${file.name} is larger than 50 MB. Split it and import the parts one after the other.`);
    setWrong(null);
    setSending(file.name);
    try {
      const response = await fetch("/api/imports", {
        method: "POST",
        body: file,
        headers: { "x-file-name": encodeURIComponent(file.name) },
      });
      const answer = (await response.json()) as { id?: string; sentence?: string };
      if (answer.id) return router.push(`/import/${answer.id}` as Route);
      setWrong(`${file.name}: ${answer.sentence ?? "it could not be read."} Nothing was stored.`);
    } catch {
      setWrong(`${file.name} did not get through. Nothing was stored; check the connection and try again.`);
    }
    setSending(null);
  }

  return (
    <section className="drop-area" aria-label="Upload a file">
      <label className={over ? "drop drop-over" : "drop"}>
        <Icon name="import" />
        <b>{sending ? `Reading ${sending} …` : "Drop a CSV file here, or choose one"}</b>
        <span className="meta">
          Comma, semicolon or tab; any common encoding; up to 50 MB and 200,000 rows. Excel: save the sheet as CSV.
        </span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          disabled={sending !== null}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </label>
      <div aria-live="polite">{wrong ? <Alert>{wrong}</Alert> : null}</div>
    </section>
  );
}
