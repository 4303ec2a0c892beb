"use client";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { type KeyboardEvent, startTransition, useEffect, useId, useRef, useState } from "react";

import { Icon } from "#components/icon.tsx";
import type { PaletteProps } from "#components/palette.tsx";
import type { Command, Section } from "#components/palette-commands.ts";
import { usePaletteSections } from "#components/use-palette-sections.ts";

const lost = "The server did not answer, so no records are shown. Type a further letter to ask again; the rest works.";
const nothing = "Nothing found. Try fewer words.";

/** Records, actions and pages by a few letters: a combobox over one list in groups. */
export function PaletteSheet({ places, signOut, onClose }: PaletteProps & { onClose: () => void }) {
  const router = useRouter();
  const path = usePathname();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [isPlanning, setIsPlanning] = useState(false);
  const [marked, setMarked] = useState<string | null>(null);
  const hurried = useRef(false);
  const planWith = () => {
    setIsPlanning(true);
    setTyped("");
  };
  const { sections, isWaiting, isLost } = usePaletteSections({
    typed,
    path,
    places,
    isPlanning,
    deeds: { planWith, signOut: () => startTransition(signOut) },
  });
  const all = sections.flatMap(({ commands }) => commands);
  const active = all.find((command) => command.id === marked) ?? all[0];

  useEffect(() => {
    const sheet = dialog.current!;
    sheet.showModal();
    // a press beside the sheet falls on the dialog itself
    const onPress = (event: MouseEvent) => event.target === sheet && sheet.close();
    sheet.addEventListener("click", onPress);
    return () => sheet.removeEventListener("click", onPress);
  }, []);
  useEffect(() => {
    if (active) document.getElementById(`${id}-${active.id}`)?.scrollIntoView({ block: "nearest" });
  }, [active, id]);
  useEffect(() => {
    if (!hurried.current || isWaiting) return;
    hurried.current = false;
    if (active) choose(active);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when what was waited for is there
  }, [isWaiting]);

  function choose({ href, run, keepsOpen }: Command) {
    if (!keepsOpen) dialog.current?.close();
    if (href) router.push(href as Route);
    run?.();
  }

  function onKeyDown(event: KeyboardEvent) {
    const from = all.findIndex((command) => command === active);
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + 8, PageUp: from - 8 }[event.key];
    if (to !== undefined) {
      const isStep = event.key.startsWith("Arrow");
      const index = isStep ? (to + all.length) % Math.max(1, all.length) : Math.max(0, Math.min(all.length - 1, to));
      setMarked(all[index]?.id ?? null);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      // what stands there still answers the words before: the first of the right answer is meant
      if (isWaiting && !marked && (!active || active.isFound)) hurried.current = true;
      else if (active) choose(active);
    } else if (event.key === "Backspace" && typed === "" && isPlanning) setIsPlanning(false);
    else return;
    event.preventDefault();
  }

  return (
    <dialog ref={dialog} className="palette" aria-label="Command palette" onClose={onClose}>
      <div className="palette-field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={isPlanning ? "Plan a follow-up with whom?" : "Search, or say what to do"}
          placeholder={isPlanning ? "Plan a follow-up with whom?" : "Search, or say what to do"}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type into it
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setMarked(null);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="btn btn-quiet" onClick={() => dialog.current?.close()}>
          Close <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>
      <div id={`${id}-list`} className="palette-list" role="listbox" aria-label="Found">
        {sections.map((section) => (
          <Group key={section.name} {...{ section, id, active }} onMark={setMarked} onChoose={choose} />
        ))}
      </div>
      <p className="palette-none meta" role="status">
        {isLost
          ? lost
          : all.length === 0 && !isWaiting
            ? isPlanning && !typed
              ? "Type a name, a company or an e-mail address."
              : nothing
            : ""}
      </p>
      <p className="palette-foot meta" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>Enter</kbd> open <kbd>Esc</kbd> close
      </p>
    </dialog>
  );
}

type GroupProps = {
  section: Section;
  id: string;
  active: Command | undefined;
  onMark: (id: string) => void;
  onChoose: (command: Command) => void;
};

function Group({ section: { name, commands }, id, active, onMark, onChoose }: GroupProps) {
  const label = `${id}-of-${name.replaceAll(" ", "-")}`;
  return (
    <div role="group" aria-labelledby={label}>
      <p id={label} role="presentation" className="palette-group">
        {name}
      </p>
      {commands.map((command) => (
        <button
          key={command.id}
          type="button"
          id={`${id}-${command.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={command === active}
          onPointerMove={() => command === active || onMark(command.id)}
          onClick={() => onChoose(command)}
        >
          <Icon name={command.icon} />
          <span className="cut">
            {command.name} {command.detail ? <span className="meta">{command.detail}</span> : null}
          </span>
          {command.keys ? (
            <span className="palette-keys">
              {command.keys.split(" ").map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </span>
          ) : null}
        </button>
      ))}
    </div>
  );
}
