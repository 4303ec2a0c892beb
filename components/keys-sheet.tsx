"use client";
import { useEffect, useRef } from "react";

import { Icon } from "#components/icon.tsx";
import type { Place } from "#components/places.ts";

type KeyGroup = [title: string, keys: [key: string, does: string][]];

const groups: KeyGroup[] = [
  [
    "Anywhere",
    [
      ["/", "Search"],
      ["⌘/Ctrl K", "Commands, records, pages"],
      ["l", "Log a touch"],
      ["f", "Plan a follow-up"],
      ["u", "Use what is suggested"],
      ["?", "Show all keys"],
      ["Esc", "Close what is open"],
    ],
  ],
  [
    "In a list",
    [
      ["j", "Next row"],
      ["k", "Row before"],
      ["Enter", "Open the row"],
      ["e", "Done"],
      ["s", "Snooze"],
      ["x", "Choose the row, for several at once"],
    ],
  ],
  [
    "On the board and in the week",
    [
      ["[ ]", "Move a deal a stage back or on"],
      ["← →", "Next card; move a plan by a day"],
    ],
  ],
];

/** Every key, and those of the places this member may go to. */
export function KeysSheet({ places, onClose }: { places: Place[]; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title" onClose={onClose}>
      <div className="dialog-head">
        <h2 id="keys-title">All keys</h2>
        <form method="dialog">
          <button className="btn btn-quiet" aria-label="Close">
            <Icon name="close" />
          </button>
        </form>
      </div>
      <div className="keys-groups">
        {[...groups, goTo(places)].map(([title, keys]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>{what}</dt>
                  <dd>
                    {key.split(" ").map((cap) => (
                      <kbd key={cap}>{cap}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}

const goTo = (places: Place[]): KeyGroup => ["Go to", places.flatMap(({ key, name }) => (key ? [[`g ${key}`, name]] : []))];
