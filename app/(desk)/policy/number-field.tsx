"use client";
import { type ReactNode, use, useId, useRef, useState } from "react";

import { FieldProblems } from "#components/action-form.tsx";

export type Shown = { path: string; title: string; label: string; unit: string; inForce: number; standard: number | null };

/** One number: what is in force, what the default is, and for an admin a field over it that says what it would change. */
export function NumberField({ number, isEditable, back }: { number: Shown; isEditable: boolean; back: ReactNode }) {
  const { path, title, label, unit, inForce, standard } = number;
  const [typed, setTyped] = useState(String(inForce));
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const problems = use(FieldProblems)[`numbers.${path}`];
  const isChanged = isEditable && Number(typed) !== inForce;
  const isOwn = standard !== null && Number(isEditable ? typed : inForce) !== standard;

  function backToDefault() {
    input.current!.value = String(standard);
    // as if it had been typed, for all who listen
    input.current!.dispatchEvent(new Event("input", { bubbles: true }));
    input.current!.focus();
  }

  return (
    <div className="number" data-changed={isChanged || undefined} data-own={isOwn || undefined}>
      <label htmlFor={id}>{label}</label>
      <span className="number-value">
        {isEditable ? (
          <input
            ref={input}
            id={id}
            type="number"
            step="any"
            name={`numbers.${path}`}
            defaultValue={inForce}
            data-title={title}
            onInput={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            aria-invalid={problems ? true : undefined}
            aria-describedby={`${id}-about${problems ? ` ${id}-wrong` : ""}`}
          />
        ) : (
          <output id={id}>{inForce}</output>
        )}
        <span className="unit">{unit}</span>
      </span>
      <span className="meta number-about" id={`${id}-about`}>
        {isChanged && inForce !== standard ? <b>in force {inForce}</b> : null}
        <span className={isOwn ? undefined : "is-default"}>
          {isOwn ? `default ${standard}` : standard === null ? "no default" : "default"}
        </span>
        {isEditable && isOwn ? (
          <button
            type="button"
            className="number-back"
            onClick={backToDefault}
            title="Back to the default"
            aria-label={`Back to the default, ${standard}: ${title}`}
          >
            {back}
          </button>
        ) : null}
      </span>
      {problems ? (
        <p className="wrong" id={`${id}-wrong`}>
          {problems.join(" ")}
        </p>
      ) : null}
    </div>
  );
}
