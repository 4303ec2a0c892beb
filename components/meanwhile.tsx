"use client";
import { useEffect, useRef, useState } from "react";

import type { Theirs } from "#lib/outcome.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Row = { name: string; label: string; mine: string; theirs: string; untouched: boolean };
type Props = { theirs: Theirs; form: () => HTMLFormElement | null };

/** Two people changed the same at once: what you wrote beside what they saved, field by field. Either stays until you choose. */
export function Meanwhile({ theirs, form }: Props) {
  const [rows] = useState(() => compare(form()!, theirs.fields));
  // what only they changed is theirs from the start: saving mine must not undo it unseen
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => new Set(rows.filter((row) => row.untouched).map(({ name }) => name)));
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: "center" });
    for (const { name, theirs, untouched } of rows) if (untouched) put(form()!, name, theirs);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when both are first shown
  }, []);

  function choose(which: Row[], take: boolean) {
    const done = which.filter(({ name, mine, theirs }) => put(form()!, name, take ? theirs : mine));
    const next = new Set(taken);
    for (const { name } of done)
      if (take) next.add(name);
      else next.delete(name);
    setTaken(next);
  }

  const who = theirs.by ?? "A colleague";
  const at = theirs.at ? new Date(theirs.at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }) : null;
  const isAllTaken = rows.every(({ name }) => taken.has(name));
  return (
    <section ref={panel} className="meanwhile" aria-label="Both versions">
      <ul>
        {rows.map((row) => (
          <li key={row.name}>
            <b>{row.label}</b>
            <div className="both-versions">
              <p className={taken.has(row.name) ? "left" : "stands"}>
                <span className="meta">You wrote</span>
                {row.mine || "nothing"}
              </p>
              <p className={taken.has(row.name) ? "stands" : "left"}>
                <span className="meta">
                  {who} saved{at ? ` at ${at}` : ""}
                </span>
                {row.theirs || "nothing"}
              </p>
            </div>
            <button type="button" className="remedy" onClick={() => choose([row], !taken.has(row.name))}>
              {taken.has(row.name) ? "Keep mine" : "Take theirs"}
              <span className="sr"> {row.label}</span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length === 0 ? <p className="soft">Both say the same now. Save to keep it.</p> : null}
      {rows.length > 1 ? (
        <button type="button" className="btn" onClick={() => choose(rows, !isAllTaken)}>
          {isAllTaken ? "Keep all of mine" : "Take all of theirs"}
        </button>
      ) : null}
    </section>
  );
}

const fieldsNamed = (form: HTMLFormElement, name: string) =>
  [...form.elements].filter((each): each is Field => (each as Field).name === name);

/** The fields of a list, such as `emails[]`, are read and written together, in their order. */
function fieldsFor(form: HTMLFormElement, name: string): Field[] {
  const one = fieldsNamed(form, name);
  return one.length > 0 ? one : fieldsNamed(form, `${name}[]`);
}

const isToggle = (field: Field): field is HTMLInputElement => field.type === "checkbox";
const written = (field: Field) => (isToggle(field) ? (field.checked ? field.value : "") : field.value);
const drawn = (field: Field) => {
  if (field instanceof HTMLSelectElement)
    return ([...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0])?.value ?? "";
  return isToggle(field) ? (field.defaultChecked ? field.value : "") : field.defaultValue;
};
const together = (fields: Field[], read: (field: Field) => string) =>
  fields
    .map((field) => read(field).trim())
    .filter(Boolean)
    .join(", ");

function compare(form: HTMLFormElement, theirs: Theirs["fields"]): Row[] {
  return Object.entries(theirs).flatMap(([name, value]) => {
    const fields = fieldsFor(form, name);
    const mine = together(fields, written);
    if (fields.length === 0 || mine === value) return [];
    const label = fields[0]!.labels?.[0]?.textContent?.trim() || name;
    return [{ name, label, mine, theirs: value, untouched: mine === together(fields, drawn) && fits(fields, value) }];
  });
}

/** A list may have more in it than there are fields. */
const valuesFor = (fields: Field[], value: string) => (fields.length > 1 ? value.split(", ") : [value]);
const fits = (fields: Field[], value: string) => valuesFor(fields, value).length <= fields.length;

/** Writes a value into the form; false where it has no room. */
function put(form: HTMLFormElement, name: string, value: string): boolean {
  const fields = fieldsFor(form, name);
  if (!fits(fields, value)) return false;
  const values = valuesFor(fields, value);
  for (const [at, field] of fields.entries()) {
    if (isToggle(field)) field.checked = value === field.value;
    else field.value = values[at] ?? "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return true;
}
