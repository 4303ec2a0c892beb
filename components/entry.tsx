"use client";
import { type ReactNode, use, useId } from "react";

import { FieldProblems } from "#components/action-form.tsx";

type Option = { value: string; label: string };
type Props = {
  label: string;
  name: string;
  /** Where its problems stand, when that is not its name: the second `emails[]` is `emails.1`. */
  path?: string;
  hint?: ReactNode;
  defaultValue?: string | number | null;
  type?: "text" | "email" | "tel" | "url" | "date" | "number" | "search";
  options?: readonly Option[];
  /** Words the browser offers while one types. */
  suggestions?: readonly string[];
  /** A field of several lines. */
  rows?: number;
  isRequired?: boolean;
  placeholder?: string;
  autoComplete?: string;
  inputMode?: "decimal" | "numeric";
  isWide?: boolean;
};

/** A label, its control, a hint and what is wrong with it. */
export function Entry(props: Props) {
  const { label, name, path = name.replace(/\[\]$/, ""), hint, isWide } = props;
  const problems = use(FieldProblems)[path];
  const id = useId();
  const described = [hint ? `${id}-hint` : "", problems ? `${id}-wrong` : ""].filter(Boolean).join(" ");
  const common = {
    id,
    name,
    "aria-invalid": problems ? true : undefined,
    "aria-required": props.isRequired,
    "aria-describedby": described || undefined,
  } as const;
  return (
    <div className={isWide ? "entry entry-wide" : "entry"}>
      <label htmlFor={id}>{label}</label>
      <Control {...props} common={common} />
      {hint ? (
        <p className="meta" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problems ? (
        <p className="wrong" id={`${id}-wrong`}>
          {problems.join(" ")}
        </p>
      ) : null}
    </div>
  );
}

function Control({
  common,
  options,
  rows,
  defaultValue,
  suggestions,
  type = "text",
  placeholder,
  autoComplete = "off",
  inputMode,
}: Props & { common: { id: string; name: string } }) {
  const value = defaultValue ?? "";
  if (options)
    return (
      <select {...common} defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  if (rows) return <textarea {...common} rows={rows} defaultValue={value} placeholder={placeholder} />;
  const list = suggestions ? `${common.id}-list` : undefined;
  return (
    <>
      <input
        {...common}
        type={type}
        list={list}
        defaultValue={value}
        placeholder={placeholder}
        autoComplete={autoComplete}
        inputMode={inputMode}
      />
      {suggestions ? (
        <datalist id={list}>
          {suggestions.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

/** One of a few, all in sight. */
export function Choice({
  legend,
  name,
  options,
  defaultValue,
}: {
  legend: string;
  name: string;
  options: readonly Option[];
  defaultValue?: string;
}) {
  const problems = use(FieldProblems)[name];
  const id = useId();
  return (
    <fieldset className="entry" aria-describedby={problems ? id : undefined}>
      <legend>{legend}</legend>
      <div className="chips">
        {options.map(({ value, label }) => (
          <label key={value} className="chip">
            <input type="radio" name={name} value={value} defaultChecked={value === defaultValue} />
            {label}
          </label>
        ))}
      </div>
      {problems ? (
        <p className="wrong" id={id}>
          {problems.join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}

export function Check({ label, name, isOn = false }: { label: string; name: string; isOn?: boolean }) {
  return (
    <label className="log-check">
      <input type="checkbox" name={name} value="yes" defaultChecked={isOn} />
      {label}
    </label>
  );
}
