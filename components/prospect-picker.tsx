"use client";
import { type KeyboardEvent, useEffect, useId, useState } from "react";

import type { Person } from "#components/log-draft.ts";

export type FoundProspect = Person & { company: string | null; jobTitle: string | null };
type PickerProps = {
  id: string;
  value: Person | null;
  /** What is looked for to begin with. */
  wanted?: string;
  invalid: boolean;
  describedBy?: string;
  onChoose: (person: Person | null) => void;
};

/** Finds a prospect while one types: a combobox with its listbox, worked by arrows and Enter. */
export function ProspectPicker({ id, value, wanted = "", invalid, describedBy, onChoose }: PickerProps) {
  const list = useId();
  const [text, setText] = useState(value?.name ?? wanted);
  const told = { source: value?.id ?? wanted, text: value?.name ?? wanted };
  const [last, setLast] = useState(told);
  if (last.source !== told.source) {
    // chosen elsewhere, as by the line; what is being typed here stays
    setLast(told);
    if (told.text || text === last.text) setText(told.text);
  }
  const query = value ? "" : text.trim();
  const [answer, setAnswer] = useSearch(query);
  const [marked, setMarked] = useState({ query, index: 0 });
  const found = answer?.rows ?? null;
  const active = marked.query === query ? marked.index : 0;
  const isOpen = query.length > 1 && found !== null;

  const choose = (person: FoundProspect) => {
    setText(person.name);
    setAnswer(null);
    onChoose({ id: person.id, name: person.name });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) setMarked({ query, index: (active + step + found.length) % Math.max(1, found.length) });
    else if (event.key === "Enter") {
      if (found[active]) choose(found[active]);
    } else if (event.key === "Escape") setAnswer(null);
    else return;
    event.preventDefault();
  };

  return (
    <div className="picker">
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        placeholder="Name, company or e-mail"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && found[active] ? `${list}-${active}` : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (value) onChoose(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label="Prospects" hidden={!isOpen}>
        {found?.map((person, index) => (
          <div
            key={person.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(person);
            }}
          >
            <b className="cut">{person.name}</b>
            <span className="cut">{[person.jobTitle, person.company].filter(Boolean).join(", ")}</span>
          </div>
        ))}
      </div>
      <p className="meta" role="status">
        {isOpen && found.length === 0 ? "Nobody found. Check the spelling, or add them under Prospects first." : ""}
      </p>
    </div>
  );
}

type Answer = { query: string; rows: FoundProspect[] };

/** Asks the server shortly after the last letter; the last answer stays until the next one comes, and one that comes too late is dropped. */
function useSearch(query: string) {
  const [answer, setAnswer] = useState<Answer | null>(null);

  useEffect(() => {
    if (query.length < 2) return undefined;
    const request = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/prospects/search?q=${encodeURIComponent(query)}`, { signal: request.signal })
        .then((response) => (response.ok ? (response.json() as Promise<{ prospects: FoundProspect[] }>) : { prospects: [] }))
        .then(({ prospects }) => setAnswer({ query, rows: prospects }))
        .catch(() => undefined); // dropped by a further letter, or offline: the next letter asks again
    }, 120);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [query]);
  return [answer, setAnswer] as const;
}
