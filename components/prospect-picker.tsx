"use client";
import { type KeyboardEvent, useId, useState } from "react";

import type { Person } from "#components/log-draft.ts";
import { useAnswer } from "#components/use-answer.ts";

export type FoundProspect = Person & { detail: string };
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
  const asked = query.length > 1 ? `/api/search?in=people&q=${encodeURIComponent(query)}` : null;
  const answer = useAnswer<{ people: { hits: FoundProspect[] } }>(asked, 120);
  const [closed, setClosed] = useState("");
  const [marked, setMarked] = useState({ query, index: 0 });
  const found = answer?.value?.people.hits ?? null;
  const active = marked.query === query ? marked.index : 0;
  const isOpen = query.length > 1 && found !== null && closed !== query;

  const choose = (person: FoundProspect) => {
    setText(person.name);
    onChoose({ id: person.id, name: person.name });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) setMarked({ query, index: (active + step + found.length) % Math.max(1, found.length) });
    else if (event.key === "Enter") {
      if (found[active]) choose(found[active]);
    } else if (event.key === "Escape") setClosed(query);
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
            <span className="cut">{person.detail}</span>
          </div>
        ))}
      </div>
      <p className="meta" role="status">
        {isOpen && found.length === 0 ? "Nobody found. Check the spelling, or add them under Prospects first." : ""}
      </p>
    </div>
  );
}
