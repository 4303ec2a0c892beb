"use client";
import type { ReactNode } from "react";

/** What is wrong with a field, by its dotted path. */
export type FieldProblems = Record<string, string[] | undefined>;

type FieldProps = {
  label: string;
  problem?: string[] | undefined;
  name: string;
  hint?: string;
  children: (described: Described) => ReactNode;
};
export type Described = { id: string; "aria-invalid": true | undefined; "aria-describedby": string | undefined };

/** A label, its control, and what is wrong with it. */
export function Field({ label, name, problem, hint, children }: FieldProps) {
  const id = `log-${name}`;
  const described = {
    id,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": problem || hint ? `${id}-note` : undefined,
  } as const;
  return (
    <div className="log-field">
      <label htmlFor={id}>{label}</label>
      {children(described)}
      <Note id={`${id}-note`} problem={problem} hint={hint} />
    </div>
  );
}

type ChipsProps<T extends string> = {
  label: string;
  name: string;
  problem?: string[] | undefined;
  hint?: string;
  value: T | "";
  options: readonly (readonly [T, string])[];
  onChoose: (value: T) => void;
};

/** One of a few, as chips: native radio buttons, so that arrows and Enter work. */
export function Chips<T extends string>({ label, name, problem, hint, value, options, onChoose }: ChipsProps<T>) {
  const note = `log-${name}-note`;
  return (
    <fieldset className="log-field" data-invalid={problem ? true : undefined} aria-describedby={problem || hint ? note : undefined}>
      <legend>{label}</legend>
      <div className="chips">
        {options.map(([option, word]) => (
          <label key={option} className="chip">
            <input type="radio" name={name} value={option} checked={value === option} onChange={() => onChoose(option)} />
            {word}
          </label>
        ))}
      </div>
      <Note id={note} problem={problem} hint={hint} />
    </fieldset>
  );
}

function Note({ id, problem, hint }: { id: string; problem: string[] | undefined; hint: string | undefined }) {
  if (problem)
    return (
      <p id={id} className="field-problem">
        {problem[0]}
      </p>
    );
  return hint ? (
    <p id={id} className="meta">
      {hint}
    </p>
  ) : null;
}
