"use client";
import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef, useTransition } from "react";

/** A list's search and filters as a plain GET form. With JavaScript the address follows while one types or chooses, a moment after the last letter. */
export function ListFilters({ label, children }: { label: string; children: ReactNode }) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, start] = useTransition();

  // the address may change by a link (clear, next page): fields one is not typing in follow it
  useEffect(() => {
    for (const field of form.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input[name], select[name]") ?? [])
      if (field === document.activeElement || field.type === "hidden") continue;
      else if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = isTicked(field, params.get(field.name));
      else field.value = params.get(field.name) ?? field.dataset.empty ?? "";
  }, [params]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function apply(delay: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const query = new URLSearchParams();
      for (const [name, value] of new FormData(form.current!))
        if (value && typeof value === "string") query.set(name, [query.get(name), value].filter(Boolean).join());
      start(() => router.replace(`${path}${query.size ? `?${query}` : ""}` as Route, { scroll: false }));
    }, delay);
  }

  return (
    <form
      ref={form}
      className="list-filters"
      role="search"
      aria-label={label}
      aria-busy={pending}
      onSubmit={(event) => {
        event.preventDefault();
        apply(0);
      }}
      onInput={(event) => apply((event.target as HTMLElement).matches("input[type=search]") ? 180 : 0)}
    >
      {children}
      <noscript>
        <button className="btn">Show</button>
      </noscript>
    </form>
  );
}

/** Boxes of one name stand in the address together, by commas; without any, the usual ones are ticked. */
const isTicked = ({ value, dataset }: HTMLInputElement, said: string | null) =>
  said ? said.split(",").includes(value) : "usual" in dataset;
