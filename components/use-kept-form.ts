import { type RefObject, useEffect, useSyncExternalStore } from "react";

import { parseKept, readKept, subscribeKept, writeKept } from "#components/kept.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Typed = [name: string, value: string][];

/** Keeps what is typed into a form under `key` until it is sent, and puts it back when the form is drawn again. */
export function useKeptForm(key: string | undefined, form: RefObject<HTMLFormElement | null>) {
  const text = useSyncExternalStore(
    subscribeKept,
    () => (key ? readKept(key) : null),
    () => null,
  );
  useEffect(() => {
    const kept = key ? (parseKept(readKept(key)) as Typed | null) : null;
    if (!kept || !form.current) return;
    putBack(form.current, kept);
    form.current.closest("details")?.setAttribute("open", "");
  }, [key, form]);

  const drop = () => key && text !== null && writeKept(key, null);
  return {
    isKept: text !== null,
    keep: () => key && form.current && writeKept(key, isAsDrawn(form.current) ? null : JSON.stringify(typedIn(form.current))),
    drop,
    startOver: () => {
      form.current?.reset();
      drop();
    },
  };
}

const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((each): each is Field => /^(INPUT|TEXTAREA|SELECT)$/.test(each.tagName) && (each as Field).name !== "");

const isToggle = (field: Field): field is HTMLInputElement => field.type === "checkbox" || field.type === "radio";

/** The version goes along: what was typed over an older record is compared with what it has become. */
const isOurs = (field: Field) =>
  (field.type !== "hidden" || field.name === "version" || field.name === "was") && field.type !== "file" && field.type !== "password";

const typedIn = (form: HTMLFormElement): Typed =>
  fieldsOf(form)
    .filter((field) => isOurs(field) && (!isToggle(field) || field.checked))
    .map((field) => [field.name, field.value]);

function isAsDrawn(form: HTMLFormElement): boolean {
  return fieldsOf(form).every((field) => {
    if (isToggle(field)) return field.checked === field.defaultChecked;
    if (field instanceof HTMLSelectElement) return [...field.options].every((option) => option.selected === option.defaultSelected);
    return field.type === "hidden" || field.value === field.defaultValue;
  });
}

function putBack(form: HTMLFormElement, kept: Typed): void {
  const left = Map.groupBy(kept, ([name]) => name);
  for (const field of fieldsOf(form).filter(isOurs)) {
    if (isToggle(field)) field.checked = kept.some(([name, value]) => name === field.name && value === field.value);
    else {
      const value = left.get(field.name)?.shift()?.[1];
      if (value !== undefined) field.value = value;
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
