"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { Alert } from "#components/alert.tsx";
import { showToast } from "#components/show-toast.ts";
import { registryIds, registryNames } from "#lib/consent/registry-names.ts";

const lines = (count: number) => (count === 1 ? "1 line was" : `${count.toLocaleString("en-GB")} lines were`);
const said = (count: number, unreadable: number) =>
  `${count === 1 ? "1 number is" : `${count.toLocaleString("en-GB")} numbers are`} in force${unreadable > 0 ? `; ${lines(unreadable)} no number of that country` : ""}.`;

type Answer = { count?: number; unreadable?: number; sentence?: string };

/** Brings a list in: the file as it is, one number a line. */
export function RegistryForm({ today }: { today: string }) {
  const router = useRouter();
  const [wrong, setWrong] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const sent = new FormData(form);
    const file = sent.get("file");
    if (sending) return;
    if (!(file instanceof File) || file.size === 0) return setWrong("Choose the file with the numbers.");
    setWrong(null);
    setSending(true);
    try {
      const { registry, asOf } = Object.fromEntries(sent) as Record<string, string>;
      const query = new URLSearchParams({ registry: registry!, asOf: asOf!, fileName: file.name });
      const response = await fetch(`/api/registries?${query.toString()}`, { method: "POST", body: file });
      const { count, unreadable, sentence } = (await response.json()) as Answer;
      if (count === undefined) setWrong(sentence ?? "The file could not be read. Nothing was changed.");
      else {
        showToast({ text: said(count, unreadable ?? 0) });
        form.reset();
        router.refresh();
      }
    } catch {
      setWrong("The file did not get through. Nothing was changed; check the connection and try again.");
    }
    setSending(false);
  }

  return (
    <form className="law-registry" onSubmit={(event) => void send(event)} aria-label="Bring a list in" aria-busy={sending}>
      <label className="entry">
        <span>Registry</span>
        <select name="registry">
          {registryIds.map((id) => (
            <option key={id} value={id}>
              {registryNames[id]}
            </option>
          ))}
        </select>
      </label>
      <label className="entry">
        <span>List of</span>
        <input type="date" name="asOf" required max={today} defaultValue={today} />
      </label>
      <label className="entry">
        <span>File, one number a line</span>
        <input type="file" name="file" accept=".csv,.txt,text/csv,text/plain" />
      </label>
      <button className="btn" aria-disabled={sending || undefined}>
        {sending ? "Reading …" : "Bring it in"}
      </button>
      <div aria-live="polite">{wrong ? <Alert>{wrong}</Alert> : null}</div>
    </form>
  );
}
