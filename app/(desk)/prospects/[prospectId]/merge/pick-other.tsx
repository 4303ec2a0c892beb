"use client";
import { useState } from "react";

import type { Person } from "#components/log-draft.ts";
import { ProspectPicker } from "#components/prospect-picker.tsx";
import type { Lookalike } from "#lib/prospects/lookalike.ts";

const why = { email: "the same e-mail address", phone: "the same number", name: "the same name and company" };

/** Those who look like the same person, one press each, and a search for any other. */
export function PickOther({ perhaps, action }: { perhaps: Lookalike[]; action: string }) {
  const [person, setPerson] = useState<Person | null>(null);
  return (
    <>
      {perhaps.length > 0 ? (
        <ul>
          {perhaps.map(({ id, name, by }) => (
            <li key={id}>
              <a href={`${action}?with=${id}`}>{name}</a> <span className="soft">{why[by]}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <form action={action} className="entries">
        <div className="entry">
          <label htmlFor="merge-with">{perhaps.length > 0 ? "Or find another" : "Find it"}</label>
          <ProspectPicker id="merge-with" value={person} invalid={false} onChoose={setPerson} />
        </div>
        {person ? <input type="hidden" name="with" value={person.id} /> : null}
        <div className="entries-foot">
          <button className="btn btn-main" aria-disabled={person === null || undefined}>
            Compare the two
          </button>
        </div>
      </form>
    </>
  );
}
