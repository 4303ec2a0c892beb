"use client";
import { type ReactNode, useRef, useState } from "react";

import { ActionForm } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import { publishAction } from "./actions.ts";
import { useKept } from "./use-kept.ts";

type Change = { path: string; title: string; from: string; to: string };
type Props = { orgId: string; version: number; planned: number; children: ReactNode };

/** The numbers as fields, and at the foot what publishing them would change. */
export function PolicyForm({ orgId, version, planned, children }: Props) {
  const fields = useRef<HTMLDivElement>(null);
  const [changes, setChanges] = useState<Change[]>([]);
  const { keep } = useKept(`policy ${orgId} ${version}`, fields);

  function look() {
    const changes = changesIn(fields.current!);
    setChanges(changes);
    keep(Object.fromEntries(changes.map(({ path, to }) => [path, to])));
  }

  return (
    <ActionForm
      action={publishAction}
      submit="Publish"
      done="The new version is in force. What is planned is being judged again."
      insist={{ name: "insist", label: "Publish on top of it" }}
      className="policy-form"
      bar={
        <>
          <WhatChanges changes={changes} planned={planned} />
          <Entry label="Why" name="note" isRequired placeholder="For those who read it later" />
        </>
      }
    >
      <input type="hidden" name="basedOn" value={version} />
      <div ref={fields} onInput={look}>
        {children}
      </div>
    </ActionForm>
  );
}

function WhatChanges({ changes, planned }: { changes: Change[]; planned: number }) {
  const again =
    planned === 1 ? "1 planned follow-up is judged again." : `${planned.toLocaleString("en-GB")} planned follow-ups are judged again.`;
  if (changes.length === 0) return <p className="soft">Nothing is changed yet. When you publish, {again}</p>;
  return (
    <details className="what-changes">
      <summary>
        <b>{changes.length === 1 ? "1 number changes." : `${changes.length} numbers change.`}</b> {again}
      </summary>
      <ul>
        {changes.map(({ path, title, from, to }) => (
          <li key={path}>
            {title}{" "}
            <span className="n">
              {from} → {to || "?"}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function changesIn(fields: HTMLElement): Change[] {
  return [...fields.querySelectorAll<HTMLInputElement>("input[data-title]")]
    .filter(({ value, defaultValue }) => value !== defaultValue)
    .map(({ name, value, defaultValue, dataset }) => ({ path: name, title: dataset.title!, from: defaultValue, to: value }));
}
